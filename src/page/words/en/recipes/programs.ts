/** Families of recipes. */
export const family = {
  locks: 'Locks',
  masters: 'Masters and jobs',
  sharing: 'Configuration, names, membership',
  together: 'Working together',
  services: 'Services',
  outside: 'Beside ZooKeeper',
} as const;

/** Recipes as they are chosen, and what each is in a sentence. */
export const recipe = {
  'fair-lock': {
    name: 'Lock: a queue',
    text: 'Everybody makes a numbered node and watches the one before it. The smallest number holds the lock.',
  },
  'exclusive-lock': {
    name: 'Lock: one node',
    text: 'Whoever creates the node has the lock. Everybody else watches it, and all are woken when it goes.',
  },
  'parent-lock': {
    name: 'Lock: a queue, all watch the parent',
    text: 'Numbered nodes as in the queue, but everybody watches the whole directory: each release wakes all.',
  },
  'shared-lock': {
    name: 'Lock: readers and writers',
    text: 'Readers hold it together. A writer waits for all before it, and lets nobody in behind it.',
  },
  semaphore: {
    name: 'Semaphore',
    text: 'So many may hold it at once: those with the smallest numbers.',
  },
  'reentrant-lock': {
    name: 'Lock: taken again by its holder',
    text: 'Whoever holds it may take it again. That is counted in the client; no message says it.',
  },
  'timed-lock': {
    name: 'Lock: with a time-out',
    text: 'Whoever has waited long enough takes its node out of the queue and goes.',
  },
  'guarded-lock': {
    name: 'Lock: with a check at the write',
    text: 'After its work the holder writes with the zxid of its node. A refusal tells it that it holds the lock no more.',
  },
  turns: {
    name: 'Lock: taking turns',
    text: 'As soon as one has had its turn it makes its next number, whether it will want that turn or not.',
  },
  'fenced-lock': {
    name: 'Lock: with a fencing token',
    text: 'Each holder writes with the number of its turn, and the storage refuses a number smaller than one that it has seen.',
  },
  registry: {
    name: 'Service registry',
    text: 'Providers register nodes of their sessions. Consumers keep the list, watch it, and call past the registry.',
  },
  'by-chance': {
    name: 'Registry: a random provider',
    text: 'As the registry, but each call goes to a provider chosen at random.',
  },
  'least-visited': {
    name: 'Registry: the least visited',
    text: 'As the registry, but each call goes to whom this consumer has called least.',
  },
  weighted: {
    name: 'Registry: by weights',
    text: 'As the registry, but each provider is called as often as its name stands in a list of weights: here the first one twice as often.',
  },
  'shared-visits': {
    name: 'Registry: counts in ZooKeeper',
    text: 'As the least visited, but all consumers share the counts: each call is a write, and is tried again when another one was first.',
  },
  'fixed-list': {
    name: 'A fixed list',
    text: 'The addresses stand in a file. Whoever is dead stays in it.',
  },
  'redis-lock': {
    name: 'Redis-style lock',
    text: 'A key that is set if it is not there, and expires. Whoever waits asks again and again.',
  },
  'redis-renewed': {
    name: 'Redis-style lock, renewed',
    text: 'The holder prolongs its key while it works.',
  },
  'redis-failover': {
    name: 'Redis-style lock, master and replica',
    text: 'The replica takes over when its master is dead, also when the key of the lock had not come over.',
  },
  redlock: {
    name: 'Redlock',
    text: 'The lock is held by whoever has set the key at three of five stores.',
  },
  'row-master': {
    name: 'Master: a row of a database',
    text: 'Whoever inserts the row is master. A dead master leaves its row behind.',
  },
  'row-lease': {
    name: 'Master: a row with a heartbeat',
    text: 'The master signs its row again and again; a row that is too old is taken over.',
  },
  'master-queue': {
    name: 'Master: the smallest number',
    text: 'The smallest number is master, each standby watches the one before it, and a client follows them.',
  },
  'master-node': {
    name: 'Master: create once',
    text: 'Whoever creates the node is master. When it goes, all others try again.',
  },
  'write-server': {
    name: 'Write server with a spare',
    text: 'The smallest number takes all calls, the others stand by. Callers watch the list, and go to the next one when it is gone.',
  },
  job: {
    name: 'One job of several runs',
    text: 'Identical jobs; only the one that has created the node runs. When it is done another round begins.',
  },
  config: {
    name: 'Configuration: bell and fetch',
    text: 'A change rings at everybody who watches; each then fetches the data itself.',
  },
  polling: {
    name: 'Configuration: polling',
    text: 'Everybody asks again and again, whether anything has changed or not.',
  },
  ids: { name: 'Unique ids', text: 'Numbered nodes: each number is given once.' },
  'versioned-counter': {
    name: 'Counter by versions',
    text: 'Everybody reads the number and writes the next one, if nobody else has written since.',
  },
  members: {
    name: 'Membership',
    text: 'Each member has a node that lives as long as its session; a monitor watches the list.',
  },
  barrier: { name: 'Barrier', text: 'As long as the node is there, nobody passes.' },
  'double-barrier': {
    name: 'Double barrier',
    text: 'Nobody begins before all have come, nobody leaves before all are done.',
  },
  'work-queue': {
    name: 'Queue',
    text: 'Producers put numbered nodes. Whoever deletes an item first has it.',
  },
  'lost-items': {
    name: 'Queue of ephemeral items',
    text: 'The items go with their producer’s session, also those that nobody has taken yet.',
  },
  tasks: {
    name: 'Tasks and their status',
    text: 'One hands out tasks as nodes and watches for the node that says done.',
  },
  commit: {
    name: 'Two-phase commit',
    text: 'Each site writes its vote; the coordinator counts them and writes the decision.',
  },
} as const;

