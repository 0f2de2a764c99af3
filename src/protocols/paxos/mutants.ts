/**
 * Mutants: each switches one rule off. They serve the lesson "break it yourself" and prove that the
 * invariants can fail (mutants.test.ts). `caughtBy` names the first invariant that the golden trace
 * of specification 2.4 breaks.
 */
import type { Forgotten, PaxosFlaws } from './rules.ts';
import { soundRules } from './rules.ts';

export interface MutantInfo {
  readonly caughtBy: string;
  /** Random runs until it is found: the median, as measured fifteen times. */
  readonly runs: number;
  /** Which schedules show it, or what hides it from safety. */
  readonly reach: string;
}

export const mutants = {
  'keep-own-value': {
    caughtBy: 'I-P2c',
    runs: 1,
    reach:
      'A proposer whose quorum reports a vote still proposes its own value: when that vote was of a chosen value, two are chosen (P-C2x, P-X2).',
  },
  'share-ballots': {
    caughtBy: 'I-OneValuePerBallot',
    runs: 9,
    reach:
      'All proposers use the same numbers, and Prepare is granted at equality too: two proposals of one ballot (P-X1). With the strict check alone, shared numbers would do no harm.',
  },
  'accept-below-promise': {
    caughtBy: 'I-Keep',
    runs: 1,
    reach: 'An Accept arrives after its acceptor has promised a higher ballot (P-X3).',
  },
  'adopt-lowest': {
    caughtBy: 'I-P2c',
    runs: 7,
    reach: 'A quorum reports votes of different ballots: the older value comes back (P-X4).',
  },
  'forget-disk': {
    caughtBy: 'I-Mono',
    runs: 1,
    reach: 'An acceptor that has promised or voted crashes and comes back empty (P-X5).',
  },
  'forget-ballot': {
    caughtBy: 'I-OneValuePerBallot',
    runs: 15,
    reach:
      'A proposer crashes, uses its number again with another value, and old promises of that number come once more: two proposals of one ballot.',
  },
  'accept-without-promise': {
    caughtBy: 'I-Type',
    runs: 1,
    reach:
      'An acceptor votes above its promise, which stays where it was, and a later Accept of a lower ballot overwrites the vote (P-X6).',
  },
  'half-is-quorum': {
    caughtBy: 'quorums intersect (at set-up)',
    runs: 4,
    reach: 'An even number of acceptors, each half of them with a proposer of its own (P-X7).',
  },
  'refuse-equal-accept': {
    caughtBy: 'liveness: a value is chosen',
    runs: 5,
    reach:
      'Every acceptor that promised a ballot refuses its Accept, so at most those that never promised accept: nothing is ever chosen. Safe.',
  },
} as const satisfies Readonly<Record<string, MutantInfo>>;

export type Mutant = keyof typeof mutants;

export const isMutant = (name: string): name is Mutant => Object.hasOwn(mutants, name);

/** The rules without those that these mutants switch off. */
export const flawsOf = (broken: ReadonlySet<Mutant>): PaxosFlaws => ({
  ...soundRules,
  grantEqualPrepare: broken.has('share-ballots'),
  shareBallots: broken.has('share-ballots'),
  ignoreReports: broken.has('keep-own-value'),
  acceptBelowPromise: broken.has('accept-below-promise'),
  adoptLowest: broken.has('adopt-lowest'),
  acceptWithoutPromise: broken.has('accept-without-promise'),
  halfIsQuorum: broken.has('half-is-quorum'),
  refuseEqualAccept: broken.has('refuse-equal-accept'),
});

/** What a crash takes when these mutants are on. */
export const forgottenBy = (broken: ReadonlySet<Mutant>): Forgotten => ({
  forgetVotes: broken.has('forget-disk'),
  forgetBallot: broken.has('forget-ballot'),
});
