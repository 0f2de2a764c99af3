/** What each invariant of an election says, by its name in the specification. */
export const invariants = {
  'E-Order': {
    name: 'Votes only get better',
    says: 'Within one election round a server never goes back to a worse vote.',
  },
  'E-Quorum': {
    name: 'A quorum decides',
    says: 'A server ends its election only with a quorum of votes for its candidate, or with the answers of a quorum, the leader’s own among them.',
  },
  BetterVoteInBox: {
    name: 'No better vote is overlooked',
    says: 'Whoever ends an election by votes holds no vote of that round that is better than the winner’s.',
  },
  'E-OneEstablished': {
    name: 'One leader for each epoch',
    says: 'In one epoch at most one server gets so far as to synchronise followers as their leader.',
  },
  'E-Fresh': {
    name: 'Nobody knows more than the leader',
    says: 'When a leader begins to synchronise, no server of its quorum has a newer history than its own.',
  },
  'E-Stable': {
    name: 'A working leader stays',
    says: 'A leader that is in touch with a quorum does not stop leading.',
  },
} as const;
