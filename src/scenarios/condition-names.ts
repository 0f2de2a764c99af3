import type { ProblemView } from '../view/command.ts';
import { LIMITS } from '../view/limits.ts';
import { problem } from './problem.ts';

/** The fields of conditions that name a process. */
export const NAMES_PROCESS: ReadonlySet<string> = new Set([
  'pid',
  'server',
  'leader',
  'serving',
  'answered',
  'from',
  'to',
]);

/** So many parts of conditions stand in a file. */
export function manyConditions(count: number): ProblemView {
  const most = LIMITS.conditions;
  const text = `The conditions of this file have ${count} parts in all; at most ${most} are kept. Remove some.`;
  return problem('scenario-many-conditions', [], text, { count, most });
}
