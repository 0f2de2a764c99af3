import type { LessonState } from '../view/command.ts';
import type { ScenarioStep } from '../view/scenario.ts';

/** What is known of steps before any of them is played. */
export const outlineOf = (steps: readonly ScenarioStep[]): LessonState['steps'] =>
  steps.map(({ id, predict, focus, speed, exhibit }) => ({
    id,
    asks: predict !== undefined,
    focus: focus ?? null,
    speed: speed ?? null,
    exhibit: exhibit ?? null,
  }));
