import type { InterventionRefused } from '../kernel/refusal.ts';
import { problem } from './problem.ts';
import { Unplayable } from './unplayable.ts';

/** What a file says was done to its run, and cannot be done at that step. */
export class CannotBeDone extends Unplayable {
  /** @param index its place among the file's interventions */
  constructor(index: number, step: number, { message }: InterventionRefused) {
    const text = `cannot be done at step ${step} (${message}). Remove it, or move it to another step.`;
    super(problem('scenario-cannot-be-done', ['interventions', index, 'what'], text, { step }));
  }
}
