import { expect, it } from 'vitest';
import { BEHAVIOUR, CHANGES } from '../../view/behaviour.ts';
import { allWords } from '../words/bundles.ts';
import { problemText } from '../words/problem-text.ts';
import { otherwise } from './otherwise.ts';

const run = { v: 1, scenario: {}, digest: 'aa', position: 3, behaviour: 2 };
const own = {
  behaviour: 4,
  changes: [
    { since: 2, models: ['paxos', 'election'] },
    { since: 3, models: ['paxos'] },
    { since: 4, models: ['paxos', 'zookeeper'] },
  ],
} as const;

it('a run that comes out as it did has nothing to be told', () => {
  expect(otherwise(run, 'aa', 'paxos', own)).toBeNull();
});

it('one that does not is told what has changed for its lab since it was shared', () => {
  expect(otherwise(run, 'bb', 'paxos', own)).toMatchObject({
    code: 'digest-since',
    data: { actual: 'bb', expected: 'aa', changes: '3,4' },
  });
  const { behaviour: _, ...before } = run;
  expect(otherwise(before, 'bb', 'election', own)?.data).toMatchObject({ changes: '2' });
});

it('one that nothing explains is told so', () => {
  expect(otherwise(run, 'bb', 'election', own)?.code).toBe('digest-differs');
});

it('one of a newer build is told to take that', () => {
  expect(otherwise({ ...run, behaviour: 5 }, 'bb', 'paxos', own)?.code).toBe('digest-newer');
});

it('says each change in words, in both languages', async () => {
  expect(CHANGES.map(({ since }) => since)).toEqual(CHANGES.map((_, i) => i + 2));
  expect(BEHAVIOUR).toBe(CHANGES.length + 1);
  for (const locale of ['en', 'zh-CN'] as const) {
    const { problems } = await allWords(locale);
    expect(Object.keys(problems.changes)).toEqual(CHANGES.map(({ since }) => String(since)));
  }
  const found = otherwise(run, 'bb', 'paxos', own);
  if (found === null) throw new Error('it differs');
  const t = Object.assign(
    (key: string, data: { changes?: string } = {}) => `${key} ${data.changes ?? ''}`,
    { has: () => true },
  );
  expect(problemText(found, t as never)).toBe('digest-since changes.3 ; changes.4 ');
});
