import type { LessonState } from '../view/command.ts';
import type { Expectation } from '../view/scenario.ts';
import { holds } from './conditions.ts';
import type { Asked } from './conditions.ts';

/** Each expectation with its result. */
export const checked = (
  expected: readonly Expectation[],
  asked: Asked,
): LessonState['expectations'] =>
  expected.map(({ text, that }) => ({ text, ok: holds(that, asked) }));
