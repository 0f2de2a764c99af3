import type { Box, Point, Size } from './geometry.ts';

/** So much of a target's edge may be covered: the corners of what is drawn there are free. */
const RIM = 14;
/** How far a button at a corner reaches over it, sideways and down. */
const OVER = { x: 6, y: 14 };
const GAP = 2;
/** To cover the target itself is this much worse than to cover something else. */
const OWN = 4;

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** Where a button can stand at a target, the best first. */
function spots(target: Box, { width, height }: Size): Point[] {
  const left = target.x - width + OVER.x;
  const right = target.x + target.width - OVER.x;
  const above = target.y - height + OVER.y;
  const below = target.y + target.height - OVER.y;
  const middle = target.x + (target.width - width) / 2;
  return [
    { x: right, y: above },
    { x: left, y: above },
    { x: right, y: below },
    { x: left, y: below },
    { x: middle, y: target.y + target.height + GAP },
    { x: middle, y: target.y - height - GAP },
  ];
}

/** Beside a target, within the room, where a button covers least of it and of what else is drawn. */
export function spotBeside(target: Box, size: Size, room: Size, taken: readonly Box[]): Point {
  const core = {
    x: target.x + RIM,
    y: target.y + RIM,
    width: target.width - 2 * RIM,
    height: target.height - 2 * RIM,
  };
  const within = (value: number, most: number): number => Math.max(2, Math.min(value, most - 2));
  let best: Point = { x: 2, y: 2 };
  let least = Infinity;
  for (const spot of spots(target, size)) {
    const x = within(spot.x, room.width - size.width);
    const y = within(spot.y, room.height - size.height);
    const box = { x, y, ...size };
    const cost = taken.reduce((sum, one) => sum + overlap(box, one), OWN * overlap(box, core));
    if (cost >= least) continue;
    least = cost;
    best = { x, y };
  }
  return best;
}
