import type { Micros } from '../view/time.ts';

export type TimeUnit = 'us' | 'ms' | 's';

const short = (value: number, digits: number): number => Number(value.toFixed(digits));

/** A wait in whole or tenths of its unit: `42 s`, `8.4 s`, `250 ms`. */
export const waitParts = (wait: Micros): { readonly value: number; readonly unit: TimeUnit } => {
  if (wait < 1000) return { value: Math.round(wait), unit: 'us' };
  if (wait < 1_000_000) return { value: short(wait / 1000, wait < 10_000 ? 1 : 0), unit: 'ms' };
  return { value: short(wait / 1_000_000, wait < 100_000_000 ? 1 : 0), unit: 's' };
};

/** Virtual time as a person reads it, in the unit that suits it: `850 µs`, `19 ms`, `12.4 s`. */
export const timeParts = (time: Micros): { readonly value: number; readonly unit: TimeUnit } => {
  if (time < 0) {
    const { value, unit } = timeParts(-time);
    return { value: -value, unit };
  }
  if (time !== 0 && time < 1000) return { value: Math.round(time), unit: 'us' };
  if (time < 10_000_000) return { value: short(time / 1000, time < 100_000 ? 1 : 0), unit: 'ms' };
  return { value: short(time / 1_000_000, 2), unit: 's' };
};
