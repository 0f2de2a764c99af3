import { LIMITS } from '../view/limits.ts';
import type { Micros } from '../view/time.ts';
import type { ProblemView } from '../view/command.ts';
import { problem } from './problem.ts';
import { Unplayable } from './unplayable.ts';

/** Where a run of a scenario should begin never comes: what it names does not happen, or not for very long. */
export class NeverBegins extends Unplayable {
  readonly problem: ProblemView;

  /** @param index the place of its first step among all steps */
  constructor(index: number) {
    const { beginMs, beginSteps } = LIMITS;
    super(`does not come true within ${beginMs / 1000} s of virtual time, or ${beginSteps} steps`);
    const text = `${this.message}. Name what happens in this run before that, or leave "from" out.`;
    const data = { seconds: beginMs / 1000, steps: beginSteps };
    this.problem = problem('scenario-never-begins', ['steps', index, 'run', 'from'], text, data);
  }
}

/**
 * Takes steps until it is so: there the script of a run begins.
 * @param index the place of its first step among all steps
 * @param step takes one that is due by then; says whether there was one
 * @throws NeverBegins
 */
export function takeToBeginning(
  index: number,
  isThere: () => boolean,
  step: (limit: Micros) => boolean,
): void {
  const limit = LIMITS.beginMs * 1000;
  for (let steps = 0; !isThere(); steps++)
    if (steps === LIMITS.beginSteps || !step(limit)) throw new NeverBegins(index);
}
