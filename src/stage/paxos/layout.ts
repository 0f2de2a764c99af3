import type { Pid } from '../../view/time.ts';
import { pointOn } from '../curve.ts';
import type { Box, Curve, Point } from '../geometry.ts';
import type { Lane, Layout } from '../layout.ts';
import type { Who } from './who.ts';
import { isSeparate } from './who.ts';

/** `tall`: a line each for promise and vote; `flat`: all in one line. */
export type CardForm = 'tall' | 'flat';

export interface Card {
  readonly box: Box;
  readonly form: CardForm;
}

/** Cards of processes, in a row, one below the other, or in a column for each role. */
export interface PaxosLayout extends Layout {
  readonly cards: ReadonlyMap<Pid, Card>;
  /** Whether the acceptors stand one below the other. */
  readonly down: boolean;
  /** In columns nothing runs above or below the cards. */
  readonly columns: boolean;
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Kept free at the lower edge, for buttons and what is said of ballots. */
const FOOT = 36;
/** Rings of quorums need so much round their cards. */
const RIM = 30;
export const HEAD = 42;
export const ROW = 33;
/** A line whose word stands above its chip, where cards are narrow. */
export const HIGH_ROW = 45;
/** Narrower cards have their words above the chips. */
export const NARROW = 140;
const WIDEST = 158;
const FLAT = 40;

/** Lines of a tall card. */
export const rowsOf = (one: Who): number =>
  (one.acceptor ? 2 : 0) + (one.proposer ? 1 : 0) + (one.learner ? 1 : 0);

/** Where the processes of a group stand; `talk` tells which of them are linked. */
export const paxosLayout = (
  all: readonly Who[],
  talk: (a: Who, b: Who) => boolean,
  room: Room,
): PaxosLayout => {
  if (isSeparate(all)) return inColumns(all, talk, room);
  const across = (room.width - 2 * RIM - (all.length - 1) * 16) / Math.max(1, all.length);
  return inRow(all, talk, room, room.width < 560 || across < 76);
};

/** A row of cards: requests fly on one side of it, answers on the other. */
function inRow(
  all: readonly Who[],
  talk: (a: Who, b: Who) => boolean,
  room: Room,
  down: boolean,
): PaxosLayout {
  const boxes = down ? stacked(all, room) : sideBySide(all, room);
  const along = (box: Box): number => (down ? box.y + box.height / 2 : box.x + box.width / 2);
  const size = (box: Box): number => (down ? box.height : box.width);
  const near = (box: Box): number => (down ? box.x : box.y);
  const far = (box: Box): number => (down ? box.x + box.width : box.y + box.height);
  const order = new Map(all.map(({ pid }, i) => [pid, i]));
  const space = down ? Math.min(...boxes.map(near)) - 6 : Math.min(...boxes.map(near)) - 26;
  const beyond = down
    ? room.width - Math.max(...boxes.map(far)) - 6
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
    const offset = (box: Box, sign: number): number =>
      sign * size(box) * (0.1 + 0.28 * (1 - reach) + (back ? 0.06 : 0));
    const u0 = along(from) + offset(from, Math.sign(steps));
    const u1 = along(to) - offset(to, Math.sign(steps));
    const edge = back ? Math.max(far(from), far(to)) + gap : Math.min(near(from), near(to)) - gap;
    const rise = (back ? beyond : space) - gap;
    const height = Math.max(12, rise * (0.3 + 0.7 * reach));
    const control = back ? edge + 2 * height : edge - 2 * height;
    return down
      ? { x0: edge, y0: u0, cx: control, cy: (u0 + u1) / 2, x1: edge, y1: u1 }
      : { x0: u0, y0: edge, cx: (u0 + u1) / 2, cy: control, x1: u1, y1: edge };
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
      const curve = arc(from, to, back, 14);
      return curve === null ? null : laneOn(curve, 0.17);
    },
    wires,
    walls: (groups) => rowWalls(all, boxes, groups, wires, down),
  };
}

/** Every process has one role: proposers, acceptors, learners, each in their column. */
function inColumns(
  all: readonly Who[],
  talk: (a: Who, b: Who) => boolean,
  room: Room,
): PaxosLayout {
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
    const rows = Math.max(...column.map(rowsOf));
    const tall = HEAD + rows * (width < NARROW ? HIGH_ROW : ROW) + 8;
    const pitch = (room.height - FOOT - 28) / column.length;
    const form: CardForm = pitch >= tall + 22 ? 'tall' : 'flat';
    const height = form === 'tall' ? tall : Math.min(FLAT, pitch - 8);
    const step = Math.min(pitch, height + 60);
    const top = (room.height - FOOT) / 2 - (step * column.length) / 2 + (step - height) / 2 + 6;
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
  if (small) return acceptors ? (crowded ? 148 : 104) : 72;
  if (acceptors) return crowded ? 246 : WIDEST;
  return crowded ? 172 : WIDEST;
}

