import { LIMITS } from '../view/limits.ts';
import { problem } from './problem.ts';
import { Unplayable } from './unplayable.ts';

/** What lies before a step of a script takes too many steps of its runs to be played at once. */
export class TooFar extends Unplayable {
  /** @param index the step's place among all */
  constructor(index: number) {
    const steps = LIMITS.scriptSteps;
    const text = `The runs before this step take more than ${steps} steps in all. Go to an earlier step first.`;
    super(problem('scenario-too-far', ['steps', index], text, { steps }));
  }
}
