import { expect, it } from 'vitest';
import { noCapGhost } from './ghost.ts';
import type { CapGhost, CapRequest } from './ghost.ts';
import { stalenessOf } from './staleness.ts';

/** @param ends the step in which it was answered; null: it was not */
const request = (
  kind: 'read' | 'write',
  value: number,
  called: number,
  ends: number | null,
): CapRequest => ({
  number: called,
  client: 101,
  key: called,
  planned: null,
  kind,
  value,
  called: { at: called, step: called },
  returned: ends === null ? null : { at: ends, step: ends },
  outcome: ends === null ? 'waiting' : 'ok',
  error: '',
  before: [],
  readOnly: false,
  staleness: null,
  side: 'whole',
});

const after = (...requests: readonly CapRequest[]): CapGhost => ({ ...noCapGhost, requests });

it('a read is behind every write that was called after its value was there, and answered before it', () => {
  const ghost = after(
    request('write', 1, 10, 20),
    request('write', 2, 30, 40),
    request('write', 3, 50, 60),
  );
  expect([0, 1, 2, 3].map((value) => stalenessOf(ghost, 70, value))).toEqual([3, 2, 1, 0]);
  expect([0, 1, 2].map((value) => stalenessOf(ghost, 55, value))).toEqual([2, 1, 0]);
});

it('of two writes under way together either may be the newer one', () => {
  const ghost = after(request('write', 1, 10, 20), request('write', 2, 15, 40));
  expect([1, 2].map((value) => stalenessOf(ghost, 50, value))).toEqual([0, 0]);
});

it('a write that was never answered may be done at any time, until somebody has read it', () => {
  const open = request('write', 1, 10, null);
  const later = request('write', 2, 30, 40);
  expect(stalenessOf(after(open, later), 50, 1)).toBe(0);
  expect(stalenessOf(after(open, request('read', 1, 12, 20), later), 50, 1)).toBe(1);
  expect(stalenessOf(after(open, request('read', 1, 12, 35), later), 50, 1)).toBe(0);
});
