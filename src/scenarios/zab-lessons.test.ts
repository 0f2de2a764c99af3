/** What the lesson that breaks ZAB claims of each rule: that it is this rule, and that nothing else breaks. */
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../view/scenario.ts';
import { quorumMutants } from '../zookeeper/quorum/mutants.ts';
import { lessonFile } from './lesson-file.ts';
import { playAll } from './play-all.ts';

const file = (await lessonFile('break-zab')) as Scenario<'zookeeper'>;
const steps = file.steps ?? [];

/** One of the steps, with its run, as a scenario of its own. */
const alone = (index: number): Scenario<'zookeeper'> => ({
  ...file,
  steps: steps.slice(index, index + 1),
});

/** The same deeds with every rule on; a step that waits for a rule to be broken does not end. */
function withTheRule(index: number): Scenario<'zookeeper'> {
  return {
    ...alone(index),
    steps: steps.slice(index, index + 1).map(({ run = {}, ...step }) => {
      const { setup = {}, breaks: _, ...rest } = run;
      const { broken: __, ...kept } = setup;
      return { ...step, withinMs: 15_000, run: { ...rest, setup: kept } };
    }),
  };
}

describe.each(steps.map(({ id }, index) => [id, index] as const))('the step %s', (_id, index) => {
  const broken = steps[index]?.run?.setup?.broken ?? [];
  const answer = steps[index]?.predict?.options.find(
    ({ id }) => id === steps[index]?.predict?.answer,
  );

  it('breaks first what its rule protects', () => {
    const [rule = ''] = broken;
    expect(broken).toHaveLength(1);
    const caughtBy = quorumMutants[rule as keyof typeof quorumMutants].caughtBy;
    expect(answer?.if).toEqual({ violated: caughtBy });
    const facts = playAll(alone(index)).trace.flatMap((record) => record.facts);
    const first = facts.find((fact) => fact.rule === 'invariant-violated');
    expect(first?.data['invariant']).toBe(caughtBy);
  });

  it('breaks nothing with its rule on', () => {
    const { violations, trace } = playAll(withTheRule(index));
    const rules = trace.flatMap(({ facts }) => facts.map(({ rule }) => rule));
    expect(violations).toEqual([]);
    expect(rules).not.toContain('invariant-violated');
    // Something was done all the same.
    expect(rules).toContain('write-prepared');
  });
});

it('the lesson switches off the eight rules of the specification, each once', () => {
  const off = steps.flatMap(({ run }) => run?.setup?.broken ?? []);
  const named = Object.entries(quorumMutants).filter(([, { reach }]) => /^Z-B\d:/u.test(reach));
  expect(off.toSorted()).toEqual(named.map(([name]) => name).toSorted());
});
