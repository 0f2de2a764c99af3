import { beforeEach, expect, it, vi } from 'vitest';
import { sweep } from './sweep.ts';
import { working } from './work.ts';

vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });

const over = vi.fn<() => void>();
sweep.onEnd(over);

beforeEach(() => {
  sweep.letGo();
  over.mockClear();
});

/** A place is wished for, and comes. */
const go = (): void => {
  sweep.wished(false);
  sweep.arrived();
};

it('is no single place, and none that is wished for when the last one has been looked at', () => {
  go();
  expect(sweep.lasts()).toBe(false);
  vi.advanceTimersByTime(1000);
  go();
  expect(sweep.lasts()).toBe(false);
  expect(over).not.toHaveBeenCalled();
});

it('is one place soon after the other, and over when the last one is looked at', () => {
  go();
  vi.advanceTimersByTime(30);
  go();
  expect(sweep.lasts()).toBe(true);
  expect(working()).toBe(true);
  vi.advanceTimersByTime(100);
  go();
  vi.advanceTimersByTime(100);
  expect(sweep.lasts()).toBe(true);
  vi.advanceTimersByTime(100);
  expect(sweep.lasts()).toBe(false);
  expect(working()).toBe(false);
  expect(over).toHaveBeenCalledOnce();
});

it('does not end while a place is under way, however long that takes', () => {
  sweep.wished(false);
  sweep.wished(true);
  vi.advanceTimersByTime(5000);
  expect(sweep.lasts()).toBe(true);
  sweep.arrived();
  vi.advanceTimersByTime(200);
  expect(sweep.lasts()).toBe(false);
});

it('begins where the timeline is pressed, waits longer there, and is over when that is let go', () => {
  sweep.hold();
  go();
  vi.advanceTimersByTime(200);
  expect(sweep.lasts()).toBe(true);
  sweep.letGo();
  expect(sweep.lasts()).toBe(false);
  expect(over).toHaveBeenCalledOnce();

  sweep.hold();
  go();
  vi.advanceTimersByTime(400);
  expect(sweep.lasts()).toBe(false);
  expect(over).toHaveBeenCalledTimes(2);
});
