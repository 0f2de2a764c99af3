import { expect, it } from 'vitest';
import type { EventPlace } from '../../../stage/time/spacetime-events.ts';
import { nextEvent } from './rove.ts';

const record = {
  time: 0,
  kind: 'deliver',
  pid: 1,
  routine: false,
  message: null,
  sent: [],
  facts: [],
} as const;
const event = (step: number, x: number, y: number): EventPlace => ({
  step,
  x,
  y,
  record: { ...record, step },
});
const events = [event(1, 0, 10), event(2, 20, 30), event(4, 40, 30), event(7, 60, 10)];

it('leads through the events in the order of time, and stops at the ends', () => {
  expect(nextEvent(events, 2, 'ArrowRight')?.step).toBe(4);
  expect(nextEvent(events, 2, 'ArrowLeft')?.step).toBe(1);
  expect(nextEvent(events, 7, 'ArrowRight')).toBeNull();
  expect(nextEvent(events, 4, 'Home')?.step).toBe(1);
  expect(nextEvent(events, 1, 'End')?.step).toBe(7);
});

it('leads up and down to the nearest event of the next lane', () => {
  expect(nextEvent(events, 4, 'ArrowUp')?.step).toBe(7);
  expect(nextEvent(events, 1, 'ArrowDown')?.step).toBe(2);
  expect(nextEvent(events, 1, 'ArrowUp')).toBeNull();
});

it('leaves other keys and what is no event alone', () => {
  expect(nextEvent(events, 4, 'x')).toBeNull();
  expect(nextEvent(events, 99, 'ArrowRight')).toBeNull();
});
