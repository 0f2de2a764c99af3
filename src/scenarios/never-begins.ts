import { LIMITS } from '../view/limits.ts';
import type { Micros } from '../view/time.ts';

/** Where a run of a scenario should begin never comes: what it names does not happen, or not for very long. */
export class NeverBegins extends Error {
  /** The place of its first step among all steps. */
  readonly index: number;

  constructor(index: number) {
    const { beginMs, beginSteps } = LIMITS;
    super(`does not come true within ${beginMs / 1000} s of virtual time, or ${beginSteps} steps`);
    this.index = index;
  }

  get path(): readonly ['steps', number, 'run', 'from'] {
    return ['steps', this.index, 'run', 'from'];
  }

  get where(): string {
    return `steps[${this.index}].run.from`;
  }

  /** With what to do. */
  get text(): string {
    return `${this.message}. Name what happens in this run before that, or leave "from" out.`;
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
