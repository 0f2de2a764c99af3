import { Director } from '../scenarios/director.ts';
import { takeToBeginning } from '../scenarios/never-begins.ts';
import type { Sliced } from '../scenarios/slices.ts';
import type { Condition } from '../view/condition.ts';
import type { StepRecord } from '../view/fact.ts';
import type { Run } from './run.ts';

/**
 * Takes a run to where its script begins.
 * @param first the place of the script's first step among all steps
 * @param note is told of each step on the way
 * @throws NeverBegins
 */
export function* toBeginning(
  run: Run,
  from: Condition,
  first: number,
  note: (record: StepRecord | null) => void,
): Sliced {
  const holds = Director.watch(from, run.protocol, run.world);
  const isThere = (): boolean => {
    note(run.last);
    return holds(run.world, run.last?.facts ?? [], false, run.planned);
  };
  yield* takeToBeginning(first, isThere, (limit) => run.explainedStep(limit));
}