/** The built-in programs by their names. */
export const programs = {
  'exclusive-lock': 'lock, one node',
  'fair-lock': 'lock, a queue',
  'parent-lock': 'lock, all watch the parent',
  turns: 'taking turns',
  'reentrant-lock': 'lock, taken again',
  'timed-lock': 'lock with a time-out',
  'guarded-lock': 'lock with a check',
  'shared-read': 'reader',
  'shared-write': 'writer',
  semaphore: 'semaphore',
  'master-node': 'master, create once',
  'master-queue': 'master, smallest number',
  'master-follower': 'follows the master',
  job: 'job',
  publisher: 'publisher',
  subscriber: 'subscriber',
  poller: 'poller',
  'fresh-reader': 'reader with sync',
  'versioned-counter': 'adds to a counter',
  ids: 'takes ids',
  member: 'member',
  monitor: 'monitor',
  'barrier-waiter': 'waits at the barrier',
  'barrier-keeper': 'keeps the barrier',
  'double-barrier': 'double barrier',
  producer: 'producer',
  'ephemeral-producer': 'producer, ephemeral items',
  consumer: 'consumer',
  'task-giver': 'hands out tasks',
  'task-worker': 'does tasks',
  coordinator: 'coordinator',
  site: 'site',
  'row-master': 'master, a row',
  'row-lease': 'master, a row with a heartbeat',
  'redis-lock': 'Redis-style lock',
  'redis-renewed': 'Redis-style lock, renewed',
  redlock: 'Redlock',
  'redis-failover': 'Redis-style lock, two stores',
  'fenced-lock': 'lock with a fencing token',
  provider: 'provider',
  unregistered: 'provider that registers nowhere',
  'consumer-in-turn': 'consumer, one after the other',
  'consumer-by-chance': 'consumer, by chance',
  'consumer-least': 'consumer, least visited',
  'consumer-shared': 'consumer, shared counts',
  'consumer-weighted': 'consumer, by weight',
  'fixed-caller': 'caller with a fixed list',
  'master-caller': 'calls the master',
} as const;
