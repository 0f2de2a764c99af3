import type { Box, Point } from './geometry.ts';

/** Length of the part of a segment that lies inside a box (Liang–Barsky). */
export const segmentInside = (from: Point, to: Point, box: Box): number => {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  // Most segments lie wholly on one side.
  if (from.x < box.x && to.x < box.x) return 0;
  if (from.y < box.y && to.y < box.y) return 0;
  if (from.x > right && to.x > right) return 0;
  if (from.y > bottom && to.y > bottom) return 0;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  let enter = 0;
  let leave = 1;
  const sides: readonly (readonly [number, number])[] = [
    [-dx, from.x - box.x],
    [dx, right - from.x],
    [-dy, from.y - box.y],
    [dy, bottom - from.y],
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

/** A polyline with its corners cut three times (Chaikin); the ends stay. */
export const smoothed = (points: readonly Point[]): readonly Point[] => {
  let line = points;
  for (let pass = 0; pass < 3; pass++) {
    const first = line[0];
    const last = line.at(-1);
    if (first === undefined || last === undefined || line.length < 3) return line;
    const cut: Point[] = [first];
    for (let i = 0; i + 1 < line.length; i++) {
      const a = line[i] ?? first;
      const b = line[i + 1] ?? last;
      cut.push({ x: 0.75 * a.x + 0.25 * b.x, y: 0.75 * a.y + 0.25 * b.y });
      cut.push({ x: 0.25 * a.x + 0.75 * b.x, y: 0.25 * a.y + 0.75 * b.y });
    }
    cut.push(last);
    line = cut;
  }
  return line;
};

/** Where a segment crosses a polyline, as the part of its way from `from`; null when nowhere. */
export const crossing = (from: Point, to: Point, line: readonly Point[]): number | null => {
  const rx = to.x - from.x;
  const ry = to.y - from.y;
  for (let i = 0; i + 1 < line.length; i++) {
    const a = line[i];
    const b = line[i + 1];
    if (a === undefined || b === undefined) continue;
    const sx = b.x - a.x;
    const sy = b.y - a.y;
    const cross = rx * sy - ry * sx;
    if (cross === 0) continue;
    const t = ((a.x - from.x) * sy - (a.y - from.y) * sx) / cross;
    const u = ((a.x - from.x) * ry - (a.y - from.y) * rx) / cross;
    if (t >= 0 && t <= 1 && u >= 0 && u <= 1) return t;
  }
  return null;
};

/**
 * How far a lane swings to its side in the middle: two labels that pass each other need more room
 * side by side than one above the other. `ux`, `uy`: direction of the link.
 */
export const laneBend = (length: number, ux: number, uy: number): number =>
  Math.min(length * 0.17, 34 * Math.abs(uy) + 14 * Math.abs(ux));
