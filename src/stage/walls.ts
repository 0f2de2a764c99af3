import { curveCatmullRom, line as d3Line } from 'd3';
import type { Pid } from '../view/time.ts';
import type { Layout, Point, Seat } from './layout.ts';
import { distanceToSegment } from './segments.ts';
import { group, path, round } from './shape.ts';
import type { Shape } from './shape.ts';

const smooth = d3Line<Point>()
  .x((p) => round(p.x))
  .y((p) => round(p.y))
  .curve(curveCatmullRom.alpha(0.5));

/** A wall: two lines with paper between them, so that it reads as thick. */
const wall = (points: readonly Point[], key: string): Shape => {
  const d = smooth([...points]) ?? '';
  return group(
    [
      path(d, { style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 8 } }),
      path(d, { style: { fill: 'none', stroke: 'var(--paper)', strokeWidth: 4 } }),
    ],
    { key, className: 'wall' },
  );
};

/**
 * Walls between the groups of a partition. When each group stands together on the ellipse, one
 * smooth wall runs around it; otherwise no wall could keep clear of whole links, and each cut link
 * gets a short one of its own.
 */
export const wallShapes = (
  groups: readonly (readonly Pid[])[],
  layout: Layout,
): readonly Shape[] => {
  if (groups.length < 2) return [];
  const groupOf = new Map(groups.flatMap((pids, i) => pids.map((pid) => [pid, i] as const)));
  const around = [...layout.seats.values()].filter((seat) => groupOf.has(seat.pid));
  const borders = around
    .map((seat, i) => [seat, around[(i + 1) % around.length] ?? seat] as const)
    .filter(([a, b]) => groupOf.get(a.pid) !== groupOf.get(b.pid));
  if (around.length === 2) return [between(around)];
  const together = borders.length <= groups.length || (groups.length === 2 && borders.length === 2);
  if (!together) return shortWalls(around, groupOf, layout);
  if (groups.length === 2) return [around2(borders, around, groupOf, layout)];
  // Three and more groups: a star from the middle out through every border.
  return borders.map(([a, b], i) => {
    const gap = middle(a, b);
    const out = beyond(gap, layout.centre, layout.radius * 1.6);
    return wall([layout.centre, gap, out], `wall-${i}`);
  });
};

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** A point `by` further from the centre. */
const beyond = (p: Point, centre: Point, by: number): Point => {
  const length = Math.hypot(p.x - centre.x, p.y - centre.y) || 1;
  return { x: p.x + ((p.x - centre.x) / length) * by, y: p.y + ((p.y - centre.y) / length) * by };
};

function between(pair: readonly Seat[]): Shape {
  const [a, b] = pair;
  if (!a || !b) return group([]);
  const m = middle(a, b);
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const nx = (-(b.y - a.y) / length) * 70;
  const ny = ((b.x - a.x) / length) * 70;
  return wall(
    [
      { x: m.x - nx, y: m.y - ny },
      { x: m.x + nx, y: m.y + ny },
    ],
    'wall-0',
  );
}

/** One wall between two groups that each stand together. */
function around2(
  borders: readonly (readonly [Seat, Seat])[],
  around: readonly Seat[],
  groupOf: ReadonlyMap<Pid, number>,
  layout: Layout,
): Shape {
  const [first, second] = borders;
  if (!first || !second) return group([]);
  const gapA = middle(...first);
  const gapB = middle(...second);
  const outA = beyond(gapA, layout.centre, layout.radius * 1.5);
  const outB = beyond(gapB, layout.centre, layout.radius * 1.5);
  const clear = around.every((seat) => distanceToSegment(seat, gapA, gapB) > layout.radius + 12);
  if (clear) return wall([outA, gapA, gapB, outB], 'wall-0');
  // A small group at the rim: the wall bends inwards around its rings.
  const inner = groupOf.get(first[1].pid);
  const inside = around.filter((seat) => groupOf.get(seat.pid) === inner);
  const start = around.indexOf(first[1]);
  const ordered = inside.toSorted(
    (a, b) =>
      ((around.indexOf(a) - start + around.length) % around.length) -
      ((around.indexOf(b) - start + around.length) % around.length),
  );
  const small = ordered.length * 2 <= around.length ? ordered : null;
  const bend = (small ?? []).map((seat) => beyond(seat, layout.centre, -(layout.radius + 22)));
  const points = small
    ? [outA, gapA, ...bend, gapB, outB]
    : [
        outB,
        gapB,
        ...around
          .filter((seat) => groupOf.get(seat.pid) !== inner)
          .toSorted(
            (a, b) =>
              ((around.indexOf(a) - around.indexOf(second[1]) + around.length) % around.length) -
              ((around.indexOf(b) - around.indexOf(second[1]) + around.length) % around.length),
          )
          .map((seat) => beyond(seat, layout.centre, -(layout.radius + 22))),
        gapA,
        outA,
      ];
  return wall(points, 'wall-0');
}

function shortWalls(
  around: readonly Seat[],
  groupOf: ReadonlyMap<Pid, number>,
  layout: Layout,
): readonly Shape[] {
  const walls: Shape[] = [];
  around.forEach((a, i) => {
    for (const b of around.slice(i + 1)) {
      if (groupOf.get(a.pid) === groupOf.get(b.pid)) continue;
      const m = middle(a, b);
      const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
      const half = Math.min(18, layout.radius * 0.6);
      const nx = (-(b.y - a.y) / length) * half;
      const ny = ((b.x - a.x) / length) * half;
      const ends = [
        { x: m.x - nx, y: m.y - ny },
        { x: m.x + nx, y: m.y + ny },
      ];
      walls.push(wall(ends, `wall-${a.pid}-${b.pid}`));
    }
  });
  return walls;
}
