import { pointOn } from './curve.ts';
import type { Box, Point, Size } from './geometry.ts';
import type { Layout } from './layout.ts';

/** So much of a target's edge may be covered: the corners of what is drawn there are free. */
const RIM = 14;
/** How far a button at a corner reaches over it, sideways and down. */
const OVER = { x: 6, y: 14 };
const GAP = 2;
const NOTHING: Point = { x: 0, y: 0 };
/** To cover the target itself is this much worse than to cover something else. */
const OWN = 4;
/** What flies past covers more than the line on which it flies: half of a small slip. */
const SLIP = { x: 14, y: 11 };
/** Distance of two points of a way, and what it costs to cover one of them, as an area. */
const STEP = 8;
const PASSING = 90;

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

const grown = ({ x, y, width, height }: Box, by: Point): Box => ({
  x: x - by.x,
  y: y - by.y,
  width: width + 2 * by.x,
  height: height + 2 * by.y,
});

const inside = ({ x, y }: Point, box: Box): boolean =>
  x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

/** Where a button can stand at a target, the best first: by what of it is seen, which shares a corner with it. */
function spots(target: Box, { width: all, height: tall, unseen = NOTHING }: ButtonSize): Point[] {
  const [width, height] = [all - 2 * unseen.x, tall - 2 * unseen.y];
  const left = target.x - width + OVER.x;
  const right = target.x + target.width - OVER.x;
  const above = target.y - height + OVER.y;
  const below = target.y + target.height - OVER.y;
  const middle = target.x + (target.width - width) / 2;
  const level = target.y + (target.height - height) / 2;
  return [
    { x: right, y: above },
    { x: left, y: above },
    { x: right, y: below },
    { x: left, y: below },
    { x: middle, y: target.y + target.height + GAP },
    { x: middle, y: target.y - height - GAP },
    { x: right, y: level },
    { x: left, y: level },
  ].map(({ x, y }) => ({ x: x - unseen.x, y: y - unseen.y }));
}

export interface Around {
  /** What is drawn there. */
  readonly taken: readonly Box[];
  /** Points of the ways on which messages fly. */
  readonly ways?: readonly Point[];
}

/** A button: what of it can be pressed, and how much of that on each side is not seen. */
export interface ButtonSize extends Size {
  readonly unseen?: Point;
}

/**
 * Beside a target, within the room, where a button covers least of it, of what else is drawn, and of
 * what flies past.
 */
export function spotBeside(
  target: Box,
  size: ButtonSize,
  room: Size,
  { taken, ways = [] }: Around,
): Point {
  const core = grown(target, { x: -RIM, y: -RIM });
  const { width, height, unseen = NOTHING } = size;
  const within = (value: number, most: number): number => Math.max(2, Math.min(value, most - 2));
  let best: Point = { x: 2, y: 2 };
  let least = Infinity;
  for (const spot of spots(target, size)) {
    const x = within(spot.x, room.width - width);
    const y = within(spot.y, room.height - height);
    const seen = grown({ x, y, width, height }, { x: -unseen.x, y: -unseen.y });
    const passing = grown(seen, SLIP);
    const cost =
      taken.reduce((sum, one) => sum + overlap(seen, one), OWN * overlap(seen, core)) +
      PASSING * ways.filter((point) => inside(point, passing)).length;
    if (cost >= least) continue;
    least = cost;
    best = { x, y };
  }
  return best;
}

const made = new WeakMap<Layout, readonly Point[]>();

/** Points of all ways on which messages fly, whoever runs; made once per layout. Who never talk have no line. */
export function waysOf(layout: Layout): readonly Point[] {
  const known = made.get(layout);
  if (known !== undefined) return known;
  const pids = [...layout.seats.keys()];
  const points = pids.flatMap((from) =>
    pids.flatMap((to) =>
      [false, true].flatMap((back) => {
        const talk = from !== to && layout.wires(from, to).length > 0;
        const lane = talk ? layout.lane(from, to, back) : null;
        if (lane === null) return [];
        const steps = Math.max(1, Math.ceil(lane.length / STEP));
        return Array.from({ length: steps + 1 }, (_, at) => pointOn(lane, at / steps));
      }),
    ),
  );
  made.set(layout, points);
  return points;
}
