/** What ZooKeeper promises its clients, by the invariants’ names. */
export const invariants = {
  'Zxids-Increase': {
    name: 'Zxids increase',
    says: 'Every transaction, those of failed writes included, has a larger zxid than all before it.',
  },
  'Ephemerals-Owned': {
    name: 'Ephemerals have a session',
    says: 'Every ephemeral node belongs to a session that is not over.',
  },
  'Tree-Is-Log': {
    name: 'The tree is its log',
    says: 'After each transaction the tree is what that transaction was prepared for.',
  },
  'Restart-Keeps': {
    name: 'A restart changes nothing',
    says: 'A snapshot and the log behind it give the very tree that was there before.',
  },
  'Acknowledged-Kept': {
    name: 'What was acknowledged is kept',
    says: 'After a crash the disk holds every write whose success was answered.',
  },
  'Replies-In-Order': {
    name: 'Replies in order',
    says: 'Each request of a client has one reply, and they come in the order of the requests.',
  },
  'Watch-Before-Read': {
    name: 'The event before the change',
    says: 'A client hears of a change that it watches before any reply shows it.',
  },
  'Watch-Once': {
    name: 'Once is once',
    says: 'A one-shot watch is gone when it has fired.',
  },
  'Parents-Count': {
    name: 'Parents count their children',
    says: 'A creation raises the parent’s counter by one, and a creation or deletion of a child sets its pzxid.',
  },
  'Expiry-Not-Before': {
    name: 'No session expires early',
    says: 'A session that its client does not close lives for its timeout after its last sign of life.',
  },
  'Sequence-Grows': {
    name: 'Sequence numbers grow',
    says: 'Below one parent each sequential node has a larger number than all before it, deleted ones included.',
  },
} as const;
