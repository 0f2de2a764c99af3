import type { Pid } from '../../view/time.ts';
import type { Box, Point, Size } from '../geometry.ts';
import type { Layout } from '../layout.ts';
import { betweenRings } from '../rings.ts';
import type { RingPlan, Seat } from '../ring-plan.ts';
import { SHIELD } from './shield.ts';

/** Who stands there, and beside whom there are switches for what it tells others. */
export interface GeneralsCast {
  /** The commander first. */
  readonly pids: readonly Pid[];
  /** By pid, so many switches one below the other, and how wide each is. */
  readonly hands: readonly { readonly pid: Pid; readonly rows: number; readonly width: number }[];
}

export interface GeneralsLayout extends Layout, RingPlan {
  readonly seats: RingPlan['seats'];
  /** Of the shields. */
  readonly scale: number;
  /** Where the words of each stand: their base line, and from where they are written. */
  readonly words: ReadonlyMap<Pid, WordsAt>;
  /** Upper left corners of the switches. */
  readonly hands: ReadonlyMap<Pid, Point>;
  /** Many: only who lies is said in words. */
  readonly terse: boolean;
}

export interface WordsAt extends Point {
  readonly anchor: 'start' | 'middle' | 'end';
}

/** The height of a switch. */
const HAND_ROW = 29;
/** The width of the words beside a shield. */
const WORDS = 96;
const EDGE = 8;

/** Shields on an ellipse, the commander at the top, the others against the clock. */
export function generalsLayout(
  cast: GeneralsCast,
  { width, height }: { readonly width: number; readonly height: number },
): GeneralsLayout {
  const count = cast.pids.length;
  const narrow = width < 480;
  const scale = (count > 8 ? 0.66 : count > 5 ? 0.8 : 1) * (narrow ? 0.86 : 1);
  const terse = count > 5 || narrow;
  const radius = 36 * scale;
  const angles = cast.pids.map((_, i) =>
    count === 2 ? (i === 0 ? Math.PI : 0) : -Math.PI / 2 - (i * 2 * Math.PI) / count,
  );
  const handWidth = (pid: Pid): number => cast.hands.find((one) => one.pid === pid)?.width ?? 0;
  const side = (sign: 1 | -1): number => {
    const there = cast.pids.filter(
      (_, i) => Math.sign(Math.round(Math.cos(angles[i] ?? 0) * 9)) === sign,
    );
    const widest = narrow ? 0 : Math.max(0, ...there.map(handWidth));
    const beside = widest > 0 ? widest + 12 : terse ? 22 : 20;
    return SHIELD.half * scale + EDGE + beside;
  };
  const left = side(-1);
  const right = Math.max(side(1), 0);
  const top = (SHIELD.flag + 6) * scale + EDGE;
  const bottom = (SHIELD.below + 10) * scale + EDGE + (terse ? 14 : 0);
  const unit = angles.map((angle) => ({ x: Math.cos(angle), y: Math.sin(angle) }));
  const frame = { left, right: width - right, top, bottom: height - bottom };
  const { points, centre } = fitted(unit, frame);
  const seats = new Map<Pid, Seat>();
  const words = new Map<Pid, WordsAt>();
  const hands = new Map<Pid, Point>();
  const obstacles: Box[] = [];
  cast.pids.forEach((pid, i) => {
    const point = points[i] ?? centre;
    const spot = wordsOf(point, angles[i] ?? 0, i === 0 && count > 2, scale, terse);
    const box = boxOf(spot);
    seats.set(pid, { pid, ...point, label: { box, anchor: spot.anchor } });
    words.set(pid, spot);
    const rows = cast.hands.find((one) => one.pid === pid)?.rows ?? 0;
    if (rows > 0) {
      const size = { width: handWidth(pid), height: rows * HAND_ROW };
      const hand = handOf(point, spot, size, { width, height }, scale, i === 0);
      hands.set(pid, hand);
      obstacles.push({ ...hand, ...size });
    }
    obstacles.push(
      {
        x: point.x - SHIELD.half * scale,
        y: point.y - SHIELD.above * scale,
        width: 2 * SHIELD.half * scale,
        height: (SHIELD.above + SHIELD.below) * scale,
      },
      box,
    );
  });
  const plan = { width, height, centre, radius, seats, obstacles };
  return { ...plan, ...betweenRings(plan), seats, scale, words, hands, terse };
}

/** Points of a unit circle, stretched to fill a frame, not too flat. */
function fitted(
  unit: readonly Point[],
  { left, right, top, bottom }: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>,
): { points: readonly Point[]; centre: Point } {
  const span = (values: readonly number[]): readonly [number, number] => [
    Math.min(...values),
    Math.max(...values),
  ];
  const [x0, x1] = span(unit.map(({ x }) => x));
  const [y0, y1] = span(unit.map(({ y }) => y));
  let across = Math.max(0, right - left) / Math.max(0.01, x1 - x0);
  let along = y1 - y0 < 0.01 ? 0 : Math.max(0, bottom - top) / (y1 - y0);
  if (along > 0) {
    across = Math.min(across, along * 1.6);
    along = Math.min(along, across * 1.6);
  } else across = Math.min(across, 170);
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const place = ({ x, y }: Point): Point => ({
    x: middle.x + (x - (x0 + x1) / 2) * across,
    y: middle.y + (y - (y0 + y1) / 2) * along,
  });
  return { points: unit.map(place), centre: place({ x: 0, y: 0 }) };
}

/** Beside the commander; above who stands at a side; outside of the ellipse where they are many. */
function wordsOf(
  { x, y }: Point,
  angle: number,
  commander: boolean,
  scale: number,
  terse: boolean,
): WordsAt {
  const [across, along] = [Math.cos(angle), Math.sin(angle)];
  if (commander) return { x: x + (SHIELD.half + 16) * scale, y: y - 18 * scale, anchor: 'start' };
  if (terse) return { x, y: y + (SHIELD.below + 8) * scale + 12, anchor: 'middle' };
  if (along > 0.9) return { x: x - (SHIELD.half + 18) * scale, y: y + 2, anchor: 'end' };
  if (Math.abs(across) < 0.3) return { x: x + (SHIELD.half + 16) * scale, y, anchor: 'start' };
  return { x, y: y - (SHIELD.above + 24) * scale, anchor: 'middle' };
}

const boxOf = ({ x, y, anchor }: WordsAt): Box => ({
  x: anchor === 'start' ? x : anchor === 'end' ? x - WORDS : x - WORDS / 2,
  y: y - 12,
  width: WORDS,
  height: 16,
});

/** Outside of the ellipse; of the commander below its words. */
function handOf(
  { x, y }: Point,
  words: WordsAt,
  size: Size,
  room: { readonly width: number; readonly height: number },
  scale: number,
  commander: boolean,
): Point {
  const within = (value: number, most: number): number =>
    Math.max(EDGE, Math.min(value, most - EDGE));
  if (commander) {
    return {
      x: within(words.x, room.width - size.width),
      y: within(words.y + 26, room.height - size.height),
    };
  }
  const outwards = x > room.width * 0.36 ? 1 : -1;
  const beside = (SHIELD.half + 14) * scale;
  return {
    x: within(outwards > 0 ? x + beside : x - beside - size.width, room.width - size.width),
    y: within(y - size.height / 2 + 8, room.height - size.height),
  };
}
