/** The rules of Paxos as they can be switched off, by the mutants' names. */
export const rules = {
  'keep-own-value': 'A proposer keeps its own value, whatever the promises report',
  'share-ballots': 'Proposers use the same ballots, and an acceptor promises one twice',
  'accept-below-promise': 'An acceptor accepts below what it has promised',
  'adopt-lowest': 'A proposer adopts the value of the lowest ballot reported',
  'forget-disk': 'Acceptors do not write to disk: after a crash they come back empty',
  'forget-ballot':
    'Proposers do not write their ballots to disk: after a crash they use a number again',
  'accept-without-promise': 'Accepting does not raise the promise',
  'half-is-quorum': 'Half of the acceptors count as a quorum',
  'refuse-equal-accept': 'An acceptor refuses the very ballot that it has promised',
} as const;
