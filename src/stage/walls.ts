import type { Pid } from '../view/time.ts';
import type { Point } from './geometry.ts';
import type { RingPlan, Seat } from './ring-plan.ts';
import { crossing, distanceToSegment, smoothed } from './segments.ts';
import { circle, group, path, round } from './shape.ts';
import type { Shape, Style } from './shape.ts';

const linePath = (
  points: readonly Point[],
  stroke: string,
  strokeWidth: number,
  more: Style = {},
): Shape =>
  path(`M${points.map((p) => `${round(p.x)},${round(p.y)}`).join('L')}`, {
    style: { fill: 'none', stroke, strokeWidth, strokeLinejoin: 'round', ...more },
  });

/** The two ends by which a line is held. */
const endShapes = (points: readonly Point[]): readonly Shape[] =>
  [points[0], points.at(-1)].flatMap((end) =>
    end === undefined
      ? []
      : [
          circle(round(end.x), round(end.y), 6, {
            className: 'wall-end',
            style: { fill: 'var(--paper)', stroke: 'var(--ink)', strokeWidth: 2 },
          }),
        ],
  );

/** A wall: two lines with paper between them, so that it reads as thick; `held`: with two ends to hold. */
export const wallShape = (points: readonly Point[], key: string, held = false): Shape =>
  group(
    [
      // What a whole wall parts keeps off it.
      ...(held ? [linePath(points, 'var(--paper)', 20)] : []),
      linePath(points, 'var(--ink)', 8),
      linePath(points, 'var(--paper)', 4),
      ...(held ? endShapes(points) : []),
    ],
    { key, className: 'wall' },
  );

/** A line that was drawn and cuts links, but parts nobody from the others: no wall yet, but it can be held. */
export const seamShape = (points: readonly Point[]): Shape =>
  group(
    [
      linePath(points, 'var(--ink-3)', 1.5, { strokeDasharray: '2 5', strokeLinecap: 'round' }),
      ...endShapes(points),
    ],
    { key: 'seam', className: 'wall' },
  );

/**
 * Walls between the groups of a partition, as polylines. When each group stands together on the
 * ellipse, smooth walls run between them; otherwise no wall could keep clear of whole links, and
 * each cut link gets a short one across its middle.
 */
export const wallLines = (
  groups: readonly (readonly Pid[])[],
  layout: RingPlan,
): readonly (readonly Point[])[] => {
  if (groups.length < 2) return [];
  const groupOf = new Map(groups.flatMap((pids, i) => pids.map((pid) => [pid, i] as const)));
  const around = [...layout.seats.values()].filter((seat) => groupOf.has(seat.pid));
  const [one, other] = around;
  if (around.length === 2 && one && other) return [across(one, other, 70)];
  const borders = around
    .map((seat, i) => [seat, around[(i + 1) % around.length] ?? seat] as const)
    .filter(([a, b]) => groupOf.get(a.pid) !== groupOf.get(b.pid));
  if (borders.length > groups.length) return shortWalls(around, groupOf, layout);
  const [first, second] = borders;
  if (groups.length === 2 && first && second) {
    const wall = oneWall(first, second, around, layout);
    return crossesWhole(wall, around, groupOf) ? shortWalls(around, groupOf, layout) : [wall];
  }
  // Three and more groups: a star from the middle out through every border.
  return borders.map(([a, b]) => [layout.centre, ...outwards(middle(a, b), layout)]);
};

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** A point `by` further from the centre. */
const beyond = (p: Point, centre: Point, by: number): Point => {
  const length = Math.hypot(p.x - centre.x, p.y - centre.y) || 1;
  return { x: p.x + ((p.x - centre.x) / length) * by, y: p.y + ((p.y - centre.y) / length) * by };
};

/** From a gap between two servers outwards, as far as no label is in the way. */
function outwards(gap: Point, layout: RingPlan): Point[] {
  const free = [1.7, 1.3, 0.9, 0.5]
    .map((by) => beyond(gap, layout.centre, by * layout.radius))
    .find((p) =>
      [...layout.seats.values()].every(
        ({ label: { box } }) =>
          p.x < box.x - 6 ||
          p.y < box.y - 6 ||
          p.x > box.x + box.width + 6 ||
          p.y > box.y + box.height + 6,
      ),
    );
  return free === undefined ? [gap] : [gap, free];
}

function across(a: Point, b: Point, half: number): Point[] {
  const m = middle(a, b);
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const nx = (-(b.y - a.y) / length) * half;
  const ny = ((b.x - a.x) / length) * half;
  return [
    { x: m.x - nx, y: m.y - ny },
    { x: m.x + nx, y: m.y + ny },
  ];
}

/** A short wall close to `a`, across its link to `b`. */
function fence(a: Point, b: Point, radius: number): Point[] {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const along = (2 * Math.min(radius * 1.7, length / 2)) / length;
  return across(a, { x: a.x + (b.x - a.x) * along, y: a.y + (b.y - a.y) * along }, radius * 0.28);
}

/** One wall between two groups that each stand together. */
function oneWall(
  first: readonly [Seat, Seat],
  second: readonly [Seat, Seat],
  around: readonly Seat[],
  layout: RingPlan,
): readonly Point[] {
  const gapA = middle(...first);
  const gapB = middle(...second);
  const clear = around.every((seat) => distanceToSegment(seat, gapA, gapB) > layout.radius * 1.3);
  const inwards = clear ? [] : bend(first[1], second[0], around, layout);
  const back =
    inwards.length > 0 ? inwards : clear ? [] : bend(second[1], first[0], around, layout);
  const middlePart = inwards.length > 0 ? inwards : back.toReversed();
  return smoothed([
    ...outwards(gapA, layout).toReversed(),
    ...middlePart,
    ...outwards(gapB, layout),
  ]);
}

/** Points inside of the seats from one to another, when those are the smaller group. */
function bend(from: Seat, to: Seat, around: readonly Seat[], layout: RingPlan): Point[] {
  const start = around.indexOf(from);
  const count = ((around.indexOf(to) - start + around.length) % around.length) + 1;
  if (count * 2 > around.length) return [];
  return Array.from({ length: count }, (_, i) => around[(start + i) % around.length] ?? from).map(
    (seat) => beyond(seat, layout.centre, -layout.radius * 1.9),
  );
}

/** Whether a wall would cross a link inside of a group: then it says something that is not so. */
const crossesWhole = (
  wall: readonly Point[],
  around: readonly Seat[],
  groupOf: ReadonlyMap<Pid, number>,
): boolean =>
  around.some((a, i) =>
    around
      .slice(i + 1)
      .some((b) => groupOf.get(a.pid) === groupOf.get(b.pid) && crossing(a, b, wall) !== null),
  );

/** Each cut link's own wall: across its middle, or close round a server that stands alone. */
function shortWalls(
  around: readonly Seat[],
  groupOf: ReadonlyMap<Pid, number>,
  layout: RingPlan,
): readonly (readonly Point[])[] {
  const half = Math.min(18, layout.radius * 0.6);
  const alone = (seat: Seat): boolean =>
    around.every((other) => other === seat || groupOf.get(other.pid) !== groupOf.get(seat.pid));
  return around.flatMap((a, i) =>
    around
      .slice(i + 1)
      .filter((b) => groupOf.get(a.pid) !== groupOf.get(b.pid))
      .map((b) =>
        alone(a)
          ? fence(a, b, layout.radius)
          : alone(b)
            ? fence(b, a, layout.radius)
            : across(a, b, half),
      ),
  );
}
