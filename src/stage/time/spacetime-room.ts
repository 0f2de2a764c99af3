import type { StepRecord } from '../../view/fact.ts';
import type { Frame } from '../../view/frame.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { round } from '../shape.ts';
import { timeAxis } from './time-axis.ts';
import type { TimeAxis } from './time-axis.ts';

/** The part of the width left of the lanes, shared with the timeline above. */
const LEFT = 216 / 976;
/** Where there is little room, no timeline leads down to the lanes; what a process has accepted fits. */
const LEFT_NARROW = 0.33;
/** The lanes begin so far inside of what scrolls, so that nothing is cut at its edge. */
const PAD = 14;
const AXIS = 30;

/** Where everything lies in a space-time diagram: its lanes scroll beside their heads. */
export interface SpacetimeRoom {
  readonly height: number;
  /** Width of the heads. */
  readonly heads: number;
  /** Width in which the lanes are seen. */
  readonly seen: number;
  /** Width of all that can be scrolled to. */
  readonly width: number;
  /** Lower end of the lanes. */
  readonly bottom: number;
  /** Distance of two lanes. */
  readonly gap: number;
  readonly lanes: ReadonlyMap<Pid, number>;
  readonly axis: TimeAxis;
  /** The playhead that it was made for. */
  readonly now: Micros;
}

export interface RoomOptions {
  readonly width: number;
  readonly height: number;
  /** A typical message's way, µs. */
  readonly pace: Micros;
  /** One of `SCALES`, or null to fit. */
  readonly scale?: number | null;
  /** The playhead, if not at the frame's time. */
  readonly now?: Micros;
  /** An open question hides what lies right of the playhead. */
  readonly hideFuture?: boolean;
  /** From which moment times are counted; default 0. */
  readonly zero?: Micros;
}

export const spacetimeRoom = (
  records: readonly StepRecord[],
  frame: Pick<Frame, 'time' | 'processes' | 'messages'>,
  options: RoomOptions,
): SpacetimeRoom => {
  const { width, height } = options;
  const now = Math.max(options.now ?? frame.time, 0);
  const left = Math.round(width < 520 ? Math.max(72, width * LEFT_NARROW) : width * LEFT);
  const bottom = height - AXIS;
  const gap = Math.min(30, (bottom - 6) / Math.max(1, frame.processes.length));
  const times = records.map(({ time }) => time);
  const moments = (
    options.hideFuture === true ? times.filter((time) => time <= now) : times
  ).concat(
    frame.messages.filter((one) => !one.routine && one.sentAt <= now).map((one) => one.sentAt),
  );
  const heads = left - PAD;
  const seen = width - heads;
  const axis = timeAxis(
    [...new Set(moments)].toSorted((a, b) => a - b),
    now,
    {
      room: seen,
      pad: PAD,
      pace: options.pace,
      scale: options.scale ?? null,
      zero: options.zero ?? 0,
    },
  );
  return {
    height,
    heads,
    seen,
    width: Math.ceil(axis.x1),
    bottom,
    gap,
    lanes: new Map(frame.processes.map(({ pid }, i) => [pid, round(4 + gap / 2 + i * gap)])),
    axis,
    now,
  };
};

/** How far the lanes are scrolled so that the playhead is seen, with what is known after it. */
export const followed = ({ axis, seen }: SpacetimeRoom, now: Micros): number => {
  const x = axis.place(now);
  const wish = Math.min(axis.end - 0.9 * seen, x - 0.4 * seen);
  return Math.max(0, wish, x - 0.86 * seen);
};
