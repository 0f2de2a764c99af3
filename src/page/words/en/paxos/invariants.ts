/** What each invariant of Paxos says, by its name in the specification. */
export const invariants = {
  'I-Type': {
    name: 'States make sense',
    says: 'No acceptor has accepted above what it has promised, and a value is there exactly when a ballot is.',
  },
  'I-Mono': {
    name: 'Acceptors never go back',
    says: 'What an acceptor has promised, and the ballot that it has accepted, never gets smaller, crashes included.',
  },
  'I-Keep': {
    name: 'Promises are kept',
    says: 'No acceptor accepts in a ballot below one that it has promised.',
  },
  'I-Truth': {
    name: 'Reports are true',
    says: 'What an acceptor reports is its own vote of the largest ballot.',
  },
  'I-OneValuePerBallot': {
    name: 'One value for each ballot',
    says: 'In one ballot only one value is ever proposed and accepted.',
  },
  'I-P2': {
    name: 'What is chosen later is the same',
    says: 'If a value is chosen, every value chosen in a higher ballot is the same.',
  },
  'I-P2a': {
    name: 'What is accepted later is the same',
    says: 'If a value is chosen, every value accepted in a higher ballot is the same.',
  },
  'I-P2b': {
    name: 'What is proposed later is the same',
    says: 'If a value is chosen, every value proposed in a higher ballot is the same.',
  },
  'I-P2c': {
    name: 'A quorum justifies each proposal',
    says: 'Behind each proposal stands a quorum that promised its ballot, and it has the value of the highest vote among them, or none of them had voted.',
  },
  'I-Safe': {
    name: 'Votes are safe',
    says: 'When an acceptor votes for a value, no other value can be chosen in a lower ballot any more.',
  },
  'I-Agreement': {
    name: 'One value is chosen',
    says: 'No two different values are ever chosen.',
  },
  'I-Validity': {
    name: 'Only what was asked for',
    says: 'Only a value that some client wanted is accepted and chosen.',
  },
  'I-Learn': {
    name: 'What is learned is chosen',
    says: 'No learner believes a value that is not chosen.',
  },
  'I-Stable': {
    name: 'Chosen is chosen',
    says: 'Once a value is chosen, what the acceptors hold allows no other one, ever.',
  },
} as const;
