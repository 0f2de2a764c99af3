import { LIMITS } from '../view/limits.ts';
import type { Micros } from '../view/time.ts';
import { problem } from './problem.ts';
import { SLICE } from './slices.ts';
import type { Sliced } from './slices.ts';
import { Unplayable } from './unplayable.ts';

/** Where a run of a scenario should begin never comes: what it names does not happen, or not for very long. */
export class NeverBegins extends Unplayable {
  /** @param index the place of its first step among all steps */
  constructor(index: number) {
    const data = { seconds: LIMITS.beginMs / 1000, steps: LIMITS.beginSteps };
    const text = `does not come true within ${data.seconds} s of virtual time, or ${data.steps} steps. Name what happens in this run before that, or leave "from" out.`;
    super(problem('scenario-never-begins', ['steps', index, 'run', 'from'], text, data));
  }
}

/**
 * Takes steps until it is so: there the script of a run begins.
 * @param index the place of its first step among all steps
 * @param step takes one that is due by then; says whether there was one
 * @throws NeverBegins
 */
export function* takeToBeginning(
  index: number,
  isThere: () => boolean,
  step: (limit: Micros) => boolean,
): Sliced {
  const limit = LIMITS.beginMs * 1000;
  for (let steps = 1; !isThere(); steps++) {
    if (steps > LIMITS.beginSteps || !step(limit)) throw new NeverBegins(index);
    if (steps % SLICE === 0) yield SLICE;
  }
}
