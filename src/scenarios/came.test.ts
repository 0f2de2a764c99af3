import { describe, expect, it } from 'vitest';
import type { Fact } from '../view/fact.ts';
import { Came } from './came.ts';

const fact = (step: number, rule: string, pid: number, data: Fact['data'] = {}): Fact => ({
  step,
  time: step,
  pid,
  rule,
  cause: null,
  data,
});

describe('which facts came up', () => {
  const came = new Came();
  came.note([fact(1, 'old', 1)], 2);
  came.note([fact(3, 'sync', 1, { how: 'DIFF', txns: 2 }), fact(3, 'sync', 2, { how: 'SNAP' })], 2);
  came.note([fact(5, 'sync', 1, { how: 'DIFF', txns: 0 })], 2);

  it('is asked by rule, process and values, at a position of the run', () => {
    expect(came.by(9, { rule: 'old' }, 0)).toBe(false);
    expect(came.by(4, { rule: 'sync' }, 0)).toBe(true);
    expect(came.by(3, { rule: 'sync' }, 0)).toBe(false);
    expect(came.by(9, { rule: 'sync', pid: 3 }, 0)).toBe(false);
    expect(came.by(9, { rule: 'sync', data: { how: 'DIFF', txns: 2 } }, 0)).toBe(true);
    expect(came.by(9, { rule: 'sync', pid: 2, data: { how: 'DIFF' } }, 0)).toBe(false);
    expect(came.by(9, { rule: 'sync', data: { bytes: 1 } }, 0)).toBe(false);
  });

  it('counts them when it is asked how many', () => {
    const diffs = (times: number) => ({ rule: 'sync', data: { how: 'DIFF' }, times });
    expect([0, 1, 2, 3].filter((times) => came.by(9, diffs(times), 0))).toEqual([2]);
    expect([0, 1, 2, 3].filter((times) => came.by(4, diffs(times), 0))).toEqual([1]);
    expect(came.by(9, { rule: 'none', times: 0 }, 0)).toBe(true);
  });

  it('takes those that came within a time of the step', () => {
    const within = (from: number, to: number, since: number) =>
      came.by(9, { rule: 'sync', betweenMs: [from, to] }, since);
    expect(within(0.003, 0.004, 0)).toBe(true);
    expect(within(0.006, 1, 0)).toBe(false);
    expect(within(0.002, 0.002, 3)).toBe(true);
  });

  it('is told nothing new by a step that is told again, until it is forgotten', () => {
    came.note([fact(5, 'sync', 1, { how: 'DIFF', txns: 0 })], 2);
    expect(came.by(9, { rule: 'sync', times: 3 }, 0)).toBe(true);
    came.forget(5);
    expect(came.by(9, { rule: 'sync', times: 2 }, 0)).toBe(true);
    came.note([fact(5, 'sync', 2)], 2);
    expect(came.by(9, { rule: 'sync', times: 3 }, 0)).toBe(true);
  });

  it('counts again where it is asked of an earlier position or from a later time on', () => {
    const asked = { rule: 'sync', times: 2 };
    const since = { rule: 'sync', betweenMs: [0, 1] as const, times: 1 };
    expect([9, 4, 9].map((position) => came.by(position, asked, 0))).toEqual([false, true, false]);
    expect([0, 4, 0].map((time) => came.by(9, since, time))).toEqual([false, true, false]);
  });

  it('counts a fact in its place, whenever it is told', () => {
    const late = new Came();
    const asked = { rule: 'sync', times: 1 };
    late.note([fact(7, 'sync', 1)], 0);
    expect(late.by(9, asked, 0)).toBe(true);
    late.note([fact(3, 'sync', 2)], 0);
    expect(late.by(9, asked, 0)).toBe(false);
    expect(late.by(5, asked, 0)).toBe(true);
    expect(late.first(9, { rule: 'sync' }, 0)).toBe(4);
  });

  it('asked after each of many steps, looks at each fact once', () => {
    const long = new Came();
    let looks = 0;
    const asked = { rule: 'tick', data: { count: 1 }, times: -1 };
    for (let step = 0; step < 1000; step++) {
      const one = fact(step, 'tick', 1);
      const data = Object.defineProperty({}, 'count', { get: () => ++looks });
      long.note([{ ...one, data }], 0);
      long.by(step + 1, asked, 0);
    }
    expect(looks).toBe(1000);
  });
});
