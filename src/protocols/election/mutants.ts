/**
 * Mutants: each switches one rule off. They serve the lesson "break it yourself" and prove that the
 * invariants can fail (mutants.test.ts). `caughtBy` names the invariant that a schedule within reach
 * breaks, or the expectation on liveness that is not met.
 */
export interface MutantInfo {
  readonly caughtBy: string;
  /** Which schedules show it, or what hides it from safety. */
  readonly reach: string;
}

export const mutants = {
  'ignore-epoch': {
    caughtBy: 'BetterVoteInBox',
    reach:
      'Any election in which a server of an older epoch has the larger zxid or, with equal zxids, the larger sid.',
  },
  'ignore-zxid': {
    caughtBy: 'BetterVoteInBox',
    reach:
      'Any election in which the larger sid has the smaller zxid. No transaction is lost: discovery refuses the fresher follower, and the leader gives up.',
  },
  'ignore-sid': {
    caughtBy: 'liveness: a leader is established',
    reach: 'Equals that start together keep their own votes for ever. Safe.',
  },
  'half-is-quorum': {
    caughtBy: 'E-Quorum',
    reach:
      'An even ensemble, by half of it. Cut in halves, both halves establish a leader of one epoch (E-OneEstablished).',
  },
  'skip-finalize-wait': {
    caughtBy: 'liveness: everybody follows whoever leads, at the first try',
    reach:
      'Unequal latencies: who hears late decides early and follows a server that does not lead. It costs time only: that server refuses the connection.',
  },
  'believe-old-rounds': {
    caughtBy: 'E-Quorum',
    reach: 'A vote of an earlier round arrives late, after its sender has begun another one.',
  },
  'keep-old-rounds-waiting': {
    caughtBy: 'liveness: a leader is established',
    reach:
      'A server in an old round is not told of the present one (E-8 without the answer). Hidden in the real profile by the re-sending of votes.',
  },
  'skip-check-leader': {
    caughtBy: 'E-Quorum',
    reach: 'The link to the leader alone is cut, its followers still answer (E-9b).',
  },
  'forget-epoch': {
    caughtBy: 'Z-Fence',
    reach:
      'acceptedEpoch is not written: at the first synchronisation currentEpoch on disk is larger than it.',
  },
  'accept-old-epoch': {
    caughtBy: 'Z-Fence',
    reach: 'A server that promised a later epoch joins an ensemble which has not reached it.',
  },
  'accept-fresher-follower': {
    caughtBy: 'E-Fresh',
    reach:
      'Hidden by the election while no better server is missing from it; together with ignore-zxid every wrong winner shows it.',
  },
  'yield-to-newcomer': {
    caughtBy: 'E-Stable',
    reach: 'A server with a larger vote joins an established ensemble.',
  },
  'skip-discovery-quorum': {
    caughtBy: 'E-OneEstablished',
    reach:
      'A leader fixes its epoch from its own acceptedEpoch alone: after a partition two leaders may take the same epoch.',
  },
} as const satisfies Readonly<Record<string, MutantInfo>>;

export type Mutant = keyof typeof mutants;

export const isMutant = (name: string): name is Mutant => Object.hasOwn(mutants, name);
