import type { Pid } from '../../view/time.ts';
import type { Point } from '../geometry.ts';
import { crossing, distanceToSegment, smoothed } from '../segments.ts';

interface Field {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly seats: ReadonlyMap<Pid, Point>;
}

/** Ends of walls lie so far from the edges. */
const MARGIN = 26;
/** Places for an end along each edge. */
const PLACES = 15;
/** How far a wall swings to both sides: it is a line that somebody has drawn. */
const SWING = 9;

/**
 * The wall between two groups, as a line that parts them and nobody else: among all lines from edge to
 * edge the one that keeps clearest of who stands there. Where no line can do that, or there are more
 * groups, each cut link gets a short wall across its middle.
 */
export function wallsBetween(
  groups: readonly (readonly Pid[])[],
  field: Field,
): readonly (readonly Point[])[] {
  const sides = groups.map((pids) => pids.flatMap((pid) => field.seats.get(pid) ?? []));
  const [one, other, ...more] = sides.filter((points) => points.length > 0);
  if (one === undefined || other === undefined) return [];
  const line = more.length > 0 ? null : parting(one, other, field);
  if (line !== null) return [line];
  const parts = [one, other, ...more];
  return parts.flatMap((points, i) =>
    parts.slice(i + 1).flatMap((rest) => points.flatMap((a) => rest.map((b) => across(a, b)))),
  );
}

/** A short wall in the middle between two. */
const across = (a: Point, b: Point): readonly Point[] => {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  const [nx, ny] = [(-dy / length) * 16, (dx / length) * 16];
  return [
    { x: x - nx, y: y - ny },
    { x: x + nx, y: y + ny },
  ];
};

/** The straight line between two groups that keeps clearest of both, with a swing in it. */
function parting(
  one: readonly Point[],
  other: readonly Point[],
  { width, height, radius }: Field,
): readonly Point[] | null {
  const ends = edgePlaces(width, height);
  let best: { readonly a: Point; readonly b: Point; readonly clear: number } | null = null;
  ends.forEach((a, i) => {
    for (const b of ends.slice(i + 1)) {
      if (!parts(a, b, one, other)) continue;
      const clear = Math.min(...[...one, ...other].map((p) => distanceToSegment(p, a, b)));
      // Of two that are as clear the shorter one is read more easily.
      const worth = clear - Math.hypot(b.x - a.x, b.y - a.y) / 40;
      if (best === null || worth > best.clear) best = { a, b, clear: worth };
    }
  });
  // The assignment in a callback is not seen by the compiler.
  const found = best as { readonly a: Point; readonly b: Point } | null;
  if (found === null) return null;
  const clear = Math.min(...[...one, ...other].map((p) => distanceToSegment(p, found.a, found.b)));
  if (clear < radius * 0.5) return null;
  return swung(found.a, found.b, clear > radius + SWING ? SWING : 0);
}

function edgePlaces(width: number, height: number): readonly Point[] {
  const along = Array.from({ length: PLACES }, (_, i) => (i + 0.5) / PLACES);
  const [right, bottom] = [width - MARGIN, height - MARGIN];
  return [
    ...along.map((t) => ({ x: MARGIN + t * (right - MARGIN), y: MARGIN })),
    ...along.map((t) => ({ x: MARGIN + t * (right - MARGIN), y: bottom })),
    ...along.map((t) => ({ x: MARGIN, y: MARGIN + t * (bottom - MARGIN) })),
    ...along.map((t) => ({ x: right, y: MARGIN + t * (bottom - MARGIN) })),
  ];
}

/** Whether it crosses every way between the groups, and none inside of either. */
function parts(a: Point, b: Point, one: readonly Point[], other: readonly Point[]): boolean {
  const line = [a, b];
  const within = (points: readonly Point[]): boolean =>
    points.some((p, i) => points.slice(i + 1).some((q) => crossing(p, q, line) !== null));
  return (
    one.every((p) => other.every((q) => crossing(p, q, line) !== null)) &&
    !within(one) &&
    !within(other)
  );
}

function swung(a: Point, b: Point, by: number): readonly Point[] {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const [nx, ny] = [-dy / length, dx / length];
  const inner = [1, 2, 3, 4, 5].map((i) => {
    const side = (i % 2 === 0 ? 1 : -1) * by;
    return { x: a.x + (dx * i) / 6 + nx * side, y: a.y + (dy * i) / 6 + ny * side };
  });
  return smoothed([a, ...inner, b]);
}
