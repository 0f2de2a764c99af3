/** What pictures in small share: straight ways between seats, and what flies on them without words. */
import type { Frame } from '../../view/frame.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { Point, Size } from '../geometry.ts';
import { messagePlaces } from '../lanes.ts';
import type { Layout } from '../layout.ts';
import { at, group } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { bareSlip } from '../slips.ts';

/** @param inset from a seat's middle to the end of a way, for what stands there */
export const straightLayout = (
  seats: ReadonlyMap<Pid, Point>,
  inset: (pid: Pid) => number,
  { width, height }: Size,
): Layout => ({
  width,
  height,
  seats,
  obstacles: [],
  inset: 0,
  bare: 1,
  lane: (from, to) => {
    const a = seats.get(from);
    const b = seats.get(to);
    if (a === undefined || b === undefined) return null;
    const whole = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const point = (along: number): Point => ({
      x: a.x + ((b.x - a.x) * along) / whole,
      y: a.y + ((b.y - a.y) * along) / whole,
    });
    const [p, q] = [point(inset(from)), point(whole - inset(to))];
    const length = Math.max(1, whole - inset(from) - inset(to));
    const middle = point(whole / 2);
    const ends = { x0: p.x, y0: p.y, x1: q.x, y1: q.y };
    return { ...ends, cx: middle.x, cy: middle.y, length, wait: 0 };
  },
  wires: () => [],
  walls: () => [],
});

export function bareSlips(frame: Frame, layout: Layout, now: Micros, scale: number): Shape[] {
  const places = messagePlaces(frame, layout, now);
  return frame.messages.flatMap((message, i): Shape[] => {
    const x = places[i * 4] ?? Number.NaN;
    const y = places[i * 4 + 1] ?? Number.NaN;
    if (message.routine || message.status === 'lost' || Number.isNaN(x)) return [];
    return [
      group(bareSlip(message.shape, message.claim, (places[i * 4 + 2] ?? 0) < 0), {
        transform: `${at(x, y)} scale(${scale})`,
      }),
    ];
  });
}
