/** The glossary of Paxos. */
export const terms = {
  proposer: {
    name: 'proposer',
    text: 'It asks acceptors to accept a value: first for their promises, then for their votes.',
  },
  acceptor: {
    name: 'acceptor',
    text: 'It promises and accepts, and its votes decide; what it has said is on its disk.',
  },
  learner: { name: 'learner', text: 'It finds out which value is chosen.' },
  ballot: {
    name: 'ballot',
    text: 'The number of one attempt. Each proposer has numbers of its own, and each attempt a larger one.',
  },
  proposal: { name: 'proposal', text: 'A ballot with a value, written (5, 10%).' },
  promise: {
    name: 'promise',
    text: 'An acceptor’s word to take part in no ballot below this one; it reports what it has accepted.',
  },
  promised: {
    name: 'promised',
    text: 'The highest ballot that this acceptor has promised: it refuses all below.',
  },
  accepted: {
    name: 'accepted',
    text: 'The proposal of the highest ballot that this acceptor has accepted: its newest vote.',
  },
  chosen: {
    name: 'chosen',
    text: 'A quorum of acceptors has accepted the value in one ballot. It is so from then on, whether anybody knows or not.',
  },
  possible: {
    name: 'possible',
    text: 'What the acceptors have promised and accepted still allows a quorum for this value.',
  },
  impossible: {
    name: 'impossible',
    text: 'No quorum can come together for this value any more.',
  },
  livelock: {
    name: 'livelock',
    text: 'Everybody is busy and nothing is decided: proposers overtake each other again and again.',
  },
  ownValue: { name: 'wants', text: 'The value that its client asks for.' },
  highestSeen: {
    name: 'highest ballot seen',
    text: 'The highest ballot it has used or heard of: the next one is above it.',
  },
  proposes: {
    name: 'proposes',
    text: 'The value in its present ballot: the one it must adopt, or its own.',
  },
  acceptedBy: { name: 'accepted by', text: 'The acceptors known to have accepted in this ballot.' },
  refusedBy: {
    name: 'refused by',
    text: 'The acceptor that refused this ballot, and what it has promised.',
  },
  failures: { name: 'failures', text: 'Ballots that failed since the last success.' },
  outcome: { name: 'outcome', text: 'The value that it knows to be chosen.' },
  distinguished: {
    name: 'leader',
    text: 'The one proposer to which the others leave proposing.',
  },
  report: {
    name: 'vote of',
    text: 'The newest vote that this learner has heard of from the acceptor.',
  },
  learned: { name: 'learned', text: 'The value that this learner knows to be chosen.' },
  lastBallot: {
    name: 'last ballot',
    text: 'The last number used, on disk, so that a restart never uses it again.',
  },
  IDLE: { name: 'IDLE', text: 'This proposer has not begun a ballot.' },
  PREPARING: { name: 'PREPARING', text: 'Phase 1: it collects promises.' },
  PROPOSING: { name: 'PROPOSING', text: 'Phase 2: it collects votes for its value.' },
  BACKING_OFF: { name: 'BACKING OFF', text: 'Its ballot has failed; it waits for the next one.' },
  DONE: { name: 'DONE', text: 'It knows which value is chosen.' },
  READY: { name: 'READY', text: 'This acceptor answers whatever comes.' },
  LISTENING: { name: 'LISTENING', text: 'This learner does not know yet which value is chosen.' },
  LEARNED: { name: 'LEARNED', text: 'This learner knows which value is chosen.' },
} as const;
