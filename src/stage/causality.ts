import type { StepRecord } from '../view/fact.ts';

/** The steps that step `step` depends on, itself included. */
export const causalPast = (_records: readonly StepRecord[], _step: number): ReadonlySet<number> =>
  new Set();

/** The steps that depend on step `step`, itself included. */
export const causalFuture = (_records: readonly StepRecord[], _step: number): ReadonlySet<number> =>
  new Set();
