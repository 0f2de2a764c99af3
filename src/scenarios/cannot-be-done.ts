import type { InterventionRefused } from '../kernel/refusal.ts';

/** What a file says was done to its run, and cannot be done at that step. */
export class CannotBeDone extends Error {
  /** Its place among the file's interventions. */
  readonly index: number;
  readonly step: number;

  constructor(index: number, step: number, { message }: InterventionRefused) {
    super(`cannot be done at step ${step} (${message})`);
    this.index = index;
    this.step = step;
  }
}
