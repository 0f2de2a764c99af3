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

/** Z-R of the specification after its first row: what goes between servers, packet by packet. */
const Z_R = [
  'S1 → S2 FOLLOWERINFO',
  'S2 → S1 LEADERINFO',
  'S1 → S2 ACKEPOCH',
  'S2 → S1 DIFF',
  'S2 → S1 PROPOSAL',
  'S2 → S1 COMMIT',
  'S2 → S1 NEWLEADER',
  'S1 → S2 ACK',
  // A log acknowledges what it has logged, and a learner UPTODATE, too: a leader takes no notice of these.
  'S1 → S2 ACK',
  'S2 → S1 UPTODATE',
  'S1 → S2 ACK',
  'S2 → S1 PROPOSAL',
  'S1 → S2 ACK',
  'S2 → S1 COMMIT',
  'S3 → S2 FOLLOWERINFO',
  'S2 → S3 LEADERINFO',
  'S3 → S2 ACKEPOCH',
  'S2 → S3 DIFF',
  'S2 → S3 PROPOSAL',
  'S2 → S3 COMMIT',
  'S2 → S3 NEWLEADER',
  'S3 → S2 ACK',
  'S3 → S2 ACK',
  'S2 → S3 UPTODATE',
  'S3 → S2 ACK',
];

it('the lesson on a new leader goes through Z-R, packet by packet', async () => {
  const lesson = (await lessonFile('acknowledged-not-announced')) as Scenario<'zookeeper'>;
  const { trace } = playAll(lesson);
  const died = trace.findIndex(({ facts }) => facts.some(({ rule }) => rule === 'crashed'));
  const again = trace.findIndex(
    ({ facts }, at) => at > died && facts.some(({ rule }) => rule === 'crashed'),
  );
  const isPacket = new Set(Z_R.map((row) => row.split(' ').at(-1)));
  const packets = trace
    .slice(died, again)
    .flatMap(({ message, kind }) =>
      kind === 'deliver' && message !== null && isPacket.has(message.kind)
        ? [`S${message.from} → S${message.to} ${message.kind}`]
        : [],
    );
  expect(died).toBeGreaterThan(0);
  expect(packets).toEqual(Z_R);
});
