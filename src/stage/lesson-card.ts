import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { Micros } from '../view/time.ts';
import { messagePlaces } from './lanes.ts';
import { ring } from './glyphs.ts';
import type { Point } from './geometry.ts';
import type { EnsembleLayout } from './ensemble-layout.ts';
import type { Seat } from './ring-plan.ts';
import { betweenRings } from './rings.ts';
import { at, group, path, round } from './shape.ts';
import type { Drawing, Shape } from './shape.ts';
import { bareSlip } from './slips.ts';
import { isDown, ringClass, ringKind } from './states.ts';
import { wallShape } from './walls.ts';

export interface LessonCardOptions {
  /** Default 240 × 96, drawn at any size. */
  readonly width?: number;
  readonly height?: number;
  readonly now?: Micros;
}

/** The ensemble in miniature, without words: rings, links, messages. */
export const lessonCard = (
  frame: Frame<ElectionDetail>,
  options: LessonCardOptions = {},
): Drawing => {
  const width = options.width ?? 240;
  const height = options.height ?? 96;
  const layout = cardLayout(frame, width, height);
  const { radius } = layout;
  const seats = frame.processes.flatMap((process) => {
    const seat = layout.seats.get(process.pid);
    return seat ? [{ process, seat }] : [];
  });
  const links: Shape[] = [];
  seats.forEach((one, i) => {
    for (const other of seats.slice(i + 1)) {
      if (isDown(one.process) || isDown(other.process)) continue;
      links.push(
        path(
          `M${round(one.seat.x)} ${round(one.seat.y)}L${round(other.seat.x)} ${round(other.seat.y)}`,
          { className: 'hair2', style: { opacity: 0.35 } },
        ),
      );
    }
  });
  const servers = seats.map(({ process, seat }) =>
    group(
      ring(ringKind(process), '', radius)
        .filter((shape) => shape.type !== 'text')
        .map((shape) =>
          shape.className === 'st'
            ? { ...shape, style: { ...shape.style, strokeWidth: 2 } }
            : shape,
        ),
      { className: ringClass(ringKind(process)), transform: at(seat.x, seat.y) },
    ),
  );
  const slips = slipShapes(frame, layout, options.now ?? frame.time);
  const walls = layout.walls(frame.partition).map((line, i) => wallShape(line, `wall-${i}`));
  return { shapes: [...links, ...walls, ...servers, ...slips], width, height };
};

/** A few messages, as many as stand clear of rings and of each other. */
function slipShapes(frame: Frame<ElectionDetail>, layout: EnsembleLayout, now: Micros): Shape[] {
  const places = messagePlaces(frame, layout, now);
  const scale = Math.max(0.5, Math.min(0.8, layout.radius / 17));
  const taken: Point[] = [...layout.seats.values()];
  return frame.messages.flatMap((message, i): Shape[] => {
    const x = places[i * 4] ?? Number.NaN;
    const y = places[i * 4 + 1] ?? Number.NaN;
    if (message.routine || message.status === 'lost' || Number.isNaN(x)) return [];
    if (taken.some((p) => Math.hypot(p.x - x, (p.y - y) * 1.4) < layout.radius * 1.55)) return [];
    taken.push({ x, y });
    return [
      group(bareSlip(message.shape, message.claim, (places[i * 4 + 2] ?? 0) < 0), {
        transform: `${at(x, y)} scale(${round(scale)})`,
      }),
    ];
  });
}

/** Rings only: no room is kept for words. */
function cardLayout(frame: Frame<ElectionDetail>, width: number, height: number): EnsembleLayout {
  const count = frame.processes.length;
  const radius = Math.min(height * 0.15, (height * 0.95) / Math.max(3, count));
  const rx = count === 1 ? 0 : Math.min(width / 2 - radius - 4, height * 0.72);
  const ry = count <= 2 ? 0 : height / 2 - radius - 9;
  const centre = { x: width / 2, y: height / 2 + 3 };
  const start = count === 2 ? Math.PI : -Math.PI / 2;
  const seats = new Map<number, Seat>();
  frame.processes.forEach((process, i) => {
    const angle = start + (i * 2 * Math.PI) / count;
    const x = centre.x + rx * Math.cos(angle);
    const y = centre.y + ry * Math.sin(angle);
    const label = { box: { x: -1e4, y: -1e4, width: 0, height: 0 }, anchor: 'middle' as const };
    seats.set(process.pid, { pid: process.pid, x, y, label });
  });
  const plan = { width, height, centre, radius, seats, obstacles: [] };
  return { ...plan, ...betweenRings(plan), seats, compact: true };
}
