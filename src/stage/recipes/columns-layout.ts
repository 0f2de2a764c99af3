import type { Pid } from '../../view/time.ts';
import type { Box, Curve, Point } from '../geometry.ts';
import type { Lane, Layout } from '../layout.ts';
import { pointOn } from '../curve.ts';

/** Who stands on the stage: places stay as long as this does. */
export interface ColumnsCast {
  readonly servers: readonly Pid[];
  /** With the server that each one's connection goes to. */
  readonly clients: readonly { readonly pid: Pid; readonly home: Pid | null }[];
  readonly outside: readonly Pid[];
  /** Lines of the program that is listed. */
  readonly lines: number;
}

export interface Column {
  /** Its middle, its left edge and its width. */
  readonly x: number;
  readonly from: number;
  readonly width: number;
}

export interface ColumnsLayout extends Layout {
  readonly scene: 'columns';
  /** Too narrow for the heads on the left and for the program. */
  readonly narrow: boolean;
  /** Where the columns begin. */
  readonly left: number;
  readonly columns: ReadonlyMap<Pid, Column>;
  /** Heights: of the nodes, of the clients, of the program's first line. */
  readonly nodes: number;
  readonly clients: number;
  readonly table: number;
  /** From one line to the next, and how many of them there is room for. */
  readonly line: number;
  readonly shown: number;
  readonly boxes: ReadonlyMap<Pid, Box>;
  readonly servers: ReadonlyMap<Pid, Point>;
  /** Half of a client's square. */
  readonly half: number;
}

/** Of the facts at the top, as far as the hairline. */
export const HEAD = 62;
const LEFT = 216;
/** So far to the right the tree's path and the word of the clients reach; a listed program goes further. */
const BESIDE_TREE = 120;
const PROGRAM = 200;
const MARGIN = 24;
const NARROW = 620;
/** From the hairline to the nodes: arcs with their eyes stand above them. */
const ARCS = 46;
/** Below a client: its words. */
const BELOW = 26;
/** Between nodes and clients, where messages fly. */
const WAY = { least: 52, most: 124 };
const LINE = { least: 16.2, most: 25 };
/** Without servers there is no tree above the clients. */
const TREELESS = { arcs: 0, way: 40 };
/** What stands outside, and the way to it. */
const OUTSIDE = { box: 46, captioned: 56, way: 44, foot: 8 };

