import { openings } from './openings.ts';

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
  skeleton: {
    stage: 'Stage',
    play: 'Play',
    notYet: 'It plays as soon as the simulation has been fetched',
    opens: openings,
  },
  tooLong:
    'This has {count, number} characters; at most {most, number} are taken. Nothing was changed: put in less.',
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
  panelFailed: {
    text: 'This panel has failed; the run and the other panels go on. What failed: {message}',
    again: 'Show it again',
  },
  newVersion: {
    title: 'Newer version',
    text: 'A newer version is ready. Reloading opens this page anew.',
    reload: 'Reload',
    later: 'Later',
  },
  drawings: 'Drawings',
} as const;

export const gallery = {
  headline: 'See how servers come to agree, and why they sometimes cannot.',
  search: 'Search lessons',
  hero: {
    name: 'A live election',
    drawing: 'Five servers, and the messages between them',
    kill: 'Kill the leader',
    notYet: 'The simulation is being fetched',
    noLeader: 'Nobody leads at the moment',
    play: 'Play',
    pause: 'Pause',
    again: 'Begin again',
    all: '<b>{leader}</b> leads. All {all} that are up have write {zxid}.',
    some: '<b>{leader}</b> leads. {have} of {all} have write {zxid}; {waiting} {left, plural, one {waits} other {wait}} for it{slow, select, true { on slow links} other {}}.',
    electing:
      '<b>{dead}</b> {down, plural, one {has} other {have}} crashed. The others look for a leader: {needed} equal votes decide.',
    elected: '<b>{leader}</b> is elected. It leads as soon as {needed} servers have its log.',
    tooFew: 'Only {up} of {all} are up, and {needed} would be needed: nobody can lead.',
    before: 'Then see who follows, and why.',
    after: 'Why this one? <link></link>, {minutes, number} min',
  },
  startHere: 'Start here',
  lessonsIn: '{lessons, plural, one {# lesson} other {# lessons}}, {minutes, number} min',
  noScript: 'No script: break what you like',
  labs: 'Labs',
  logs: {
    text: 'Logs of a real ensemble tell their elections on the same stage.',
    open: 'Open server logs',
  },
  minutes: '{minutes, number} min',
  level: 'Level {level, number} of 4',
  done: 'done',
  progress: '{step, number} of {steps, number}',
  none: 'No lesson matches “{query}”.',
  clear: 'Show all lessons',
  lab: {
    election: { name: 'Election', text: 'Votes, crashes, partitions' },
    zookeeper: { name: 'ZooKeeper', text: 'Writes, logs, a tree at each server' },
    paxos: { name: 'Paxos', text: 'Up to four proposers' },
    recipes: { name: 'Recipes', text: 'Locks, masters, queues: belief and fact' },
    byzantine: { name: 'Byzantine generals', text: 'Up to ten generals, up to three that lie' },
    cap: { name: 'CAP', text: 'Draw a cut: what do five stores answer?' },
  },
} as const;
