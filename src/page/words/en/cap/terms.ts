/** What the inspector and the lanes call servers and clients of the stores. */
export const terms = {
  PRIMARY: {
    name: 'PRIMARY',
    text: 'This server puts all writes into an order, and does not wait for its copies.',
  },
  COPY: {
    name: 'COPY',
    text: 'This server takes what the primary sends; it reads for its clients itself and hands on their writes.',
  },
  PEER: { name: 'PEER', text: 'In this store no server is more than another.' },
  SYNCING: {
    name: 'SYNCING',
    text: 'This server has found a leader and is taking its history; it does not serve yet.',
  },
  READ_ONLY: {
    name: 'READ_ONLY',
    text: 'This server has no leader and serves the reads of clients that accept this.',
  },
} as const;

/** What the inspector says of them. */
export const inspector = {
  section: { capServer: 'Register', capClient: 'Client' },
  row: {
    capValue: 'x',
    capStamp: 'stamp',
    capWriter: 'put there by',
    capTerm: 'term',
    capRounds: 'rounds',
    capHeardAt: 'primary heard',
    capServer: 'server',
    capWaiting: 'waiting',
  },
} as const;

/** The stores’ servers and clients as machines. */
export const machine = {
  name: {
    quorumStore: 'Quorum store',
    primaryStore: 'Primary and copy',
    gossipStore: 'Last writer wins',
    capClient: 'Client',
  },
  event: {
    ASK: 'a client asks',
    ANSWER: 'an answer',
    QUERY: 'asked for its value',
    STATE: 'a value',
    STORE: 'to store a value',
    STORED: 'stored elsewhere',
    RESEND: 'time to ask again',
    HAND_ON: 'handed on by a copy',
    DONE: 'the primary’s answer',
    REPLICATE: 'the primary’s value',
    LINK_DOWN: 'link is down',
    MAKE_PRIMARY: 'to be the primary',
    GOSSIP: 'another’s value',
    GOSSIP_AGAIN: 'time to tell the others',
    DEADLINE: 'time is over',
    DISK_KEPT: 'disk has it',
  },
  guard: {
    onlyReads: 'is a read',
    isWriting: 'is a write',
    leads: 'is the primary',
  },
} as const;
