/** A storage with fencing and without (specification R-13). */
import { describe, expect, it } from 'vitest';
import type { OutsideSetup } from '../view/outside.ts';
import { outsideWorld } from './testing/outside-world.ts';
import type { Errand } from './testing/asker.ts';

const storage = (fencing: boolean): OutsideSetup => ({
  id: 301,
  name: 'S',
  kind: 'storage',
  fencing,
});
const write = (value: string, token: number | null, afterMs = 0): Errand => ({
  to: 'S',
  request: { op: 'write', value, token },
  afterMs,
});

/** C2 writes B under token 34, then C1, which knows nothing of it, writes A under 33. */
const stale = (fencing: boolean) => {
  const lab = outsideWorld([storage(fencing)], [[write('A', 33, 30)], [write('B', 34)]]);
  lab.until(100);
  return lab;
};

describe('a write with a token that is older than the newest', () => {
  it('overwrites where nobody compares', () => {
    const { printed, seen } = stale(false);
    expect(printed(101)).toEqual(['OK A']);
    expect(seen('S', 'storage')).toMatchObject({ value: 'A', writer: 101, refused: 0 });
  });

  it('is refused where tokens are compared', () => {
    const { printed, seen } = stale(true);
    expect(printed(101)).toEqual(['StaleToken 34']);
    expect(seen('S', 'storage')).toMatchObject({
      value: 'B',
      writer: 102,
      greatest: 34,
      refused: 1,
      writes: [
        { value: 'B', token: 34, accepted: true },
        { value: 'A', token: 33, accepted: false },
      ],
    });
  });
});

it('accepts a token that is as great as the greatest: its owner writes more than once', () => {
  const { until, printed } = outsideWorld([storage(true)], [[write('A', 33), write('B', 33)]]);
  until(100);
  expect(printed(101)).toEqual(['OK A', 'OK B']);
});

it('refuses a write that has no token, before and after', () => {
  const errands = [write('A', null), write('B', 1), write('C', null)];
  const { until, printed } = outsideWorld([storage(true)], [errands]);
  until(100);
  expect(printed(101)).toEqual(['StaleToken null', 'OK B', 'StaleToken 1']);
});

it('remembers the greatest token when it is started again', () => {
  const errands = [write('B', 34), write('A', 33, 50)];
  const { world, until, printed } = outsideWorld([storage(true)], [errands]);
  until(30);
  world.intervene({ kind: 'kill', pid: 301 });
  world.intervene({ kind: 'start', pids: [301] });
  until(100);
  expect(printed(101)).toEqual(['OK B', 'StaleToken 34']);
});
