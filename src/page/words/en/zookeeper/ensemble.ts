/** What the members of an ensemble promise together, by the invariants’ names. */
export const invariants = {
  'Z-Prefix': {
    name: 'No gaps',
    says: 'In each log every transaction stands directly behind the one that was proposed before it.',
  },
  'Z-Unique': {
    name: 'One zxid, one transaction',
    says: 'No two different transactions are ever proposed with the same zxid.',
  },
  'Z-Commit': {
    name: 'A commit needs a quorum',
    says: 'What a leader commits is, at that moment, in the logs on the disks of a quorum.',
  },
  'Z-NoUncommit': {
    name: 'What is committed is not cut off',
    says: 'No server is told to cut from its log what anybody has applied.',
  },
  'Z-OneLeader': {
    name: 'One epoch, one leader',
    says: 'At most one leader is ever established in an epoch.',
  },
  'Z-PrimaryIntegrity': {
    name: 'A leader begins with all that was delivered',
    says: 'Whoever is established as leader has applied all that anybody has applied of earlier epochs.',
  },
  'Z-GlobalPrimaryOrder': {
    name: 'Zxids only grow',
    says: 'Each server applies transactions in the order of their zxids.',
  },
  'Z-Integrity': {
    name: 'Only what was proposed',
    says: 'No server applies a transaction that no leader has proposed.',
  },
  'Z-TotalOrder': {
    name: 'The same order everywhere',
    says: 'All servers apply the same transactions in the same order, each with nothing left out.',
  },
  'Z-Agreement': {
    name: 'The same tree at the same zxid',
    says: 'Whoever begins to serve has the very tree that the others had at that transaction.',
  },
} as const;

/** The same for a run in which one of them breaks. */
export const broken = {
  'Z-Fence': 'A promised epoch was not kept (Z-Fence): {text}.',
  'Z-Prefix': 'A log has a gap (Z-Prefix): {text}.',
  'Z-Unique': 'One zxid names two transactions (Z-Unique): {text}.',
  'Z-Commit': 'Something is committed that no quorum has on disk (Z-Commit): {text}.',
  'Z-NoUncommit': 'Something committed is cut off (Z-NoUncommit): {text}.',
  'Z-OneLeader': 'One epoch has two leaders (Z-OneLeader): {text}.',
  'Z-Durable': 'Something that a client was told is lost (Z-Durable): {text}.',
  'Z-PrimaryIntegrity':
    'A leader begins without what was delivered before (Z-PrimaryIntegrity): {text}.',
  'Z-GlobalPrimaryOrder': 'A server goes back in the order (Z-GlobalPrimaryOrder): {text}.',
  'Z-Integrity': 'A server applies what nobody has proposed (Z-Integrity): {text}.',
  'Z-TotalOrder': 'Two servers apply different things (Z-TotalOrder): {text}.',
  'Z-Agreement': 'Two servers differ at the same zxid (Z-Agreement): {text}.',
} as const;

/** The rules of an ensemble as they can be switched off, by the mutants’ names. */
export const rules = {
  'commit-without-quorum': 'A leader commits before a quorum has logged the proposal',
  'ignore-zxid-and-freshness':
    'Votes go by sid alone, and a leader takes followers that know more than it',
  'keep-epoch': 'A new leader takes the largest epoch that was promised, not the next one',
  'skip-truncation': 'A leader sends what is newer and never says TRUNC',
  'ack-before-sync': 'A follower acknowledges a proposal before it is on disk',
  'follow-older-leader': 'A follower of a new leader still takes what the old one proposes',
  'epoch-before-history':
    'A follower writes the new epoch before the history that it was synchronised with',
  'unordered-queue': 'Proposals overtake each other, and commits leave out of order',
  'count-acks-of-old-epochs': 'An ACK from synchronisation counts for a new proposal',
  'forget-outstanding-proposals':
    'A follower that comes back does not get the proposals that are under way',
} as const;
