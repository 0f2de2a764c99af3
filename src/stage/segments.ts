import type { Box } from './geometry.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Length of the part of a segment that lies inside a box (Liang–Barsky). */
export const segmentInside = (from: Point, to: Point, box: Box): number => {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  let enter = 0;
  let leave = 1;
  const sides: readonly (readonly [number, number])[] = [
    [-dx, from.x - box.x],
    [dx, box.x + box.width - from.x],
    [-dy, from.y - box.y],
    [dy, box.y + box.height - from.y],
  ];
  for (const [slope, room] of sides) {
    if (slope === 0) {
      if (room < 0) return 0;
    } else if (slope < 0) enter = Math.max(enter, room / slope);
    else leave = Math.min(leave, room / slope);
  }
  return enter < leave ? (leave - enter) * Math.hypot(dx, dy) : 0;
};

/** Distance of a point from a segment. */
export const distanceToSegment = (p: Point, from: Point, to: Point): number => {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : ((p.x - from.x) * dx + (p.y - from.y) * dy) / square;
  const clamped = Math.max(0, Math.min(1, t));
  return Math.hypot(p.x - from.x - clamped * dx, p.y - from.y - clamped * dy);
};
