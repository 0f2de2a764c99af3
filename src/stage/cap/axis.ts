import type { CapDetail, CapRequestView } from '../../view/cap.ts';
import type { Micros } from '../../view/time.ts';
import { fittedAxis, longGaps } from '../time/fold.ts';
import type { FoldedAxis } from '../time/fold.ts';

/** Longer than this nothing but waiting is folded. */
const LONG: Micros = 15_000_000;
/** Width of a fold: its length stands in it. */
const PLEAT = 44;
/** Before the first moment, and after the last one. */
const PAD: Micros = 1_000_000;
/** Requests whose time nobody knows yet stand so far from one another, behind what is planned. */
const STEP: Micros = 1_000_000;
/** Least distance of two times. */
const TICK_ROOM = 52;
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

export interface CapAxis extends FoldedAxis {
  readonly from: Micros;
  readonly to: Micros;
  /** Where each request stands: its end, else its call, else when it is to come. */
  readonly placeOf: (request: CapRequestView) => Micros;
  /** Seconds since the experiment's t = 0. */
  readonly ticks: readonly { readonly x: number; readonly value: string }[];
}

/** When each request that has no time yet is drawn. */
function guessedTimes(detail: CapDetail, now: Micros): ReadonlyMap<number, Micros> {
  const planned = detail.cuts.flatMap(({ from, to }) => [from, to ?? from]);
  const known = detail.requests.flatMap(({ at, returnedAt }) => [at ?? 0, returnedAt ?? 0]);
  let last = Math.max(now, ...planned, ...known);
  const times = new Map<number, Micros>();
  for (const { number, at, calledAt } of detail.requests) {
    if (at !== null || calledAt !== null) continue;
    last += STEP;
    times.set(number, last);
  }
  return times;
}

/**
 * Virtual time from the first request to the last one that is planned. Long stretches in which nothing
 * is called, answered, cut or healed are folded; `now` is never inside of one.
 */
export function capAxis(
  detail: CapDetail,
  now: Micros,
  [left, right]: readonly [number, number],
): CapAxis {
  const guessed = guessedTimes(detail, now);
  const placeOf = (one: CapRequestView): Micros =>
    one.returnedAt ?? one.calledAt ?? one.at ?? guessed.get(one.number) ?? now;
  const moments = [
    ...detail.requests.flatMap((one) => [
      one.calledAt ?? placeOf(one),
      one.returnedAt ?? one.calledAt ?? placeOf(one),
    ]),
    ...detail.cuts.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
    now,
  ].toSorted((a, b) => a - b);
  const first = moments[0] ?? now;
  const from = Math.min(first, Math.max(detail.zero - PAD, 0)) - PAD;
  const to = (moments.at(-1) ?? now) + PAD;
  const folds = longGaps(moments, LONG).map((gap) => ({
    from: gap.from + PAD / 2,
    to: gap.to - PAD / 2,
  }));
  const axis = fittedAxis({ from, to }, folds, [left, right], PLEAT);
  return { ...axis, from, to, placeOf, ticks: ticksOf(axis, detail.zero) };
}

function ticksOf(axis: FoldedAxis, zero: Micros): CapAxis['ticks'] {
  const second = 1_000_000 * axis.perUnit;
  const step = STEPS.find((one) => one * second >= TICK_ROOM) ?? 1000;
  const digits = step < 1 ? 1 : 0;
  const ticks: { x: number; value: string }[] = [];
  for (const { from, to } of axis.plain) {
    const start = Math.ceil((from - zero) / 1_000_000 / step);
    for (let n = start; zero + n * step * 1_000_000 <= to; n++) {
      const x = axis.x(zero + n * step * 1_000_000);
      if (x - (ticks.at(-1)?.x ?? -Infinity) < TICK_ROOM * 0.6) continue;
      ticks.push({ x, value: (n * step).toFixed(digits) });
    }
  }
  return ticks;
}
