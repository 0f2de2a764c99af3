import { overlaps, sharedArea } from './geometry.ts';
import type { Box, Point, Size } from './geometry.ts';
import { laneBend, segmentInside } from './segments.ts';

/** Where the word and the log cells of a server stand. */
export interface LabelSpot {
  readonly box: Box;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** From a ring to its label: crop marks and the vote slip fit between. */
export const LABEL_GAP = 13;
/** Height of the crown on a ring. */
export const CROWN = 20;
/** Kept free along the edge of a drawing. */
export const EDGE = 6;

/** Every place that a label might take beside its ring, the usual ones first. */
function candidates(p: Point, radius: number, size: Size, room: Size): LabelSpot[] {
  const { width: w, height: h } = size;
  const below = p.y + radius + LABEL_GAP - 2;
  const above = p.y - radius - CROWN - 3 - h;
  const beside = radius + LABEL_GAP;
  const spot = (x: number, y: number, anchor: LabelSpot['anchor']): LabelSpot => {
    const inside = Math.max(EDGE, Math.min(x, room.width - EDGE - w));
    return { box: { x: inside, y, width: w, height: h }, anchor };
  };
  const found: LabelSpot[] = [
    spot(p.x - w / 2, below, 'middle'),
    spot(p.x - w / 2, above, 'middle'),
    spot(p.x - 14, above, 'start'),
    spot(p.x + 14 - w, above, 'end'),
    spot(p.x - radius, below, 'start'),
    spot(p.x + radius - w, below, 'end'),
    spot(p.x - 4, below, 'start'),
    spot(p.x + 4 - w, below, 'end'),
    spot(p.x, above + h * 0.4, 'start'),
    spot(p.x - w, above + h * 0.4, 'end'),
  ];
  for (const shift of [-5, -h / 2, h / 2, -h, h * 0.9]) {
    const y = p.y - h / 2 + shift;
    found.push(spot(p.x + beside, y, 'start'), spot(p.x - beside - w, y, 'end'));
  }
  // Pushed inwards by an edge, a centred label hangs from that edge.
  return found.map((one) => {
    if (one.anchor !== 'middle') return one;
    const off = one.box.x + w / 2 - p.x;
    return Math.abs(off) < 1 ? one : { ...one, anchor: off > 0 ? 'start' : 'end' };
  });
}

/**
 * A label for every seat: each takes the best of its places given the others', until none moves.
 * `clash` is 0 when nothing covers anything and no label lies inside of the ellipse.
 */
export function placeLabels(
  points: readonly Point[],
  rings: readonly (readonly Box[])[],
  centre: Point,
  radius: number,
  size: Size,
  room: Size,
): { spots: LabelSpot[]; clash: number } {
  const choices = points.map((p) => candidates(p, radius, size, room));
  // A label without its slip may hug the ring: its own slip is only at the foot on the right.
  const obstacle = rings.flat();
  const ways = laneLines(points);
  const alone = choices.map((list, i) => {
    const p = points[i] ?? centre;
    return list.map((spot, order) => {
      const { box } = spot;
      let cost = order * 4;
      const mid = { x: box.x + box.width / 2 - p.x, y: box.y + box.height / 2 - p.y };
      const out = { x: p.x - centre.x, y: p.y - centre.y };
      const norm = Math.hypot(mid.x, mid.y) * Math.hypot(out.x, out.y);
      if (norm > 1) cost += 45 * (1 - (mid.x * out.x + mid.y * out.y) / norm);
      cost += 1e4 * outside(box, room);
      for (const other of obstacle) cost += 1e3 * sharedArea(grown(box, 2), other);
      const wide = grown(box, 8);
      for (const [from, to] of ways) cost += 1.4 * segmentInside(from, to, wide);
      return cost;
    });
  });
  const chosen = alone.map((costs) => costs.indexOf(Math.min(...costs)));
  const spotOf = (i: number): LabelSpot | undefined => choices[i]?.[chosen[i] ?? 0];
  for (let pass = 0; pass < 8; pass++) {
    let moved = false;
    choices.forEach((list, i) => {
      const costs = list.map((spot, c) => {
        let cost = alone[i]?.[c] ?? 0;
        for (let j = 0; j < choices.length; j++) {
          const other = j === i ? undefined : spotOf(j);
          if (other) cost += 1e3 * sharedArea(grown(spot.box, 6), other.box);
        }
        return cost;
      });
      const least = costs.indexOf(Math.min(...costs));
      if (least !== chosen[i]) {
        chosen[i] = least;
        moved = true;
      }
    });
    if (!moved) break;
  }
  const spots = choices.map((_, i) => spotOf(i)).filter((spot) => spot !== undefined);
  // A label inside of its ring stands in the way of messages: tolerated, but not sought.
  const inward = spots.filter(({ box }, i) => {
    const p = points[i] ?? centre;
    const mid = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    return distance(mid, centre) < distance(p, centre) - radius;
  });
  return { spots, clash: 10 * clashes(spots, obstacle, room) + inward.length };
}

/** The ways of messages, roughly: both sides of each link, bent as the lanes are. */
function laneLines(points: readonly Point[]): (readonly [Point, Point])[] {
  return points.flatMap((from, i) =>
    points.flatMap((to, j): (readonly [Point, Point])[] => {
      if (i === j) return [];
      const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
      const ux = (to.x - from.x) / length;
      const uy = (to.y - from.y) / length;
      const bend = laneBend(length, ux, uy);
      const mid = {
        x: (from.x + to.x) / 2 + uy * bend,
        y: (from.y + to.y) / 2 - ux * bend,
      };
      return [
        [from, mid],
        [mid, to],
      ];
    }),
  );
}

function clashes(spots: readonly LabelSpot[], obstacles: readonly Box[], room: Size): number {
  let clash = 0;
  spots.forEach(({ box }, i) => {
    clash += outside(box, room);
    for (const other of obstacles) clash += sharedArea(box, other);
    for (const other of spots.slice(i + 1)) {
      if (overlaps(box, other.box, 2)) clash += 2 + sharedArea(box, other.box);
    }
  });
  return clash;
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

const grown = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});

/** How far a box sticks out of the room, in units. */
const outside = (box: Box, room: Size): number =>
  Math.max(0, 2 - box.x) +
  Math.max(0, 2 - box.y) +
  Math.max(0, box.x + box.width - room.width + 2) +
  Math.max(0, box.y + box.height - room.height + 2);
