/**
 * Mutants: each switches one rule off. They serve the lesson "break it yourself" and prove that the
 * invariants can fail (mutants.test.ts). `caughtBy` names the invariant that a schedule within reach
 * breaks, or the expectation on liveness that is not met.
 */
export interface MutantInfo {
  readonly caughtBy: string;
  /** Random runs until it is found: the median, as measured fifteen times. */
  readonly runs: number;
  /** Which schedules show it, or what hides it from safety. */
  readonly reach: string;
}

export const mutants = {
  'ignore-epoch': {
    caughtBy: 'E-Order',
    runs: 4,
    reach:
      'A server of an older epoch has the larger zxid or, with equal zxids, the larger sid (then also BetterVoteInBox). Otherwise zxids hide it: their high half is an epoch too.',
  },
  'ignore-zxid': {
    caughtBy: 'E-Order',
    runs: 5,
    reach:
      'The larger sid has the smaller zxid (then also BetterVoteInBox). No transaction is lost: discovery refuses the fresher follower, and the leader gives up.',
  },
  'ignore-sid': {
    caughtBy: 'liveness: a leader is established',
    runs: 2,
    reach: 'Equals that start together keep their own votes for ever. Safe.',
  },
  'half-is-quorum': {
    caughtBy: 'E-Quorum',
    runs: 3,
    reach:
      'An even ensemble, by half of it. Cut in halves, both halves establish a leader of one epoch (E-OneEstablished).',
  },
  'skip-finalize-wait': {
    caughtBy: 'liveness: nobody follows a server that does not lead',
    runs: 19,
    reach:
      'Unequal latencies: who hears late decides early and follows a server that does not lead. Discovery hides it from safety: that server refuses the connection.',
  },
  'believe-old-rounds': {
    caughtBy: 'E-Quorum',
    runs: 7,
    reach: 'A vote of an earlier round arrives after its receiver has begun a later one.',
  },
  'keep-old-rounds-waiting': {
    caughtBy: 'golden trace E-8, by its count of notifications',
    runs: 2,
    reach:
      'Harmless while channels lose nothing: whoever begins a later round tells everybody anyhow, again on each new connection. What shows it are the messages: in random runs of the golden profile a vote of an old round stays without its answer.',
  },
  'skip-check-leader': {
    caughtBy: 'E-Quorum',
    runs: 5,
    reach: 'The link to the leader alone is cut, its followers still answer (E-9b).',
  },
  'forget-epoch': {
    caughtBy: 'Z-Fence',
    runs: 1,
    reach:
      'acceptedEpoch is not written: at the first synchronisation currentEpoch on disk is larger than it.',
  },
  'accept-old-epoch': {
    caughtBy: 'Z-Fence',
    runs: 27,
    reach: 'A server that promised a later epoch joins an ensemble which has not reached it.',
  },
  'accept-fresher-follower': {
    caughtBy: 'E-Fresh',
    runs: 37,
    reach:
      'A fresher server starts after the votes and joins, by answers, before the epoch is acknowledged, while one of the voters is slow. Otherwise the election hides it.',
  },
  'yield-to-newcomer': {
    caughtBy: 'E-Stable',
    runs: 4,
    reach: 'A server with a larger vote joins an established ensemble.',
  },
  'skip-discovery-quorum': {
    caughtBy: 'liveness: a leader is established at the first attempt',
    runs: 38,
    reach:
      'The leader takes its epoch from its own acceptedEpoch alone, and a follower has promised a later one. Safe: an epoch that was accepted before is not acknowledged again.',
  },
} as const satisfies Readonly<Record<string, MutantInfo>>;

export type Mutant = keyof typeof mutants;

export const isMutant = (name: string): name is Mutant => Object.hasOwn(mutants, name);
