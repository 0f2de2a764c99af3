import { describe, expect, it } from 'vitest';
import { LIMITS } from '../view/limits.ts';
import { loadText } from './load-text.ts';

const good = {
  format: 'zooscope-scenario',
  version: 1,
  model: 'election',
  seed: 1,
  setup: { profile: 'golden', servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }] },
};

const some = (count: number): readonly object[] =>
  Array.from({ length: count }, () => ({ leader: 1 }));
const problemsOf = (more: object): readonly object[] =>
  loadText({ ...good, ...more }).problems ?? [];

describe('a condition that is asked after each step of a run', () => {
  const most = LIMITS.conditionParts;
  const long = { any: [{ not: { all: some(most - 3) } }, { leader: 2 }] };
  const tooLong = (where: string, count = most + 1) => [
    { code: 'scenario-long-condition', where, data: { count, most } },
  ];

  it('has as many parts as the limit says, however they are nested', () => {
    expect(problemsOf({ steps: [{ id: 'a', until: { any: some(most - 1) } }] })).toEqual([]);
    expect(problemsOf({ steps: [{ id: 'a', until: long }] })).toMatchObject(
      tooLong('steps[0].until'),
    );
  });

  it.each([
    ['when', 'steps[0].when', { when: long }],
    ['a wait', 'steps[0].do[0].until', { do: [{ kind: 'wait', until: long }] }],
    ['what is expected', 'steps[0].expect[0].that', { expect: [{ text: 'a', that: long }] }],
    ['where a run begins', 'steps[0].run.from', { run: { from: long } }],
  ])('is counted wherever it stands: %s', (_name, where, step) => {
    expect(problemsOf({ steps: [{ id: 'a', ...step }] })).toMatchObject(tooLong(where));
  });

  it('with more parts than a call can have arguments is counted, too', () => {
    const steps = [{ id: 'a', until: { all: some(LIMITS.listItems - 1) } }];
    expect(problemsOf({ steps })).toMatchObject(tooLong('steps[0].until', LIMITS.listItems));
  });
});

it('all conditions of a file together have as many parts as the limit says', () => {
  const most = LIMITS.conditions;
  const expected = (count: number) =>
    Array.from({ length: count }, () => ({ text: 'a', that: { leader: 1 } }));
  expect(problemsOf({ expect: expected(most) })).toEqual([]);
  const steps = [{ id: 'a', until: { leader: 2 } }];
  expect(problemsOf({ steps, expect: expected(most) })).toMatchObject([
    { code: 'scenario-many-conditions', data: { count: most + 1, most } },
  ]);
});
