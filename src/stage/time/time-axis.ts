import { longestUnfolded } from '../../view/pace.ts';
import type { Micros } from '../../view/time.ts';
import { foldedAxis, longGaps } from './fold.ts';
import type { FoldedAxis, Pleat, Stretch } from './fold.ts';
import { round } from '../shape.ts';
import type { TimeUnit } from '../time-text.ts';

/** Width of a folded wait: its length stands in it. */
export const PLEAT = 56;
/** From this on (µs) a wait parts one story from the next. */
const PARTS: Micros = 1_000_000;
/** Drawing units of a typical message's way: the scales there are, from the closest one. */
export const SCALES: readonly number[] = [192, 136, 96, 68, 48, 34, 24, 17, 12];
/** Of these a story is shown whole when it fits; at the last one it is legible still. */
const FITTING = SCALES.slice(2, 7);
/** The playhead stands at most here, as a part of the room. */
export const PLAYHEAD = 0.86;
/** Least distance of two times. */
export const TICK_ROOM = 66;
const STEPS = [1, 2, 5, 10];

export interface Tick {
  readonly time: Micros;
  readonly x: number;
  /** In the axis's unit, with as many digits as its step needs. */
  readonly value: string;
}

/** Virtual time over the diagram: waits are pleats, everything else is to one scale. */
export interface TimeAxis extends FoldedAxis {
  /** Where a moment lies, the present one included: it may be later than what is drawn. */
  readonly place: (now: Micros) => number;
  /** When the wait that lasts now becomes a pleat: then the axis is another one. */
  readonly foldsAt: Micros;
  /** Where what is known ends. */
  readonly end: number;
  readonly unit: TimeUnit;
  readonly ticks: readonly Tick[];
  /** Drawing units of a typical message's way. */
  readonly scale: number;
}

interface Room {
  /** Width in drawing units. */
  readonly room: number;
  /** Left of the first moment. */
  readonly pad: number;
  /** A typical message's way, µs. */
  readonly pace: Micros;
  /** One of `SCALES`; null: the closest at which the present story fits. */
  readonly scale: number | null;
  /** From which moment times are counted; default 0. */
  readonly zero?: Micros;
}

/**
 * The axis of these moments, when anything but pings and waiting happened, in order. Of `now` only
 * this is asked: which story it belongs to, and whether what has lasted since the last moment is a
 * long wait.
 */
export const timeAxis = (moments: readonly Micros[], now: Micros, options: Room): TimeAxis => {
  const { room, pad, pace } = options;
  const longer = longestUnfolded(pace);
  const first = moments[0] ?? now;
  const last = moments.at(-1) ?? now;
  const waits = now > last + longer;
  const known = waits ? [...moments, now] : moments;
  const folds = longGaps(known, longer);
  const scale =
    options.scale ?? fitting(first, Math.max(last, now), folds, now, { room, pad, pace });
  const perUnit = scale / pace;
  const lay = { x0: pad, perUnit, pleat: PLEAT };
  const busy = foldedAxis({ from: first, to: waits ? now : Math.max(last, now) }, folds, lay);
  // What comes is drawn to scale until it proves to be a wait.
  const after = Math.max(longer, (room - busy.x1) / perUnit, ((1 - PLAYHEAD) * room) / perUnit);
  const axis = foldedAxis({ from: first, to: Math.max(last, now) + after }, folds, lay);
  const drawn = Math.max(last, now) + after;
  const unit = drawn >= PARTS ? 's' : drawn >= 2000 ? 'ms' : 'us';
  // After a wait that lasts still, nobody knows when the next thing happens.
  const plain = waits ? axis.plain.slice(0, -1) : axis.plain;
  return {
    ...axis,
    place: (time) => (waits && time >= now ? busy.x1 : axis.x(time)),
    foldsAt: waits ? Infinity : last + longer,
    end: busy.x1,
    unit,
    ticks: ticksOf(plain, unit, perUnit, options.zero ?? 0),
    scale,
  };
};

/** The closest scale at which the story that `now` belongs to fits. */
function fitting(
  first: Micros,
  last: Micros,
  folds: readonly Stretch[],
  now: Micros,
  { room, pad, pace }: Omit<Room, 'scale'>,
): number {
  const parting = folds.filter(({ from, to }) => to - from >= PARTS);
  const from = parting.findLast(({ to }) => to < now)?.to ?? first;
  const to = Math.max(from, parting.find((fold) => fold.from >= from)?.from ?? last);
  const inside = folds.filter((fold) => fold.from >= from && fold.to <= to);
  const units = to - from - inside.reduce((sum, fold) => sum + fold.to - fold.from, 0);
  const left = PLAYHEAD * room - pad - inside.length * PLEAT;
  return FITTING.find((scale) => (units / pace) * scale <= left) ?? (FITTING.at(-1) as number);
}

const UNITS: Readonly<Record<TimeUnit, Micros>> = { us: 1, ms: 1000, s: 1_000_000 };

/** Ticks at round times, outside of pleats, all with the same step. */
function ticksOf(
  plain: readonly Pleat[],
  unit: TimeUnit,
  perUnit: number,
  zero: Micros,
): readonly Tick[] {
  const least = TICK_ROOM / perUnit / UNITS[unit];
  const ten = 10 ** Math.floor(Math.log10(least));
  const step = (STEPS.find((one) => one * ten >= least) ?? 10) * ten;
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks: Tick[] = [];
  for (const { from, to, x0 } of plain) {
    const last = Math.floor((to - zero) / UNITS[unit] / step);
    for (let n = Math.ceil((from - zero) / UNITS[unit] / step); n <= last; n++) {
      const time = zero + n * step * UNITS[unit];
      const x = round(x0 + (time - from) * perUnit);
      // Short stretches between pleats may have too little room.
      if (x - (ticks.at(-1)?.x ?? -Infinity) < TICK_ROOM * 0.8) continue;
      ticks.push({ time, x, value: (n * step).toFixed(digits) });
    }
  }
  return ticks;
}
