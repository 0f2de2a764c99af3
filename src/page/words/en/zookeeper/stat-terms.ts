/** The fields of a node’s stat. */
export const statTerms = {
  czxid: { name: 'czxid', text: 'The zxid of the transaction that created this node.' },
  mzxid: {
    name: 'mzxid',
    text: 'The zxid of the newest transaction that set its data; its creation counts as one.',
  },
  pzxid: {
    name: 'pzxid',
    text: 'The zxid of the newest transaction that created or deleted a child of it.',
  },
  ctime: {
    name: 'ctime',
    text: 'When it was created, by the clock of the server that took the request.',
  },
  mtime: { name: 'mtime', text: 'When its data was last set, by that server’s clock.' },
  version: {
    name: 'version',
    text: 'How often its data was set since its creation: what a conditional set or delete compares.',
  },
  cversion: {
    name: 'cversion',
    text: 'How often its list of children changed: each child created or deleted adds one.',
  },
  aversion: { name: 'aversion', text: 'How often its ACL was set since its creation.' },
  ephemeralOwner: {
    name: 'ephemeralOwner',
    text: 'The session with which an ephemeral node ends; 0x0 for every other node.',
  },
  dataLength: { name: 'dataLength', text: 'How long its data is, in bytes.' },
  numChildren: {
    name: 'numChildren',
    text: 'How many children it has now; theirs are not counted.',
  },
} as const;
