import { LIMITS } from '../view/limits.ts';
import { problem } from './problem.ts';
import { Unplayable } from './unplayable.ts';

/** The time of a deed whose step the file does not say is so late that nobody looks for its step. */
export class NeverComes extends Unplayable {
  /** @param index its place among the file's interventions */
  constructor(index: number, timeMs: number) {
    const steps = LIMITS.placedSteps;
    const text = `the run has not come to ${timeMs} ms after ${steps} steps. Give an earlier time, or the step at which it is done.`;
    const path = ['interventions', index, 'timeMs'];
    super(problem('scenario-never-comes', path, text, { timeMs, steps }));
  }
}
