import { expect, it } from 'vitest';
import type { StepRecord } from '../../../view/fact.ts';
import { currentIndex, filterRecords } from './filter.ts';

const record = (step: number, more: Partial<StepRecord>): StepRecord => ({
  step,
  time: step,
  kind: 'timer',
  pid: 1,
  routine: false,
  message: null,
  sent: [],
  facts: [],
  ...more,
});
const records = [
  record(0, { kind: 'start' }),
  record(3, {
    kind: 'deliver',
    pid: 2,
    message: {
      id: 1,
      from: 1,
      to: 2,
      kind: 'notification',
      label: '',
      claim: 1,
      sentStep: 0,
      sentAt: 0,
    },
  }),
  record(5, { pid: 3 }),
];
const steps = (kind: StepRecord['kind'] | null, pid: number | null): number[] =>
  filterRecords(records, { kind, pid }).map((one) => one.step);

it('shows a server what happened to it and what it sent', () => {
  expect(steps(null, 1)).toEqual([0, 3]);
  expect(steps('deliver', null)).toEqual([3]);
  expect(steps('timer', 1)).toEqual([]);
});

it('marks the last step taken, also when the newest ones are filtered out', () => {
  expect(currentIndex(records, 4)).toBe(1);
  expect(currentIndex(records, 0)).toBe(-1);
});
