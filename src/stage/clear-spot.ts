import type { Frame } from '../view/frame.ts';
import { pointOn } from './curve.ts';
import { wallsOf } from './drawn-wall.ts';
import type { Box, Point } from './geometry.ts';
import type { Layout } from './layout.ts';
import { isDown } from './states.ts';

/** Distance between two points of a line. */
const GRID = 12;
/** Distance between two places that are tried. */
const STEP = 8;
/** Kept free round it. */
const AIR = 6;
/** What of a process may stand out of its box. */
const SEAT = 30;
/** Half of a wall's thickness. */
const WALL = 4;
/** So much more than standing in the middle is it worth to keep off a message. */
const OF_MESSAGES = 6;
/** So much worse is it to cover words that stand there than room that is kept for some. */
const OF_WORDS = 2;

/** What stands on a stage besides its layout. */
interface Stands {
  /** What is to be read. */
  readonly texts?: readonly Box[];
  /** The line that somebody has drawn, as a wall. */
  readonly drawn?: readonly Point[] | undefined;
  /** Messages, with their labels, as they were placed. */
  readonly slips?: readonly Box[];
}

/** Where something round stands, and how large it is there. */
export interface Spot extends Point {
  readonly radius: number;
}

/**
 * Where something round covers nothing that is alive: no process, no label, no link between two
 * that run, no wall, no message if possible. Of such places the one nearest to the middle. Where there
 * is none it is smaller, down to `least`; where that does not help, the one with the most room.
 *
 * @param stands what stands there
 */
export function clearSpot(
  frame: Frame,
  layout: Layout,
  radius: number,
  least: number = radius,
  { texts = [], drawn, slips = [] }: Stands = {},
): Spot {
  const walls = wallsOf(frame, layout, drawn).lines.flatMap(along);
  const known = { texts, walls, slips };
  const spot = spotFor(frame, layout, { ...known, radius });
  if (spot.free >= radius || least >= radius) return { x: spot.x, y: spot.y, radius };
  // Then it may touch what it does not cover.
  const { x, y } = spotFor(frame, layout, { ...known, radius: least, air: 0 });
  return { x, y, radius: least };
}

interface Wanted {
  readonly radius: number;
  readonly texts: readonly Box[];
  /** Points along the walls. */
  readonly walls: readonly Point[];
  readonly slips: readonly Box[];
  /** Kept free round it; less where room is short. */
  readonly air?: number;
}

function spotFor(
  frame: Frame,
  layout: Layout,
  { radius, texts, walls, slips, air = AIR }: Wanted,
): Point & { readonly free: number } {
  const { width, height } = layout;
  const covered = [...layout.obstacles, ...texts];
  const middle = { x: width / 2, y: height / 2 };
  const seats = [...layout.seats.values()];
  const lines = liveLines(frame, layout);
  let best = { ...middle, free: -Infinity };
  let most = -Infinity;
  for (const spot of grid(width, height, radius + air)) {
    let free = Math.min(
      nearest(spot, lines),
      nearest(spot, walls) - WALL,
      nearest(spot, seats) - SEAT,
    );
    for (const box of covered) free = Math.min(free, awayFromBox(spot, box));
    // Room beyond what is needed is worth nothing; then it is better to stand in the middle.
    const worth =
      Math.min(free - radius, air) * width +
      Math.min(nearestBox(spot, texts) - radius, 0) * width * OF_WORDS +
      Math.min(nearestBox(spot, slips) - radius, air) * OF_MESSAGES -
      Math.hypot(spot.x - middle.x, spot.y - middle.y);
    if (worth <= most) continue;
    most = worth;
    best = { ...spot, free };
  }
  return best;
}

function grid(width: number, height: number, margin: number): Point[] {
  const spots: Point[] = [];
  for (let y = margin; y <= height - margin; y += STEP) {
    for (let x = margin; x <= width - margin; x += STEP) spots.push({ x, y });
  }
  return spots;
}

/** Distance of the nearest of these points; Infinity when there is none. */
function nearest({ x, y }: Point, points: readonly Point[]): number {
  let least = Infinity;
  for (const point of points) {
    const dx = point.x - x;
    const dy = point.y - y;
    least = Math.min(least, dx * dx + dy * dy);
  }
  return Math.sqrt(least);
}

/** Negative inside. */
function awayFromBox({ x, y }: Point, box: Box): number {
  const dx = Math.max(box.x - x, x - box.x - box.width);
  const dy = Math.max(box.y - y, y - box.y - box.height);
  return dx > 0 && dy > 0 ? Math.hypot(dx, dy) : Math.max(dx, dy);
}

/** Points along the lines of the links between processes that run. */
function liveLines({ processes }: Frame, layout: Layout): Point[] {
  const up = processes.filter((one) => !isDown(one));
  return up.flatMap((one, i) =>
    up
      .slice(i + 1)
      .flatMap((other) => layout.wires(one.pid, other.pid))
      .flatMap((wire) => {
        const steps = Math.max(
          2,
          Math.ceil(Math.hypot(wire.x1 - wire.x0, wire.y1 - wire.y0) / GRID),
        );
        return Array.from({ length: steps + 1 }, (_, at) => pointOn(wire, at / steps));
      }),
  );
}

/** Points along a wall. */
const along = (wall: readonly Point[]): Point[] =>
  wall.flatMap((to, i) => {
    const from = wall[i - 1] ?? to;
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / GRID));
    return Array.from({ length: steps }, (_, at) => ({
      x: from.x + ((to.x - from.x) * (at + 1)) / steps,
      y: from.y + ((to.y - from.y) * (at + 1)) / steps,
    }));
  });

const nearestBox = (spot: Point, boxes: readonly Box[]): number =>
  boxes.reduce((least, box) => Math.min(least, awayFromBox(spot, box)), Infinity);
