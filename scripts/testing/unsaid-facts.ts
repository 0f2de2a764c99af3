/** Values of facts that no sentence says, by protocol. */

/** The same of elections, wherever they are held. */
const unsaidOfElections = [
  'vote-switched: heardFrom',
  'vote-switched: heardLeader',
  'vote-switched: ownLeader',
  'answered: round',
  'joined-established: roundBefore',
  'joined-established: round',
  'sync-decided: row',
  'sync-decided: min',
  'sync-decided: max',
  'sync-decided: processed',
  'sync-received: txns',
  'history-written: leader',
  'leader-established: zxid',
  'serving: leader',
  'serving: zxid',
  'leader-gone: reason',
  'client-refused: ops',
];

/** And of servers with clients. */
const unsaidOfServers = [
  'client-asks: xid',
  'client-answer: xid',
  'client-answer: zxid',
  'write-prepared: client',
  'write-prepared: number',
  'write-refused: client',
  'write-refused: number',
  'txn-appended: number',
  'request-read: cxid',
  'request-read: number',
  'read-passed: client',
  'read-passed: number',
  'word-answered: text',
  'commit-heard: leader',
  ...unsaidOfElections,
  'why-down: liveness',
];

/** What only drawings and lessons read: the sentence is better without it. */
export const unsaid = {
  election: [
    ...unsaidOfElections,
    'write-prepared: number',
    'write-refused: number',
    'txn-appended: number',
    'why-down: liveness',
  ],
  paxos: [],
  counter: [],
  zookeeper: unsaidOfServers,
  recipes: [
    ...unsaidOfServers,
    // Whose session it is stands in the sentence, and not its number.
    'client-disconnected: session',
    'session-resumed: session',
    'session-terminated: session',
    // Whose row it is stands in the sentence.
    'row-beat: from',
    'row-deleted: from',
    'row-unchanged: op',
    'replica-alone: reason',
  ],
  // Who sent it is the last one that signed it.
  byzantine: ['signed-new: from', 'signed-known: from'],
  cap: unsaidOfServers,
} satisfies Readonly<Record<string, readonly string[]>>;
