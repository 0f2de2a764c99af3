import type { Pid } from '../../view/time.ts';
import { pointOn } from '../curve.ts';
import type { Box, Curve, Point } from '../geometry.ts';
import type { Lane, Layout } from '../layout.ts';

export interface CounterLayout extends Layout {
  readonly cards: ReadonlyMap<Pid, Box>;
  /** Little room: shorter words. */
  readonly narrow: boolean;
}

/** Kept free at the lower edge, for buttons. */
const FOOT = 36;
const MARGIN = 30;

/** Callers one below the other on the left, the server on the right. */
export function counterLayout(
  callers: readonly Pid[],
  server: Pid,
  { width, height }: { readonly width: number; readonly height: number },
): CounterLayout {
  const narrow = width < 560;
  const margin = narrow ? 8 : MARGIN;
  const card = narrow ? (width - 2 * margin - 92) / 2 : Math.min(290, (width - 2 * margin) * 0.34);
  const gap = narrow ? 12 : 22;
  const room = height - FOOT - 2 * 12;
  const each = Math.min(190, (room - gap * (callers.length - 1)) / Math.max(1, callers.length));
  const used = each * callers.length + gap * (callers.length - 1);
  const top = 12 + (room - used) / 2;
  const cards = new Map<Pid, Box>(
    callers.map((pid, i) => [
      pid,
      { x: margin, y: top + i * (each + gap), width: card, height: each },
    ]),
  );
  const tall = Math.min(320, room);
  const right = width - margin - card;
  cards.set(server, { x: right, y: 12 + (room - tall) / 2, width: card, height: tall });

  const between = (from: Pid, to: Pid, aside: number, inset: number): Curve | null => {
    const a = cards.get(from);
    const b = cards.get(to);
    // Callers do not talk to each other.
    if (a === undefined || b === undefined || (from === server) === (to === server)) return null;
    const leftwards = from === server;
    const caller = leftwards ? to : from;
    const x0 = leftwards ? a.x - inset : a.x + a.width + inset;
    const x1 = leftwards ? b.x + b.width + inset : b.x - inset;
    const home = cards.get(caller) ?? a;
    const far = cards.get(server) ?? b;
    const share = callers.length < 2 ? 0.5 : callers.indexOf(caller) / (callers.length - 1);
    const at = far.y + far.height * (0.25 + 0.5 * share) + aside;
    const own = home.y + home.height / 2 + aside;
    const y0 = leftwards ? at : own;
    const y1 = leftwards ? own : at;
    return { x0, y0, cx: (x0 + x1) / 2, cy: (y0 + y1) / 2, x1, y1 };
  };
  const laneOn = (curve: Curve): Lane => ({
    ...curve,
    length: Math.hypot(curve.x1 - curve.x0, curve.y1 - curve.y0) || 1,
    wait: 0.12,
  });
  return {
    width,
    height,
    narrow,
    cards,
    seats: new Map(
      [...cards].map(([pid, box]): [Pid, Point] => [
        pid,
        { x: box.x + box.width / 2, y: box.y + box.height / 2 },
      ]),
    ),
    obstacles: [...cards.values()],
    inset: 4,
    bare: 1,
    lane: (from, to, back) => {
      const curve = between(from, to, back ? 15 : -15, narrow ? 20 : 26);
      return curve === null ? null : laneOn(curve);
    },
    wires: (a, b) => {
      const there = between(a, b, -15, 1);
      const back = between(a, b, 15, 1);
      return there === null || back === null ? [] : [there, back];
    },
    walls: (groups) => {
      if (groups.length < 2) return [];
      const inGroup = (pid: Pid): number => groups.findIndex((group) => group.includes(pid));
      return callers.flatMap((pid) => {
        const wire = between(pid, server, 0, 1);
        if (wire === null || inGroup(pid) === inGroup(server)) return [];
        const { x, y } = pointOn(wire, 0.5);
        return [
          [
            { x, y: y - 32 },
            { x, y: y + 32 },
          ],
        ];
      });
    },
  };
}
