import { scaleLinear } from 'd3';
import type { Micros } from '../view/time.ts';
import type { TimeUnit } from './time-text.ts';

/** A stretch of time that is drawn shorter than it was, because nothing happened in it. */
export interface Fold {
  readonly from: Micros;
  readonly to: Micros;
  /** Its middle on the axis. */
  readonly x: number;
}

export interface TimeScale {
  readonly x: (time: Micros) => number;
  readonly folds: readonly Fold[];
  readonly unit: TimeUnit;
  /** At round values of the unit. */
  readonly ticks: readonly { readonly value: number; readonly x: number }[];
}

const UNITS: Readonly<Record<TimeUnit, Micros>> = { us: 1, ms: 1000, s: 1_000_000 };
/** Width of a folded stretch. */
const FOLDED = 36;
const TICK_ROOM = 64;

/**
 * Time to x, with long stretches between the given moments folded. A stretch is long when it takes
 * more than a third of the window and what remains is worth the room.
 */
export const timeScale = (
  moments: readonly Micros[],
  window: readonly [Micros, Micros],
  range: readonly [number, number],
): TimeScale => {
  const [from, to] = window;
  const whole = Math.max(1, to - from);
  // Only between two moments: before the first and after the last one, the room is left as it is.
  const inside = [...new Set(moments.filter((t) => t >= from && t <= to))].toSorted(
    (a, b) => a - b,
  );
  const stretches = inside.slice(1).map((end, i) => ({ start: inside[i] ?? from, end }));
  const long = stretches.filter(({ start, end }) => end - start > whole / 3 && moments.length > 1);
  const folded = long.reduce((sum, { start, end }) => sum + end - start, 0);
  const width = range[1] - range[0] - long.length * FOLDED;
  const perMicro = width / Math.max(1, whole - folded);
  const domain: number[] = [from];
  const places: number[] = [range[0]];
  const folds: Fold[] = [];
  let time = from;
  let x = range[0];
  for (const { start, end } of long) {
    x += (start - time) * perMicro;
    domain.push(start, end);
    places.push(x, x + FOLDED);
    folds.push({ from: start, to: end, x: x + FOLDED / 2 });
    x += FOLDED;
    time = end;
  }
  domain.push(to === time ? to + 1 : to);
  places.push(range[1]);
  const scale = scaleLinear(domain, places);
  const shown = whole - folded;
  const unit = shown >= 5_000_000 ? 's' : shown >= 2000 ? 'ms' : 'us';
  return { x: scale, folds, unit, ticks: ticksOf(domain, places, folds, UNITS[unit]) };
};

/** Ticks at round times, outside of folds. */
function ticksOf(
  domain: readonly number[],
  places: readonly number[],
  folds: readonly Fold[],
  unit: Micros,
): TimeScale['ticks'] {
  const ticks: { value: number; x: number }[] = [];
  for (let i = 0; i + 1 < domain.length; i++) {
    const start = domain[i] ?? 0;
    const end = domain[i + 1] ?? 0;
    if (folds.some((fold) => fold.from === start && fold.to === end)) continue;
    const x0 = places[i] ?? 0;
    const x1 = places[i + 1] ?? 0;
    if (x1 - x0 < TICK_ROOM / 2) continue;
    const scale = scaleLinear([start / unit, end / unit], [x0, x1]);
    for (const value of scale.ticks(Math.max(1, Math.floor((x1 - x0) / TICK_ROOM / 1.6)))) {
      const x = scale(value);
      const before = ticks.at(-1);
      if (before !== undefined && x - before.x < TICK_ROOM * 0.75) continue;
      ticks.push({ value, x });
    }
  }
  return ticks;
}
