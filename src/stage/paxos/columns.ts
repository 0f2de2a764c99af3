import type { Pid } from '../../view/time.ts';
import type { Box, Curve } from '../geometry.ts';
import { cardHeight, FLAT, FOOT, laneOn, RIM, shared, waiting, WIDEST } from './plan.ts';
import type { CardForm, PaxosLayout, Room, Talk } from './plan.ts';
import { linkWalls } from './walls.ts';
import type { Who } from './who.ts';

/** For the heads of the columns. */
const TOP = 34;

/** Every process has one role: proposers, acceptors, learners, each in their column. */
export function inColumns(all: readonly Who[], talk: Talk, room: Room): PaxosLayout {
  const small = room.width < 560;
  const columns = [
    all.filter((one) => one.proposer),
    all.filter((one) => one.acceptor),
    all.filter((one) => one.learner),
  ].filter((column) => column.length > 0);
  const boxes = new Map<Pid, Box>();
  const forms = new Map<Pid, CardForm>();
  const widths = columns.map((column) => columnWidth(column, small));
  const used = widths.reduce((sum, width) => sum + width, 0);
  const margin = small ? 8 : RIM;
  const gap = Math.min(260, (room.width - 2 * margin - used) / Math.max(1, columns.length - 1));
  let x = (room.width - used - gap * (columns.length - 1)) / 2;
  columns.forEach((column, i) => {
    const width = widths[i] ?? 0;
    const tall = Math.max(...column.map((one) => cardHeight(one, width)));
    const pitch = (room.height - FOOT - TOP - 16) / column.length;
    const form: CardForm = pitch >= tall + 22 ? 'tall' : 'flat';
    const height = form === 'tall' ? tall : Math.min(FLAT, pitch - 8);
    const step = Math.min(pitch, height + 60);
    const middle = (TOP + room.height - FOOT - 16) / 2;
    const top = middle - (step * column.length) / 2 + (step - height) / 2;
    column.forEach((one, at) => {
      boxes.set(one.pid, { x, y: top + at * step, width, height });
      forms.set(one.pid, form);
    });
    x += width + gap;
  });
  const list = all.flatMap(({ pid }) => boxes.get(pid) ?? []);
  const byPid = new Map(all.map((one) => [one.pid, one]));
  const between = (a: Pid, b: Pid, bend: number, inset: number): Curve | null => {
    const from = boxes.get(a);
    const to = boxes.get(b);
    if (from === undefined || to === undefined) return null;
    const y0 = from.y + from.height / 2;
    const y1 = to.y + to.height / 2;
    if (from.x === to.x) {
      // Within a column: on its left-hand side.
      const out = from.x - Math.min(34, Math.max(6, from.x - 6));
      return {
        x0: from.x,
        y0: y0 - 8,
        cx: 2 * out - from.x,
        cy: (y0 + y1) / 2,
        x1: from.x,
        y1: y1 + 8,
      };
    }
    const right = to.x > from.x;
    const x0 = right ? from.x + from.width + inset : from.x - inset;
    const x1 = right ? to.x - inset : to.x + to.width + inset;
    return {
      x0,
      y0: y0 + bend / 3,
      cx: (x0 + x1) / 2,
      cy: (y0 + y1) / 2 + 2 * bend,
      x1,
      y1: y1 + bend / 3,
    };
  };
  const wires = (a: Pid, b: Pid): readonly Curve[] => {
    const one = byPid.get(a);
    const other = byPid.get(b);
    if (one === undefined || other === undefined || !talk(one, other)) return [];
    const curve = between(a, b, 0, 1);
    return curve === null ? [] : [curve];
  };
  return {
    ...shared(all, list, room, 'tall'),
    cards: new Map(
      all.flatMap(({ pid }) => {
        const box = boxes.get(pid);
        return box === undefined ? [] : [[pid, { box, form: forms.get(pid) ?? 'flat' }] as const];
      }),
    ),
    down: true,
    columns: true,
    lane: (from, to, back) => {
      const box = boxes.get(from);
      if (box === undefined) return null;
      if (from === to) return waiting(box, false);
      const curve = between(from, to, back ? 9 : -9, 24);
      return curve === null ? null : laneOn(curve, 0.1);
    },
    wires,
    walls: (groups) => linkWalls(all, groups, wires),
  };
}

function columnWidth(column: readonly Who[], small: boolean): number {
  const acceptors = column.some((one) => one.acceptor);
  const crowded = column.length > 3;
  if (small) {
    if (acceptors) return 136;
    // Two and more are flat cards, with a ballot and a value beside the name.
    return column.length > 1 && column.some((one) => one.proposer) ? 100 : 72;
  }
  if (acceptors) return crowded ? 246 : WIDEST;
  return crowded ? 172 : WIDEST;
}
