import type { Micros } from '../../view/time.ts';
import type { TimeUnit } from '../time-text.ts';

/** Nice lengths: an axis is as long as the least of them at which the present is well inside it. */
const STEPS = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10];
/** So much of the axis is past at most. */
const PAST = 0.87;
const UNITS: Readonly<Record<TimeUnit, Micros>> = { us: 1, ms: 1000, s: 1_000_000 };

export interface TimeScale {
  readonly from: Micros;
  readonly to: Micros;
  readonly x: (time: Micros) => number;
  readonly unit: TimeUnit;
  /** Digits behind the point of the ticks' values. */
  readonly digits: number;
  readonly ticks: readonly { readonly time: Micros; readonly value: string }[];
}

/** A straight axis of virtual time, whose ends stay while the present moves inside it; `until`: shown, too. */
export function timeScale(
  first: Micros,
  now: Micros,
  [left, right]: readonly [number, number],
  until: Micros = now,
): TimeScale {
  const past = Math.max(10_000, now - first, (until - first) * PAST);
  const ten = 10 ** Math.floor(Math.log10(past / PAST));
  const length = (STEPS.find((one) => one * ten * PAST >= past) ?? 10) * ten;
  const [from, to] = [first, first + length];
  const unit: TimeUnit = length >= 2_000_000 ? 's' : length >= 2000 ? 'ms' : 'us';
  const most = Math.max(2, Math.floor((right - left) / 84));
  const rough = length / UNITS[unit] / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks = [];
  for (let n = Math.ceil(from / UNITS[unit] / step); n * step * UNITS[unit] <= to; n++) {
    ticks.push({ time: n * step * UNITS[unit], value: (n * step).toFixed(digits) });
  }
  return {
    from,
    to,
    unit,
    digits,
    ticks,
    x: (time) => left + ((Math.min(Math.max(time, from), to) - from) / length) * (right - left),
  };
}

/** A time in the axis's unit, a digit finer than its ticks. */
export const digitsIn = (time: Micros, { unit, digits }: TimeScale): string =>
  (time / UNITS[unit]).toFixed(unit === 'us' ? 0 : digits + 1);
