import type { Pid } from '../../view/time.ts';
import type { Box, Curve } from '../geometry.ts';
import { cardHeight, FLAT, FOOT, laneOn, RIM, shared, waiting, WIDEST } from './plan.ts';
import type { PaxosLayout, Room, Talk } from './plan.ts';
import { rowWalls } from './walls.ts';
import type { Who } from './who.ts';

/** Half of a message's label, beside the cards, and above them, where a pin stands on it. */
const ASIDE = 44;
const ABOVE = 28;

/** A row of cards: requests fly on one side of it, answers on the other. */
export function inRow(all: readonly Who[], talk: Talk, room: Room, down: boolean): PaxosLayout {
  const boxes = down ? stacked(all, room) : sideBySide(all, room);
  const along = (box: Box): number => (down ? box.y + box.height / 2 : box.x + box.width / 2);
  const size = (box: Box): number => (down ? box.height : box.width);
  const near = (box: Box): number => (down ? box.x : box.y);
  const far = (box: Box): number => (down ? box.x + box.width : box.y + box.height);
  const order = new Map(all.map(({ pid }, i) => [pid, i]));
  // Labels that travel on the outermost arcs stay inside of the drawing.
  const space = Math.min(...boxes.map(near)) - (down ? ASIDE : ABOVE);
  const beyond = down
    ? room.width - Math.max(...boxes.map(far)) - ASIDE
    : room.height - FOOT - Math.max(...boxes.map(far)) - 6;
  const boxOf = (pid: Pid): Box | undefined => boxes[order.get(pid) ?? -1];

  /** An arc beside the row; `gap` is kept between its ends and the cards. */
  const arc = (a: Pid, b: Pid, back: boolean, gap: number): Curve | null => {
    const from = boxOf(a);
    const to = boxOf(b);
    if (from === undefined || to === undefined) return null;
    const steps = (order.get(b) ?? 0) - (order.get(a) ?? 0);
    const reach = Math.abs(steps) / Math.max(1, all.length - 1);
    // Arcs of one card leave it side by side.
    const offset = (box: Box, sign: number): number => sign * size(box) * (0.55 * reach - 0.2);
    const u0 = along(from) + offset(from, Math.sign(steps));
    const u1 = along(to) - offset(to, Math.sign(steps));
    const v0 = back ? far(from) + gap : near(from) - gap;
    const v1 = back ? far(to) + gap : near(to) - gap;
    const rise = (back ? beyond : space) - gap;
    const height = Math.max(12, rise * (0.3 + 0.7 * reach));
    // A quadratic curve comes half as far as its control point.
    const control = back
      ? Math.max(...boxes.map(far)) + gap + 2 * height - Math.abs(v1 - v0) / 2
      : Math.min(v0, v1) - 2 * height;
    return down
      ? { x0: v0, y0: u0, cx: control, cy: (u0 + u1) / 2, x1: v1, y1: u1 }
      : { x0: u0, y0: v0, cx: (u0 + u1) / 2, cy: control, x1: u1, y1: v1 };
  };
  const byPid = new Map(all.map((one) => [one.pid, one]));
  const wires = (a: Pid, b: Pid): readonly Curve[] => {
    const one = byPid.get(a);
    const other = byPid.get(b);
    if (one === undefined || other === undefined || !talk(one, other)) return [];
    return [arc(a, b, false, 1), arc(a, b, true, 1)].filter((curve) => curve !== null);
  };
  return {
    ...shared(all, boxes, room, down ? 'flat' : 'tall'),
    down,
    columns: false,
    lane: (from, to, back) => {
      const box = boxOf(from);
      if (box === undefined) return null;
      if (from === to) return waiting(box, down);
      const curve = arc(from, to, back, down ? 16 : 26);
      return curve === null ? null : laneOn(curve, 0.15);
    },
    wires,
    walls: (groups) => rowWalls(all, boxes, groups, wires, down),
  };
}

function sideBySide(all: readonly Who[], room: Room): readonly Box[] {
  const count = Math.max(1, all.length);
  const width = Math.min(WIDEST, (room.width - 2 * RIM - (count - 1) * 16) / count);
  const gap = count === 1 ? 0 : Math.min(46, (room.width - 2 * RIM - count * width) / (count - 1));
  const height = Math.max(...all.map((one) => cardHeight(one, width)));
  const left = (room.width - count * width - (count - 1) * gap) / 2;
  const top = Math.max(34, (room.height - FOOT - height) / 2 + 6);
  return all.map((one, i) => {
    const x = left + i * (width + gap);
    return { x, y: top, width, height: cardHeight(one, width) };
  });
}

function stacked(all: readonly Who[], room: Room): readonly Box[] {
  const count = Math.max(1, all.length);
  const side = Math.max(84, Math.min(150, room.width * 0.17));
  const width = Math.min(420, room.width - 2 * side);
  const left = (room.width - width) / 2;
  const pitch = Math.min(74, (room.height - FOOT - 22) / count);
  const height = Math.min(FLAT, pitch - 6);
  const top = 22 + (room.height - FOOT - 22 - pitch * count) / 2;
  return all.map((_, i) => ({ x: left, y: top + i * pitch + (pitch - height) / 2, width, height }));
}
