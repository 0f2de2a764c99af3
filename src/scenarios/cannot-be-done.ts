import type { InterventionRefused } from '../kernel/refusal.ts';
import type { ProblemView } from '../view/command.ts';
import { problem } from './problem.ts';
import { Unplayable } from './unplayable.ts';

/** What a file says was done to its run, and cannot be done at that step. */
export class CannotBeDone extends Unplayable {
  readonly problem: ProblemView;

  /** @param index its place among the file's interventions */
  constructor(index: number, step: number, { message }: InterventionRefused) {
    super(`cannot be done at step ${step} (${message})`);
    const text = `${this.message}. Remove it, or move it to another step.`;
    const path = ['interventions', index, 'what'];
    this.problem = problem('scenario-cannot-be-done', path, text, { step });
  }
}