/** Clients as columns: what they own above them, where they are in their program below. */
export function columnsLayout(
  cast: ColumnsCast,
  { width, height }: { readonly width: number; readonly height: number },
): ColumnsLayout {
  const narrow = width < NARROW;
  const left = narrow ? 8 : LEFT;
  const right = narrow ? 8 : MARGIN;
  const each = (width - left - right) / Math.max(1, cast.clients.length);
  const half = Math.min(17, Math.max(11, each / 2 - 3));
  const columns = new Map<Pid, Column>(
    cast.clients.map(({ pid }, i) => [
      pid,
      { x: left + (i + 0.5) * each, from: left + i * each, width: each },
    ]),
  );
  const tall = cast.outside.length > 1 ? OUTSIDE.captioned : OUTSIDE.box;
  const foot = cast.outside.length === 0 ? OUTSIDE.foot : tall + OUTSIDE.way + OUTSIDE.foot;
  const bare = cast.servers.length === 0;
  const nodes = HEAD + (bare ? TREELESS.arcs : ARCS);
  const fixed = nodes + half * 2 + BELOW + foot;
  const free = height - fixed - (bare ? TREELESS.way : WAY.least);
  const lines = narrow ? 0 : cast.lines;
  const line = Math.max(LINE.least, Math.min(LINE.most, free / Math.max(1, lines)));
  const shown = Math.max(0, Math.min(lines, Math.floor((free + 1) / line)));
  const way = Math.min(bare ? TREELESS.way : WAY.most, height - fixed - shown * line);
  const clients = nodes + Math.max(40, way) + half;
  const table = clients + half + BELOW;
  const bottom = table + shown * line;
  const top = Math.min(height - OUTSIDE.foot - tall, bottom + OUTSIDE.way);
  const boxes = boxesOf(cast.outside, left, width - right, top, tall);
  const homes = new Map(cast.clients.map(({ pid, home }) => [pid, home]));
  const servers = new Map<Pid, Point>(
    cast.servers.map((pid, i) => [
      pid,
      narrow ? { x: width - 22 - i * 33, y: 32 } : { x: 39 + i * 36, y: nodes + 38 },
    ]),
  );

  const between = (from: Pid, to: Pid, aside: number): Curve | null => {
    const column = columns.get(from) ?? columns.get(to);
    if (column === undefined) return null;
    const far = columns.has(from) ? to : from;
    const x = column.x + aside;
    const box = boxes.get(far);
    const up: Curve | null = servers.has(far)
      ? straight(x, clients - half - 4, x, nodes + 18)
      : box === undefined
        ? null
        : straight(x, bottom + 2, within(x, box), box.y - 2);
    if (up === null) return null;
    return columns.has(from) ? up : straight(up.x1, up.y1, up.x0, up.y0);
  };
  return {
    scene: 'columns',
    width,
    height,
    narrow,
    left,
    columns,
    nodes,
    clients,
    table,
    line,
    shown,
    boxes,
    servers,
    half,
    seats: new Map<Pid, Point>([
      ...servers,
      ...[...columns].map(([pid, { x }]): [Pid, Point] => [pid, { x, y: clients }]),
      ...[...boxes].map(([pid, box]): [Pid, Point] => [
        pid,
        { x: box.x + box.width / 2, y: box.y + box.height / 2 },
      ]),
    ]),
    // Clients with their words on both sides, nodes with theirs, and the program.
    obstacles: [
      { x: 0, y: 0, width, height: HEAD },
      { x: 0, y: HEAD, width: narrow ? 0 : BESIDE_TREE, height: table - HEAD },
      { x: 0, y: table, width: narrow ? 0 : PROGRAM, height: height - table },
      ...[...columns.values()].flatMap(({ x, width: wide }): Box[] => [
        {
          x: x - half - (wide >= 116 ? 70 : 0),
          y: clients - half - 4,
          width: half + (wide >= 116 ? 70 : 0) + wide / 2,
          height: 2 * half + BELOW,
        },
        { x: x - half - 30, y: nodes - 34, width: half + 30 + wide / 2 - 8, height: 56 },
      ]),
      ...(shown === 0 ? [] : [{ x: 24, y: table, width: width - 48, height: shown * line }]),
      ...boxes.values(),
      // Beside a single box stands what is offered.
      ...(narrow || boxes.size !== 1
        ? []
        : [{ x: width * 0.66, y: height - 36, width: width * 0.34, height: 36 }]),
    ],
    inset: 2,
    bare: each < 60 ? 0.8 : 1,
    lane: (from, to, back) => {
      const curve = between(from, to, back ? 9 : -9);
      return curve === null ? null : laneOn(curve);
    },
    wires: (a, b) => {
      const client = homes.has(a) ? a : b;
      const other = client === a ? b : a;
      if (!homes.has(client) || (servers.has(other) && homes.get(client) !== other)) return [];
      const wire = between(client, other, 0);
      return wire === null ? [] : [wire];
    },
    quiet: () => true,
    walls: (groups) =>
      groups.length < 2 ? [] : wallsOf(groups, homes, (pid, home) => between(pid, home, 0)),
  };
}

const straight = (x0: number, y0: number, x1: number, y1: number): Curve => ({
  x0,
  y0,
  cx: (x0 + x1) / 2,
  cy: (y0 + y1) / 2,
  x1,
  y1,
});

const within = (x: number, box: Box): number =>
  Math.max(box.x + 12, Math.min(x, box.x + box.width - 12));

export const laneOn = (curve: Curve): Lane => ({
  ...curve,
  length: Math.hypot(curve.x1 - curve.x0, curve.y1 - curve.y0) || 1,
  wait: 0.16,
});

/** What stands outside, side by side. */
function boxesOf(
  outside: readonly Pid[],
  left: number,
  right: number,
  top: number,
  height: number,
): ReadonlyMap<Pid, Box> {
  const gap = outside.length > 3 ? 10 : 16;
  const room = (right - left - gap * (outside.length - 1)) / Math.max(1, outside.length);
  const width = Math.min(336, room);
  return new Map(
    outside.map((pid, i) => [
      pid,
      {
        x: left + (outside.length > 3 ? 0 : 8) + i * (width + gap),
        y: top,
        width: width - (outside.length > 3 ? 0 : 8),
        height,
      },
    ]),
  );
}

/** A short wall over the way of each client that is parted from its server. */
export function wallsOf(
  groups: readonly (readonly Pid[])[],
  homes: ReadonlyMap<Pid, Pid | null>,
  way: (pid: Pid, home: Pid) => Curve | null,
): readonly (readonly Point[])[] {
  const groupOf = (pid: Pid): number => groups.findIndex((group) => group.includes(pid));
  return [...homes].flatMap(([pid, home]) => {
    if (home === null || groupOf(pid) === groupOf(home)) return [];
    const wire = way(pid, home);
    if (wire === null) return [];
    const { x, y } = pointOn(wire, 0.5);
    return [
      [
        { x: x - 18, y },
        { x: x + 18, y },
      ],
    ];
  });
}
