import type { Pid } from '../view/time.ts';
import type { Curve, Point } from './geometry.ts';
import type { Lane, Layout } from './layout.ts';
import type { RingPlan } from './ring-plan.ts';
import { round } from './shape.ts';
import { laneBend } from './segments.ts';
import { wallLines } from './walls.ts';

/** What runs between rings: straight links from centre to centre, lanes bent to their own side. */
export const betweenRings = (
  plan: RingPlan,
): Pick<Layout, 'inset' | 'bare' | 'lane' | 'wires' | 'walls'> => ({
  inset: plan.radius,
  bare: Math.min(1, Math.max(0.6, round(plan.radius / 28))),
  lane: (from, to) => ringLane(plan, from, to),
  wires: (a, b) => straight(plan.seats.get(a), plan.seats.get(b)),
  walls: (groups) => wallLines(groups, plan),
});

const straight = (a: Point | undefined, b: Point | undefined): readonly Curve[] =>
  a === undefined || b === undefined
    ? []
    : [{ x0: a.x, y0: a.y, cx: (a.x + b.x) / 2, cy: (a.y + b.y) / 2, x1: b.x, y1: b.y }];

/** One direction of a link: a curve from ring to ring. */
function ringLane({ seats, radius }: RingPlan, from: Pid, to: Pid): Lane | null {
  const a = seats.get(from);
  const b = seats.get(to);
  if (a === undefined || b === undefined) return null;
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = Math.hypot(dx, dy) || 1;
  const ux = dx / length;
  const uy = dy / length;
  // A short label at either end of the lane just touches the ring.
  const end = Math.min(length * 0.4, radius + 6 + 16 * Math.abs(ux) + 9 * Math.abs(uy));
  const bend = laneBend(length, ux, uy);
  const rim = Math.min(5, bend / 3);
  const x0 = a.x + ux * end + uy * rim;
  const y0 = a.y + uy * end - ux * rim;
  const x1 = b.x - ux * end + uy * rim;
  const y1 = b.y - uy * end - ux * rim;
  return {
    x0,
    y0,
    cx: (x0 + x1) / 2 + uy * 2 * (bend - rim),
    cy: (y0 + y1) / 2 - ux * 2 * (bend - rim),
    x1,
    y1,
    length: Math.hypot(x1 - x0, y1 - y0) || 1,
    wait: 0,
  };
}
