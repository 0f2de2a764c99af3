import type { ProblemView } from '../view/command.ts';
import type { Condition } from '../view/condition.ts';
import { LIMITS } from '../view/limits.ts';
import type { ScenarioFile, ScenarioStep } from '../view/scenario.ts';
import { problem } from './problem.ts';

type Path = readonly (string | number)[];
interface Placed {
  readonly condition: Condition | undefined;
  readonly path: Path;
}

/**
 * Conditions with more parts than can be asked: most are asked after each step of a run, the others once,
 * when a step of the script is over.
 */
export function conditionProblems(file: ScenarioFile): readonly ProblemView[] {
  const problems: ProblemView[] = [];
  let all = 0;
  for (const { condition, path } of conditionsOf(file)) {
    if (condition === undefined) continue;
    const count = partsIn(condition);
    all += count;
    const most = LIMITS.conditionParts;
    if (count <= most || problems.length === LIMITS.problems) continue;
    const text = `This condition has ${count} parts; at most ${most} are asked after each step. Shorten it, or divide it among several steps.`;
    problems.push(problem('scenario-long-condition', path, text, { count, most }));
  }
  if (all <= LIMITS.conditions) return problems;
  const most = LIMITS.conditions;
  const text = `The conditions of this file have ${all} parts in all; at most ${most} are kept. Remove some.`;
  return [...problems, problem('scenario-many-conditions', [], text, { count: all, most })];
}

/** How many conditions it consists of, itself included. */
function partsIn(condition: Condition): number {
  const open: Condition[] = [condition];
  let count = 0;
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    count++;
    // One by one: a call with as many arguments as a file has room for exhausts the stack.
    if ('all' in one) for (const each of one.all) open.push(each);
    else if ('any' in one) for (const each of one.any) open.push(each);
    else if ('not' in one) open.push(one.not);
  }
  return count;
}

function* conditionsOf({ steps = [], expect = [] }: ScenarioFile): Generator<Placed> {
  for (const [index, step] of steps.entries()) yield* ofStep(step, ['steps', index]);
  for (const [at, { that }] of expect.entries())
    yield { condition: that, path: ['expect', at, 'that'] };
}

function* ofStep(step: ScenarioStep, path: Path): Generator<Placed> {
  const { when, until, run, tries, predict, expect = [] } = step;
  yield { condition: run?.from, path: [...path, 'run', 'from'] };
  yield { condition: when, path: [...path, 'when'] };
  for (const [at, what] of (step.do ?? []).entries())
    if (what.kind === 'wait') yield { condition: what.until, path: [...path, 'do', at, 'until'] };
  yield { condition: until, path: [...path, 'until'] };
  for (const [at, { that }] of expect.entries())
    yield { condition: that, path: [...path, 'expect', at, 'that'] };
  for (const [at, { if: asked }] of (predict?.options ?? []).entries())
    yield { condition: asked, path: [...path, 'predict', 'options', at, 'if'] };
  for (const [at, { if: asked }] of (tries?.goals ?? []).entries())
    yield { condition: asked, path: [...path, 'tries', 'goals', at, 'if'] };
}