const laneOn = (curve: Curve, wait: number): Lane => ({
  ...curve,
  length: Math.hypot(curve.x1 - curve.x0, curve.y1 - curve.y0) || 1,
  wait,
});

/** What a process says to itself waits at its corner. */
function waiting(box: Box, down: boolean): Lane {
  const x = down ? box.x - 16 : box.x + box.width - 18;
  const y = down ? box.y + 6 : box.y - 16;
  return { x0: x, y0: y, cx: x, cy: y, x1: x, y1: y, length: 1, wait: 0 };
}

function shared(
  all: readonly Who[],
  boxes: readonly Box[],
  { width, height }: Room,
  form: CardForm,
): Pick<PaxosLayout, 'width' | 'height' | 'seats' | 'obstacles' | 'inset' | 'cards'> {
  const seats = new Map<Pid, Point>();
  const cards = new Map<Pid, Card>();
  all.forEach(({ pid }, i) => {
    const box = boxes[i];
    if (box === undefined) return;
    seats.set(pid, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    cards.set(pid, { box, form });
  });
  return { width, height, seats, cards, inset: 4, obstacles: boxes };
}

function sideBySide(all: readonly Who[], room: Room): readonly Box[] {
  const count = Math.max(1, all.length);
  const width = Math.min(WIDEST, (room.width - 2 * RIM - (count - 1) * 16) / count);
  const gap = count === 1 ? 0 : Math.min(46, (room.width - 2 * RIM - count * width) / (count - 1));
  const row = width < NARROW ? HIGH_ROW : ROW;
  const height = HEAD + Math.max(...all.map(rowsOf)) * row + 8;
  const left = (room.width - count * width - (count - 1) * gap) / 2;
  // Words of rings stand above and below, and a little more room is needed above.
  const top = Math.max(34, (room.height - FOOT - height) / 2 + 2);
  return all.map((_, i) => ({ x: left + i * (width + gap), y: top, width, height }));
}

function stacked(all: readonly Who[], room: Room): readonly Box[] {
  const count = Math.max(1, all.length);
  const side = Math.max(58, Math.min(150, room.width * 0.17));
  const width = Math.min(420, room.width - 2 * side);
  const left = (room.width - width) / 2;
  const pitch = Math.min(74, (room.height - FOOT - 22) / count);
  const height = Math.min(FLAT, pitch - 6);
  const top = 22 + (room.height - FOOT - 22 - pitch * count) / 2;
  return all.map((_, i) => ({ x: left, y: top + i * pitch + (pitch - height) / 2, width, height }));
}

type Groups = readonly (readonly Pid[])[];
type Wires = (a: Pid, b: Pid) => readonly Curve[];

const groupIn = (groups: Groups, pid: Pid): number => groups.findIndex((one) => one.includes(pid));

/** Between neighbours of different groups, if each group stands together; else on the links. */
function rowWalls(
  all: readonly Who[],
  boxes: readonly Box[],
  groups: Groups,
  wires: Wires,
  down: boolean,
): readonly (readonly Point[])[] {
  if (groups.length < 2) return [];
  const borders = all.slice(1).flatMap((one, i) => {
    const before = all[i];
    const apart = before !== undefined && groupIn(groups, before.pid) !== groupIn(groups, one.pid);
    return apart ? [i] : [];
  });
  if (borders.length !== groups.length - 1) return linkWalls(all, groups, wires);
  return borders.flatMap((i) => {
    const a = boxes[i];
    const b = boxes[i + 1];
    if (a === undefined || b === undefined) return [];
    if (down) {
      const y = (a.y + a.height + b.y) / 2;
      return [
        [
          { x: a.x - 40, y },
          { x: a.x + a.width + 40, y },
        ],
      ];
    }
    const x = (a.x + a.width + b.x) / 2;
    return [
      [
        { x, y: Math.max(4, a.y - 96) },
        { x, y: a.y + a.height + 76 },
      ],
    ];
  });
}

/** A short wall across the middle of each link that is cut. */
function linkWalls(
  all: readonly Who[],
  groups: Groups,
  wires: Wires,
): readonly (readonly Point[])[] {
  if (groups.length < 2) return [];
  return all.flatMap((one, i) =>
    all.slice(i + 1).flatMap((other) => {
      const [wire] = wires(one.pid, other.pid);
      if (wire === undefined || groupIn(groups, one.pid) === groupIn(groups, other.pid)) return [];
      const m = pointOn(wire, 0.5);
      const length = Math.hypot(wire.x1 - wire.x0, wire.y1 - wire.y0) || 1;
      const nx = (-(wire.y1 - wire.y0) / length) * 13;
      const ny = ((wire.x1 - wire.x0) / length) * 13;
      return [
        [
          { x: m.x - nx, y: m.y - ny },
          { x: m.x + nx, y: m.y + ny },
        ],
      ];
    }),
  );
}
