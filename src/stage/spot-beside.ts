import { pointOn } from './curve.ts';
import type { Box, Point, Size } from './geometry.ts';
import type { Layout } from './layout.ts';

/** So much of a target's edge may be covered: the corners of what is drawn there are free. */
const RIM = 14;
/** How far a button at a corner reaches over it, sideways and down. */
const OVER = { x: 6, y: 14 };
const GAP = 2;
const NOTHING: Point = { x: 0, y: 0 };
/** To cover the target itself is this much worse than to cover something else, and to cover words. */
const OWN = 4;
const WORDS = 3;
/** A target so much wider than the button, and than high, has paper between its words. */
const WIDE = 4;
/** Room round a target that is kept for its words is at most so many times as large as it. */
const MOST_KEPT = 6;
/** Round words, so that nothing touches them. */
const AIR: Point = { x: 4, y: 2 };
/** Where nothing fits at the target it may stand off, and so much worse each pixel of that is. */
const OFF = [10, 20, 32];
const AWAY = 5;
/** What flies past covers more than the line on which it flies: half of a small slip. */
const SLIP = { x: 14, y: 11 };
/** … and half of a long label, which comes seldom. */
const LABEL = { x: 54, y: 11 };
/** Distance of two points of a way, and what it costs to cover one of them, as an area. */
const STEP = 8;
const PASSING = 90;
const PASSING_LABEL = 12;

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

const grown = ({ x, y, width, height }: Box, by: Point): Box => ({
  x: x - by.x,
  y: y - by.y,
  width: width + 2 * by.x,
  height: height + 2 * by.y,
});

const areaOf = ({ width, height }: Size): number => width * height;

const contains = (all: Box, part: Box): boolean =>
  part.x >= all.x &&
  part.y >= all.y &&
  part.x + part.width <= all.x + all.width &&
  part.y + part.height <= all.y + all.height;

const inside = ({ x, y }: Point, box: Box): boolean =>
  x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

/** A place to try, and how far from the target that is. */
interface Spot extends Point {
  readonly off: number;
}

/** Where a button can stand at a target, the best first: by what of it is seen, which shares a corner with it. */
function spots(target: Box, { width: all, height: tall, unseen = NOTHING }: ButtonSize): Spot[] {
  const [width, height] = [all - 2 * unseen.x, tall - 2 * unseen.y];
  const left = target.x - width + OVER.x;
  const right = target.x + target.width - OVER.x;
  const above = target.y - height + OVER.y;
  const below = target.y + target.height - OVER.y;
  const middle = target.x + (target.width - width) / 2;
  const level = target.y + (target.height - height) / 2;
  const under = target.y + target.height + GAP;
  const over = target.y - height - GAP;
  const at = (x: number, y: number, off = 0): Spot => ({
    x: x - unseen.x,
    y: y - unseen.y,
    off,
  });
  const along = (part: number): number => target.x + (target.width - width) * part;
  const wide = target.width > WIDE * width;
  return [
    at(right, above),
    at(left, above),
    at(right, below),
    at(left, below),
    at(middle, under),
    at(middle, over),
    at(right, level),
    at(left, level),
    ...(wide
      ? [1, 0, 0.75, 0.25, 0.5].flatMap((part) => [
          at(along(part), level),
          at(along(part), under),
          at(along(part), over),
        ])
      : []),
    ...OFF.flatMap((off) => [
      at(right + off, level, off),
      at(left - off, level, off),
      at(right + off, above, off),
      at(left - off, above, off),
      at(right + off, below, off),
      at(left - off, below, off),
      at(right, above - off, off),
      at(left, above - off, off),
      at(right, below + off, off),
      at(left, below + off, off),
      at(middle, under + off, off),
      at(middle, over - off, off),
    ]),
  ];
}

export interface Around {
  /** What is drawn there. */
  readonly taken: readonly Box[];
  /** What stands there to be read, the target's own words included. */
  readonly texts?: readonly Box[];
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
  { taken, texts = [], ways = [] }: Around,
): Point {
  const core = grown(target, { x: -RIM, y: -RIM });
  const words = texts.map((one) => grown(one, AIR));
  const { width, height, unseen = NOTHING } = size;
  const within = (value: number, most: number): number => Math.max(2, Math.min(value, most - 2));
  const middle = { x: target.x + target.width / 2, y: target.y + target.height / 2 };
  // Of what has paper between its words these alone are kept clear.
  const paper = texts.length > 0 && target.width > WIDE * (width - 2 * unseen.x);
  const own = paper ? 0 : OWN;
  // Where words are known, no room is kept for those that the target might have.
  const keptForIt = (one: Box): boolean =>
    inside(middle, one) && areaOf(one) < MOST_KEPT * areaOf(target);
  const things =
    texts.length === 0
      ? taken
      : taken.filter((one) => !keptForIt(one) && !(paper && contains(target, one)));
  let best: Point = { x: 2, y: 2 };
  let least = Infinity;
  for (const spot of spots(target, size)) {
    const x = within(spot.x, room.width - width);
    const y = within(spot.y, room.height - height);
    const seen = grown({ x, y, width, height }, { x: -unseen.x, y: -unseen.y });
    const passing = grown(seen, SLIP);
    const labels = grown(seen, LABEL);
    const cost =
      things.reduce((sum, one) => sum + overlap(seen, one), own * overlap(seen, core)) +
      words.reduce((sum, one) => sum + WORDS * overlap(seen, one), 0) +
      ways.reduce((sum, point) => sum + costOf(point, passing, labels), AWAY * spot.off);
    if (cost >= least) continue;
    least = cost;
    best = { x, y };
  }
  return best;
}

/** What it costs to stand at a point of a way. */
const costOf = (point: Point, passing: Box, labels: Box): number =>
  inside(point, passing) ? PASSING : inside(point, labels) ? PASSING_LABEL : 0;

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
