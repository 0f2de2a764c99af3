import type { Curve, Point } from './geometry.ts';
import { crossing } from './segments.ts';
import { round } from './shape.ts';

/** Quadratic curves: points on them, and parts of them as path data. */

export const pointOn = (curve: Curve, t: number): Point => {
  const s = 1 - t;
  return {
    x: s * s * curve.x0 + 2 * s * t * curve.cx + t * t * curve.x1,
    y: s * s * curve.y0 + 2 * s * t * curve.cy + t * t * curve.y1,
  };
};

/** Unit vector in which the curve runs at t. */
export const directionAt = (curve: Curve, t: number): Point => {
  const dx = (1 - t) * (curve.cx - curve.x0) + t * (curve.x1 - curve.cx);
  const dy = (1 - t) * (curve.cy - curve.y0) + t * (curve.y1 - curve.cy);
  const norm = Math.hypot(dx, dy) || 1;
  return { x: dx / norm, y: dy / norm };
};

export const isStraight = ({ x0, y0, cx, cy, x1, y1 }: Curve): boolean =>
  Math.abs((x1 - x0) * (cy - y0) - (y1 - y0) * (cx - x0)) < 0.5 * Math.hypot(x1 - x0, y1 - y0);

/** From end to end, straight. */
export const lengthOf = ({ x0, y0, x1, y1 }: Curve): number => Math.hypot(x1 - x0, y1 - y0) || 1;

/** A point so far to the left-hand side of the curve (right-hand side in a mirror). */
export const asideOf = (curve: Curve, t: number, aside: number): string => {
  const p = pointOn(curve, t);
  const u = directionAt(curve, t);
  return `${round(p.x + u.y * aside)} ${round(p.y - u.x * aside)}`;
};

/** Path data of the part from t0 to t1, moved so far aside. */
export const partOf = (curve: Curve, t0: number, t1: number, aside = 0): string => {
  const from = asideOf(curve, t0, aside);
  const to = asideOf(curve, t1, aside);
  if (isStraight(curve)) return `M${from}L${to}`;
  // The control point of a part: both parameters blended (de Casteljau).
  const blend = (p0: number, c: number, p1: number): number =>
    (1 - t0) * (1 - t1) * p0 + (t0 * (1 - t1) + t1 * (1 - t0)) * c + t0 * t1 * p1;
  const u = directionAt(curve, (t0 + t1) / 2);
  const cx = blend(curve.x0, curve.cx, curve.x1) + u.y * aside;
  const cy = blend(curve.y0, curve.cy, curve.y1) - u.x * aside;
  return `M${from}Q${round(cx)} ${round(cy)} ${to}`;
};

/** The curve as a few straight pieces. */
const polylineOf = (curve: Curve): readonly Point[] =>
  isStraight(curve)
    ? [pointOn(curve, 0), pointOn(curve, 1)]
    : Array.from({ length: 13 }, (_, i) => pointOn(curve, i / 12));

/** Where a polyline crosses the curve, as a parameter; null when nowhere. */
export const curveCrossing = (curve: Curve, line: readonly Point[]): number | null => {
  const points = polylineOf(curve);
  for (let i = 0; i + 1 < points.length; i++) {
    const a = points[i];
    const b = points[i + 1];
    if (a === undefined || b === undefined) continue;
    const t = crossing(a, b, line);
    if (t !== null) return (i + t) / (points.length - 1);
  }
  return null;
};
