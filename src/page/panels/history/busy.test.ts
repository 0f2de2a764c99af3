import { expect, it } from 'vitest';
import type { Mark } from '../../../view/frame.ts';
import { aroundBusy } from './busy.ts';

const quiet = (since: number, position: number, open?: true): Mark => ({
  kind: 'quiet',
  pid: null,
  time: 0,
  duration: 1_000_000,
  since,
  position,
  ...(open === undefined ? {} : { open }),
});

it('looks back over the pings of quiet stretches as if they were not there', () => {
  const marks = [quiet(300, 9000), quiet(9100, 20_000)];
  expect(aroundBusy(marks, 20_100, 20_100, 400, 400).from).toBe(0);
  expect(aroundBusy(marks, 20_100, 20_100, 150, 400).from).toBe(9000);
  expect(aroundBusy(marks, 20_100, 20_100, 50, 400).from).toBe(20_000);
});

it('looks ahead over them, too, as far as the run goes', () => {
  const marks = [quiet(300, 9000)];
  expect(aroundBusy(marks, 290, 12_000, 100, 400)).toEqual({ from: 0, to: 9400 });
  expect(aroundBusy(marks, 290, 9100, 100, 400).to).toBe(9100);
});

it('keeps its beginning while pings pass, and moves in pieces', () => {
  const open = [quiet(700, 700, true)];
  const { from } = aroundBusy(open, 800, 800, 600, 400);
  expect(aroundBusy(open, 80_000, 80_000, 600, 400).from).toBe(from);
  expect(aroundBusy([], 1650, 5000, 600, 400)).toEqual(aroundBusy([], 1790, 5000, 600, 400));
});
