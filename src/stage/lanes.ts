import type { MessageShape, MessageView } from '../view/frame.ts';
import type { Micros } from '../view/time.ts';
import type { Lane, Layout } from './layout.ts';
import { round } from './shape.ts';

/** How much of its way a trail covers at most. */
const TRAIL = 0.55;
/** Half the width of a trail at its message. */
const TRAIL_HALF = 4;

const made = new WeakMap<Layout, Map<number, Lane>>();

/** Answers go back on a way of their own where there is one. */
const answers: ReadonlySet<MessageShape> = new Set(['promise', 'accepted', 'refusal', 'ack']);

type Flying = Pick<MessageView, 'from' | 'to' | 'shape'>;

/** The lane of a message; made once per layout. Null when either end has no seat. */
export const laneOf = (layout: Layout, { from, to, shape }: Flying): Lane | null => {
  let lanes = made.get(layout);
  if (lanes === undefined) {
    lanes = new Map();
    made.set(layout, lanes);
  }
  const back = answers.has(shape);
  const key = (from * 4096 + to) * 2 + (back ? 1 : 0);
  const known = lanes.get(key);
  if (known !== undefined) return known;
  const lane = layout.lane(from, to, back);
  if (lane !== null) lanes.set(key, lane);
  return lane;
};

/** How far a message has come, 0 to 1: linear in virtual time, never eased. */
export const progress = (message: MessageView, now: Micros): number => {
  if (message.status === 'held') return 0;
  const whole = message.arrivesAt - message.leftAt;
  if (whole <= 0) return now >= message.arrivesAt ? 1 : 0;
  return Math.max(0, Math.min(1, (now - message.leftAt) / whole));
};

/**
 * Centre and direction of every message: x, y, dx, dy each, in the order of the frame. Meant for
 * every animation frame: nothing is allocated when `into` is large enough. Lost messages stay
 * where they were lost, at the frame's own time.
 */
export const messagePlaces = (
  frame: { readonly messages: readonly MessageView[]; readonly time: Micros },
  layout: Layout,
  now: Micros,
  into?: Float64Array,
): Float64Array => {
  const { messages } = frame;
  const places =
    into !== undefined && into.length >= messages.length * 4
      ? into
      : new Float64Array(messages.length * 4);
  for (let i = 0; i < messages.length; i++) {
    const message = messages[i];
    if (message === undefined) break;
    const lane = laneOf(layout, message);
    const base = i * 4;
    // What a process says to itself is seen while it waits, and takes no time after that.
    if (lane === null || (message.from === message.to && message.status !== 'held')) {
      places[base] = Number.NaN;
      places[base + 1] = Number.NaN;
      continue;
    }
    const f =
      message.status === 'held'
        ? lane.wait
        : progress(message, message.status === 'lost' ? Math.min(now, frame.time) : now);
    const g = 1 - f;
    places[base] = g * g * lane.x0 + 2 * f * g * lane.cx + f * f * lane.x1;
    places[base + 1] = g * g * lane.y0 + 2 * f * g * lane.cy + f * f * lane.y1;
    const dx = g * (lane.cx - lane.x0) + f * (lane.x1 - lane.cx);
    const dy = g * (lane.cy - lane.y0) + f * (lane.y1 - lane.cy);
    const norm = Math.hypot(dx, dy) || 1;
    places[base + 2] = dx / norm;
    places[base + 3] = dy / norm;
  }
  return places;
};

/**
 * The way of what has come and of which nobody knows when it left: its last stretch as path data, and
 * the point where that begins. Null when either end has no seat.
 */
export const comePath = (
  message: MessageView,
  layout: Layout,
): { readonly d: string; readonly x: number; readonly y: number } | null => {
  const lane = laneOf(layout, message);
  if (lane === null) return null;
  const f = 1 - TRAIL;
  const g = 1 - f;
  const x = round(g * g * lane.x0 + 2 * f * g * lane.cx + f * f * lane.x1);
  const y = round(g * g * lane.y0 + 2 * f * g * lane.cy + f * f * lane.y1);
  // The rest of a quadratic curve is one, too.
  const cx = round(g * lane.cx + f * lane.x1);
  const cy = round(g * lane.cy + f * lane.y1);
  return { d: `M${x} ${y}Q${cx} ${cy} ${round(lane.x1)} ${round(lane.y1)}`, x, y };
};

/**
 * The taper behind a message as path data: two curves that open from its tail to 8 units at the
 * message. `nudge` is how far the label was moved along its lane. '' when it has not left yet.
 */
export const trailPath = (message: MessageView, layout: Layout, now: Micros, nudge = 0): string => {
  const lane = laneOf(layout, message);
  if (lane === null || message.status !== 'flying') return '';
  const head = Math.max(0, Math.min(1, progress(message, now) + nudge / lane.length));
  const tail = Math.max(0, head - TRAIL);
  if (head - tail < 0.02) return '';
  const point = (f: number, p0: number, c: number, p1: number): number =>
    (1 - f) * (1 - f) * p0 + 2 * f * (1 - f) * c + f * f * p1;
  // The control point of the stretch between tail and head of a quadratic curve.
  const between = (p0: number, c: number, p1: number): number =>
    (1 - tail) * (1 - head) * p0 + (tail * (1 - head) + head * (1 - tail)) * c + tail * head * p1;
  const tx = point(tail, lane.x0, lane.cx, lane.x1);
  const ty = point(tail, lane.y0, lane.cy, lane.y1);
  const hx = point(head, lane.x0, lane.cx, lane.x1);
  const hy = point(head, lane.y0, lane.cy, lane.y1);
  const mx = between(lane.x0, lane.cx, lane.x1);
  const my = between(lane.y0, lane.cy, lane.y1);
  const norm = Math.hypot(hx - mx, hy - my) || 1;
  const nx = (-(hy - my) / norm) * TRAIL_HALF;
  const ny = ((hx - mx) / norm) * TRAIL_HALF;
  return (
    `M${round(tx)} ${round(ty)}Q${round(mx + nx / 2)} ${round(my + ny / 2)} ${round(hx + nx)} ${round(hy + ny)}` +
    `L${round(hx - nx)} ${round(hy - ny)}Q${round(mx - nx / 2)} ${round(my - ny / 2)} ${round(tx)} ${round(ty)}Z`
  );
};
