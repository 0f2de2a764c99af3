import type { LessonState } from '../view/command.ts';
import type { Fact } from '../view/fact.ts';
import type { ScenarioStep } from '../view/scenario.ts';
import { Came } from './came.ts';
import { holds } from './conditions.ts';
import type { Asked } from './conditions.ts';
import type { Progress } from './progress.ts';
import type { AnyWorld } from './protocol.ts';

/**
 * Which goals of a step are found where something that was tried has ended.
 * @param asked as of the run that it left
 * @param facts what came since
 */
export function foundBy(
  step: ScenarioStep | undefined,
  asked: Asked,
  world: AnyWorld,
  facts: readonly Fact[],
): readonly string[] {
  const came = new Came();
  came.note(facts, 0);
  const there: Asked = {
    ...asked,
    world,
    now: world.time,
    came: (what) => came.by(Infinity, what, 0),
  };
  const goals = step?.tries?.goals ?? [];
  return goals.filter((goal) => holds(goal.if, there)).map(({ id }) => id);
}

/** The goals of a step that is over, and which of them are found. */
export const goalsOf = (
  step: ScenarioStep | undefined,
  { found }: Pick<Progress, 'found'>,
): LessonState['goals'] =>
  (step?.tries?.goals ?? []).map(({ id }) => ({ id, found: found.has(id) }));
