/** The shell round everything: navigation, themes, the gallery, what to say when something fails. */
export const app = {
  name: 'Zooscope',
  home: 'Zooscope, to the lessons',
  skip: 'To the content',
  otherLanguage: '中文',
  theme: 'Theme',
  themes: { system: 'System theme', light: 'Light', dark: 'Dark', contrast: 'High contrast' },
  close: 'Close',
  loading: 'Loading…',
  notFound: {
    title: 'There is nothing at this address',
    text: '“{path}” is neither a lab nor a lesson of this version.',
    home: 'To the lessons',
  },
  crash: {
    title: 'This part of the page has failed',
    text: 'Nothing is lost: a run is computed again from its scenario. What failed: {message}',
    again: 'Try again',
    home: 'To the lessons',
  },
  drawings: 'Drawings',
} as const;

export const gallery = {
  headline: 'See how servers come to agree, and why they sometimes cannot.',
  search: 'Search lessons',
  labs: 'Labs',
  coming: 'coming',
  minutes: '{minutes, number} min',
  level: 'Level {level, number} of 4',
  done: 'done',
  progress: '{step, number} of {steps, number}',
  none: 'No lesson matches “{query}”.',
  clear: 'Show all lessons',
  lab: {
    election: { name: 'Election', text: 'Votes, crashes, partitions' },
    zookeeper: { name: 'ZooKeeper', text: 'A server, its tree and its consoles' },
    paxos: { name: 'Paxos', text: 'Any number of proposers' },
    byzantine: { name: 'Byzantine generals', text: 'Write each lie yourself' },
    cap: { name: 'CAP', text: 'One workload, four choices' },
    recipes: { name: 'Recipes', text: 'Locks, queues, barriers' },
  },
  /** What a group of lessons is about, by its id; its name stands with the lessons. */
  group: {
    'why-coordination-is-hard': 'What a network can and cannot tell you',
    tree: 'Nodes, sessions, watches',
    recipes: 'Small programs over the tree',
    elections: 'Who leads, and who decides that',
    paxos: 'One value, for ever',
    zab: 'ZooKeeper’s own protocol',
    'faults-and-limits': 'Pauses, partitions, liars',
  },
} as const;
