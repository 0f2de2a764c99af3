import type { Pid } from '../view/time.ts';
import { overlaps, sharedArea, textWidth } from './geometry.ts';
import type { Box } from './geometry.ts';
import { segmentInside } from './segments.ts';

/** Where the word and the log cells of a server stand. */
export interface LabelSpot {
  readonly box: Box;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Seat {
  readonly pid: Pid;
  readonly x: number;
  readonly y: number;
  readonly label: LabelSpot;
}

/** Where everything stands; depends on who takes part and on the room, never on states. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Centre of the ellipse. */
  readonly centre: Point;
  /** Of a server's ring. */
  readonly radius: number;
  /** Small rooms have smaller cells. */
  readonly compact: boolean;
  /** In order around the ellipse. */
  readonly seats: ReadonlyMap<Pid, Seat>;
  /** What labels of messages should keep off: rings, vote slips, words and cells. */
  readonly obstacles: readonly Box[];
}

export interface LayoutOptions {
  readonly width: number;
  readonly height: number;
  /** Longest state word that may come; the default covers the field terms. */
  readonly longestWord?: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const CELL_GAP = 2;
/** Room before the cells for the sign that older ones are not shown. */
export const ELLIPSIS = 14;
/** From a ring to its label: crop marks and the vote slip fit between. */
const LABEL_GAP = 13;
const CROWN = 20;
const EDGE = 6;

export const cellSize = (compact: boolean): { width: number; height: number } =>
  compact ? { width: 30, height: 18 } : { width: 34, height: 20 };

/** Places servers clockwise on an ellipse from the top, and their labels outward of them. */
export const ensembleLayout = (pids: readonly Pid[], options: LayoutOptions): Layout => {
  const { width, height } = options;
  const compact = width < 480 || height < 330;
  const word = textWidth(options.longestWord ?? 'OBSERVING', compact ? 12 : 13) + 4;
  const cell = cellSize(compact);
  // The more detail, the better; but words and cells of neighbours must not cover each other.
  const attempts = [3, 2, 1].flatMap((cells) => [1, 0.85, 0.72].map((scale) => ({ cells, scale })));
  let best: { layout: Layout; clash: number } | null = null;
  for (const { cells, scale } of attempts) {
    const label = {
      width: Math.max(word, ELLIPSIS + cells * (cell.width + CELL_GAP)),
      height: (compact ? 16 : 18) + cell.height,
    };
    const seen = place(pids, width, height, compact, scale, label);
    if (best === null || seen.clash < best.clash - 0.5) best = seen;
    if (best.clash < 1) break;
  }
  if (best === null) throw new Error('no attempt');
  return best.layout;
};

interface Size {
  readonly width: number;
  readonly height: number;
}

function place(
  pids: readonly Pid[],
  width: number,
  height: number,
  compact: boolean,
  scale: number,
  label: Size,
): { layout: Layout; clash: number } {
  const unit = unitSeats(pids.length);
  const radius = ringRadius(unit, width, height) * scale;
  // From six servers on, labels beside and above their rings need the room themselves.
  const many = pids.length > 5;
  const side = Math.max(label.width * (many ? 0.85 : 0.5) + EDGE + 14, radius + 2 * EDGE);
  const top = radius + CROWN + EDGE + (many ? label.height : 0);
  const bottom = radius + LABEL_GAP + label.height + 2 * EDGE;
  const points = fit(unit, { left: side, right: width - side, top, bottom: height - bottom });
  const centre = {
    x: points.reduce((sum, p) => sum + p.x, 0) / Math.max(1, points.length),
    y: points.reduce((sum, p) => sum + p.y, 0) / Math.max(1, points.length),
  };
  const rings = points.map((p) => ringBoxes(p, radius));
  const { spots, clash } = placeLabels(points, rings, centre, radius, label, { width, height });
  const seats = new Map<Pid, Seat>();
  pids.forEach((pid, i) => {
    const point = points[i];
    const spot = spots[i];
    if (point && spot) seats.set(pid, { pid, x: point.x, y: point.y, label: spot });
  });
  const obstacles = [...rings.flat(), ...spots.map((spot) => spot.box)];
  return { layout: { width, height, centre, radius, compact, seats, obstacles }, clash };
}

/** Corners of a regular polygon with one at the top; two stand side by side. */
function unitSeats(count: number): Point[] {
  const start = count === 2 ? Math.PI : -Math.PI / 2;
  if (count === 1) return [{ x: 0, y: 0 }];
  return Array.from({ length: count }, (_, i) => {
    const angle = start + (i * 2 * Math.PI) / count;
    return { x: Math.cos(angle), y: Math.sin(angle) };
  });
}

function ringRadius(unit: readonly Point[], width: number, height: number): number {
  const most = Math.min(
    44,
    Math.min(width, height) * 0.075 + (Math.min(width, height) < 440 ? 0 : -2),
  );
  // Neighbours on the ellipse need room between them for lanes and labels.
  const spacing = unit.length < 3 ? Infinity : 2 * Math.sin(Math.PI / unit.length);
  return Math.min(most, spacing * Math.min(width, height) * 0.115);
}

/** Stretches unit points to fill a frame, not too flat. */
function fit(
  unit: readonly Point[],
  frame: { left: number; right: number; top: number; bottom: number },
): Point[] {
  const xs = unit.map((p) => p.x);
  const ys = unit.map((p) => p.y);
  const spanX = Math.max(...xs) - Math.min(...xs);
  const spanY = Math.max(...ys) - Math.min(...ys);
  const midX = (frame.left + frame.right) / 2;
  const midY = (frame.top + frame.bottom) / 2;
  let scaleX = spanX > 0.01 ? Math.max(0, frame.right - frame.left) / spanX : 0;
  let scaleY = spanY > 0.01 ? Math.max(0, frame.bottom - frame.top) / spanY : 0;
  if (scaleX > 0 && scaleY > 0) {
    scaleX = Math.min(scaleX, scaleY * 1.7);
    scaleY = Math.min(scaleY, scaleX * 1.5);
  } else scaleX = Math.min(scaleX, 170);
  const offX = (Math.max(...xs) + Math.min(...xs)) / 2;
  const offY = (Math.max(...ys) + Math.min(...ys)) / 2;
  return unit.map((p) => ({ x: midX + (p.x - offX) * scaleX, y: midY + (p.y - offY) * scaleY }));
}

/** A ring as boxes: the disc (its corners are free), the crown, the vote slip at its foot. */
function ringBoxes(p: Point, r: number): Box[] {
  const slip = slipPlace(r);
  return [
    { x: p.x - r - 2, y: p.y - r * 0.72, width: 2 * r + 4, height: r * 1.44 },
    { x: p.x - r * 0.72, y: p.y - r - 2, width: r * 1.44, height: 2 * r + 4 },
    { x: p.x - r * 0.5, y: p.y - r - CROWN, width: r, height: CROWN },
    { x: p.x + slip.x - slip.w, y: p.y + slip.y - slip.h, width: 2 * slip.w, height: 2 * slip.h },
  ];
}

/** Where the present vote sits on a ring, and half its size. */
export const slipPlace = (radius: number): { x: number; y: number; w: number; h: number } => ({
  x: radius * 0.72,
  y: radius * 0.82,
  w: radius < 31 ? 15 : 17,
  h: radius < 31 ? 9 : 9.5,
});

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

function placeLabels(
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
      for (const [from, to] of ways) cost += 0.8 * segmentInside(from, to, wide);
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
      const bend = Math.min(length * 0.17, 34 * Math.abs(uy) + 14 * Math.abs(ux));
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
