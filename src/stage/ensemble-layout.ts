import type { Pid } from '../view/time.ts';
import { textWidth } from './geometry.ts';
import type { Box, Point, Size } from './geometry.ts';
import type { Layout } from './layout.ts';
import { betweenRings } from './rings.ts';
import type { RingPlan, Seat } from './ring-plan.ts';
import { CROWN, EDGE, LABEL_GAP, placeLabels } from './seat-labels.ts';

/** Servers on an ellipse; labels of messages keep off rings, vote slips, words and cells. */
export interface EnsembleLayout extends Layout, RingPlan {
  readonly seats: RingPlan['seats'];
  /** Small rooms have smaller cells. */
  readonly compact: boolean;
}

export interface LayoutOptions {
  readonly width: number;
  readonly height: number;
  /** Longest state word that may come; the default covers the field terms. */
  readonly longestWord?: string;
  /** Radius of the rings where there is room for all words beside them; by default it follows from the size. */
  readonly ring?: number;
}

export const CELL_GAP = 2;
/** Room before the cells for the sign that older ones are not shown. */
export const ELLIPSIS = 16;

export const cellSize = (compact: boolean): { width: number; height: number } =>
  compact ? { width: 30, height: 18 } : { width: 34, height: 20 };

/** Places servers clockwise on an ellipse from the top, and their labels outward of them. */
export const ensembleLayout = (pids: readonly Pid[], options: LayoutOptions): EnsembleLayout => {
  const { width, height } = options;
  const compact = width < 480 || height < 330;
  const word = textWidth(options.longestWord ?? 'OBSERVING', compact ? 12 : 13) + 4;
  const cell = cellSize(compact);
  // The more detail, the better; but words and cells of neighbours must not cover each other.
  const scales = pids.length > 11 ? [1, 0.72] : [1, 0.85, 0.72];
  const attempts = [3, 2, 1].flatMap((cells) =>
    scales.map((scale) => ({ cells, scale, aside: 0.85 })),
  );
  // Where words would have to stand inside of a small ellipse, it gives way to them at both sides.
  if (compact && pids.length > 5) {
    for (const aside of [1.1, 1.25, 1.4]) attempts.push({ cells: 1, scale: 0.72, aside });
  }
  let best: { layout: EnsembleLayout; clash: number } | null = null;
  for (const { cells, scale, aside } of attempts) {
    const label = {
      width: Math.max(word, ELLIPSIS + cells * (cell.width + CELL_GAP)),
      height: (compact ? 16 : 18) + cell.height,
    };
    const seen = place(pids, options, compact, { scale, aside }, label);
    if (best === null || seen.clash < best.clash - 0.5) best = seen;
    if (best.clash < 1) break;
  }
  if (best === null) throw new Error('no attempt');
  return best.layout;
};

function place(
  pids: readonly Pid[],
  { width, height, ring }: LayoutOptions,
  compact: boolean,
  { scale, aside }: { scale: number; aside: number },
  label: Size,
): { layout: EnsembleLayout; clash: number } {
  const unit = unitSeats(pids.length);
  const radius = (ring ?? ringRadius(unit, width, height)) * scale;
  // From six servers on, labels beside and above their rings need the room themselves.
  const many = pids.length > 5;
  const side = Math.max(label.width * (many ? aside : 0.5) + EDGE + 14, radius + 2 * EDGE);
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
  const plan = { width, height, centre, radius, seats, obstacles };
  return { layout: { ...plan, ...betweenRings(plan), seats, compact }, clash };
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
    scaleY = Math.min(scaleY, scaleX * (unit.length > 7 ? 1.9 : 1.5));
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
