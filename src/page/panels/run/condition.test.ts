import { expect, it } from 'vitest';
import { buildUntil, firstUntil } from './condition.ts';

const base = firstUntil(3);

it('builds a condition from each kind of question', () => {
  const built = (change: Partial<typeof base>): unknown => buildUntil({ ...base, ...change });
  expect(built({})).toEqual({ condition: { leader: 'any' }, withinMs: 60_000 });
  expect(built({ kind: 'no-leader', limitS: '0.5' })).toEqual({
    condition: { leader: 'none' },
    withinMs: 500,
  });
  expect(built({ kind: 'state', state: 'FOLLOWING' })).toMatchObject({
    condition: { state: { pid: 3, is: 'FOLLOWING' } },
  });
  expect(built({ kind: 'zxid', zxid: '2.7' })).toMatchObject({
    condition: { zxid: { pid: 3, atLeast: '2·7' } },
  });
  expect(built({ kind: 'quiet' })).toMatchObject({ condition: { quiet: true } });
});

it('names the field that is wrong', () => {
  expect(buildUntil({ ...base, kind: 'zxid', zxid: 'seven' })).toEqual({ wrong: 'zxid' });
  for (const limitS of ['', '0', '-1', '1e9', '4000']) {
    expect(buildUntil({ ...base, limitS })).toEqual({ wrong: 'limit' });
  }
});
