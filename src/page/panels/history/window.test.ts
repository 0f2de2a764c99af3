import { expect, it } from 'vitest';
import type { StepRecord } from '../../../view/fact.ts';
import { around, EMPTY, extend, missing, slid } from './window.ts';

const record = (step: number): StepRecord => ({
  step,
  time: step,
  kind: 'deliver',
  pid: 1,
  routine: false,
  message: null,
  sent: [],
  facts: [],
});
const want = (from: number, to: number) => ({ run: 1, branch: 0, all: false, from, to });

it('asks only for what a growing run has added', () => {
  const first = extend(EMPTY, want(0, 2), { from: 0, to: 2 }, [record(0), record(1)]);
  expect(missing(first, want(0, 2))).toBeNull();
  expect(missing(first, want(0, 3))).toEqual({ from: 2, to: 3 });
  const second = extend(first, want(0, 3), { from: 2, to: 3 }, [record(2)]);
  expect(second.records.map((one) => one.step)).toEqual([0, 1, 2]);
});

it('begins again on another branch, another window, and in another run, and when less is wanted', () => {
  const known = extend(EMPTY, want(0, 2), { from: 0, to: 2 }, [record(0), record(1)]);
  expect(missing(known, { ...want(0, 2), branch: 1 })).toEqual({ from: 0, to: 2 });
  expect(missing(known, { ...want(0, 2), run: 2 })).toEqual({ from: 0, to: 2 });
  expect(missing(known, want(3, 4))).toEqual({ from: 3, to: 4 });
  expect(missing(known, want(0, 1))).toEqual({ from: 0, to: 1 });
  expect(slid(known, want(0, 1))).toBe(EMPTY);
});

it('keeps what a window that moves ahead still shows, and forgets what it has left', () => {
  const records = [record(0), record(1), record(2)];
  const known = extend(EMPTY, want(0, 3), { from: 0, to: 3 }, records);
  expect(slid(known, want(0, 5))).toBe(known);
  expect(slid(known, want(2, 5)).records).toEqual([record(2)]);
  expect(missing(known, want(2, 5))).toEqual({ from: 3, to: 5 });
  expect(extend(known, want(2, 5), { from: 3, to: 5 }, [record(4)]).records).toEqual([
    record(2),
    record(4),
  ]);
  expect(slid(known, want(4, 5))).toBe(EMPTY);
});

it('keeps its window still while the playhead moves inside a piece', () => {
  expect(around(450, 10_000, 200, 100)).toEqual(around(490, 10_000, 200, 100));
  expect(around(50, 60, 200, 100)).toEqual({ from: 0, to: 60 });
});
