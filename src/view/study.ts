import type { Scenario } from './scenario.ts';
import type { Micros } from './time.ts';

/** Ways to go on after a ballot has failed, as they are offered and compared. */
export const POLICIES = [
  'immediate',
  'fixed',
  'one-waits',
  'random',
  'exponential',
  'leader',
] as const;
export type Policy = (typeof POLICIES)[number];

/** How long does it take until something is chosen? Asked of the same group with each policy. */
export interface StudyAsked {
  /** Whose processes, values and rules take part; its schedule and its steps do not. */
  readonly scenario: Scenario<'paxos'>;
  readonly policies: readonly Policy[];
  /** For each policy, with the seeds `seed`, `seed + 1`, … */
  readonly runs: number;
  readonly seed: number;
  /** A run without a decision by then (virtual time) counts as undecided. */
  readonly withinMs: number;
}

/** The runs of one policy, in the order of their seeds. */
export interface PolicyTimes {
  readonly policy: Policy;
  /** Until a value was chosen, in µs of virtual time; −1 when none was. */
  readonly times: readonly Micros[];
  /** Ballots begun by then, of all proposers together. */
  readonly ballots: readonly number[];
  /** Messages between processes by then. */
  readonly messages: readonly number[];
}
