import { expect, it } from 'vitest';
import { limitMs, valuesOf } from './condition.ts';
import type { UntilKind } from './condition.ts';

it('takes a limit above zero and up to an hour', () => {
  expect(limitMs('60')).toBe(60_000);
  expect(limitMs('0.5')).toBe(500);
  for (const typed of ['', '0', '-1', '1e9', '4000']) expect(limitMs(typed)).toBeNull();
});

it('keeps what was typed, and takes the first choice where the chosen one is gone', () => {
  const kind: UntilKind = {
    id: 'state',
    label: '',
    fields: [
      { id: 'pid', label: '', first: '1', options: [{ id: '1', label: 'S1' }] },
      { id: 'zxid', label: '', first: '1·1' },
    ],
    build: () => ({ quiet: true }),
  };
  expect(valuesOf(kind, {})).toEqual({ pid: '1', zxid: '1·1' });
  expect(valuesOf(kind, { pid: '9', zxid: '2.7' })).toEqual({ pid: '1', zxid: '2.7' });
});
