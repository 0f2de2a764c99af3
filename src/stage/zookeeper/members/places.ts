/** Where the members of an ensemble, their logs and their clients stand. */
import type { Pid } from '../../../view/time.ts';
import { overlaps } from '../../geometry.ts';
import type { Box, Point, Size } from '../../geometry.ts';
import type { ClientPlace } from '../layout.ts';
import { SQUARE } from '../layout.ts';

/** Who takes part, and where they belong: all that places depend on, besides the room. */
export interface Cast {
  readonly servers: readonly { readonly pid: Pid; readonly observer: boolean }[];
  /** Who leads, or is about to; null: nobody. */
  readonly leader: Pid | null;
  /** With the server that each client is, or was last, connected to; null: none yet. */
  readonly clients: readonly { readonly pid: Pid; readonly home: Pid | null }[];
}

export interface Ring extends Point {
  readonly radius: number;
}

/** A client with what stands beside its square. */
export interface GuestPlace extends ClientPlace {
  /** 1, or smaller where many stand in a row. */
  readonly scale: number;
  /** On which side of its square its words stand. */
  readonly words: 'left' | 'right' | 'below' | 'none';
  /** Room for them. */
  readonly room: number;
  readonly home: Pid | null;
}

/** Clients of a server that there is no room for. */
export interface Rest extends Point {
  readonly home: Pid | null;
  readonly count: number;
}

export interface Places {
  /** Few servers have pipes with room beside them, many have rows. */
  readonly dense: boolean;
  /** Where each server's log stands: the height of its middle. */
  readonly rows: ReadonlyMap<Pid, number>;
  readonly rings: ReadonlyMap<Pid, Ring>;
  /** Rings that do not lead stand below each other here. */
  readonly column: number;
  readonly logs: { readonly x: number; readonly width: number };
  /** Words over the logs end here: clients stand behind it, or the drawing ends. */
  readonly edge: number;
  readonly cell: Size;
  /** Half of a pipe's width. */
  readonly halfPipe: number;
  /** How far from its leader a pipe begins, 0 to 1 of its way: before that it is a line. */
  readonly begins: number;
  readonly clients: ReadonlyMap<Pid, GuestPlace>;
  readonly rest: readonly Rest[];
}

export const CELL_GAP = 3;
/** What a client asked and got, below its square. */
const TOLD = 44;
/** Kept free along the edges. */
const EDGE = 8;
/** Least height of a row in which a client stands above its server. */
const ROOMY = 128;
/** From a client above its server to the ring. */
const STUB = 32;
/** Before the cells, for the sign that older ones are not shown. */
export const OLDER = 14;

export function placesOf(cast: Cast, { width, height }: Size): Places {
  const count = Math.max(1, cast.servers.length);
  const narrow = width < 520;
  const pitch = (height - 2 * EDGE) / count;
  const dense = pitch < ROOMY;
  const above = dense || cast.clients.length === 0 ? 0 : SQUARE + STUB;
  const radius = Math.min(narrow ? 26 : 33, dense ? pitch * 0.34 : (pitch - above - 12) / 2);
  const cell = narrow ? { width: 34, height: 20 } : { width: 38, height: dense ? 20 : 22 };
  const aside = dense && cast.clients.length > 0 ? (narrow ? 34 : 150) : 0;
  const cells = fitting(width, cell.width, aside, narrow);
  const logs = {
    width: cells * (cell.width + CELL_GAP) - CELL_GAP,
    x: width - EDGE - aside - cells * (cell.width + CELL_GAP) + CELL_GAP,
  };
  const column = logs.x - OLDER - 8 - radius;
  const first = EDGE + above + (pitch - above) / 2;
  const rows = new Map(cast.servers.map(({ pid }, i) => [pid, first + i * pitch]));
  const rings = new Map<Pid, Ring>();
  for (const [pid, y] of rows) rings.set(pid, { x: column, y, radius });
  const leads = narrow ? Math.max(22, radius) : Math.max(28, radius * 1.2);
  const middle = first + ((count - 1) * pitch) / 2;
  if (cast.leader !== null && rows.has(cast.leader)) {
    const x = EDGE + leads + (narrow ? 14 : 46);
    rings.set(cast.leader, { x, y: middle, radius: leads });
  }
  const guests = guestsOf(cast, rings, { width, height, dense, aside, narrow, column });
  const halfPipe = dense ? Math.min(20, pitch * 0.36) : 23;
  const begins = dense ? (pitch < 70 ? 0.78 : 0.55) : 0;
  const edge = aside > 0 ? logs.x + logs.width + 8 : width - 4;
  return { dense, rows, rings, column, logs, edge, cell, halfPipe, begins, ...guests };
}

/** How many cells there is room for, so that a pipe is long enough to show what is in it. */
function fitting(width: number, cell: number, aside: number, narrow: boolean): number {
  const share = narrow ? 0.4 : 0.35;
  const fits = Math.floor((width * share - aside * (narrow ? 1 : 0.35)) / (cell + CELL_GAP));
  return Math.min(10, Math.max(3, fits));
}

interface Room extends Size {
  readonly dense: boolean;
  readonly aside: number;
  readonly narrow: boolean;
  readonly column: number;
}

function guestsOf(
  { servers, leader, clients }: Cast,
  rings: ReadonlyMap<Pid, Ring>,
  room: Room,
): Pick<Places, 'clients' | 'rest'> {
  const placed = new Map<Pid, GuestPlace>();
  const rest: Rest[] = [];
  const homes: readonly (Pid | null)[] = [...servers.map(({ pid }) => pid), null];
  homes.forEach((home, row) => {
    const of = clients.filter((each) => each.home === home).map(({ pid }) => pid);
    if (of.length === 0) return;
    const ring = home === null ? undefined : rings.get(home);
    const line =
      home === null || ring === undefined
        ? strays(room, of.length, takenBy(placed, rings))
        : home === leader
          ? below(ring, of.length)
          : room.dense
            ? atTheEnd(ring, room, of.length)
            : onTop(ring, room, of.length, row === 0);
    const fits = of.length > line.spots.length ? line.spots.length - 1 : of.length;
    of.slice(0, fits).forEach((pid, i) => {
      const spot = line.spots[i];
      if (spot !== undefined) placed.set(pid, guest(spot, line, home));
    });
    const last = line.spots[fits];
    if (of.length > fits && last !== undefined)
      rest.push({
        x: last.x,
        y: last.y + (SQUARE * line.scale) / 2 + 5,
        home,
        count: of.length - fits,
      });
  });
  return { clients: placed, rest };
}

/** The upper left corner of a square. */
interface Spot extends Point {
  readonly words: GuestPlace['words'];
  readonly room: number;
}

interface Line {
  readonly scale: number;
  readonly spots: readonly Spot[];
}

const guest = ({ x, y, words, room }: Spot, { scale }: Line, home: Pid | null): GuestPlace => {
  const side = SQUARE * scale;
  const box: Box = { x, y, width: side, height: side + 12 * scale };
  return { box, square: { x, y }, mirrored: false, small: true, scale, words, room, home };
};

const inLine = (count: number, x: number, y: number, step: number): Spot[] =>
  Array.from({ length: count }, (_, i) => ({ x: x + i * step, y, words: 'none', room: 0 }));

/** Above its server; the words of one stand on the side where the log's rows are not crossed. */
function onTop({ x, y, radius }: Ring, room: Room, count: number, first: boolean): Line {
  const top = y - radius - STUB - SQUARE;
  const left = Math.max(60, x - SQUARE / 2 - 12 - (room.narrow ? 78 : 178));
  const words = {
    left: x - SQUARE / 2 - 12 - left,
    right: room.width - EDGE - x - SQUARE / 2 - 12,
  };
  if (count === 1) {
    const side = first ? ('right' as const) : ('left' as const);
    return { scale: 1, spots: [{ x: x - SQUARE / 2, y: top, words: side, room: words[side] }] };
  }
  if (count === 2) {
    const off = 6;
    return {
      scale: 1,
      spots: [
        { x: x - SQUARE - off, y: top, words: 'left', room: words.left - SQUARE / 2 - off },
        { x: x + off, y: top, words: 'right', room: words.right - SQUARE / 2 - off },
      ],
    };
  }
  const scale = 0.8;
  const step = SQUARE * scale + 8;
  const most = Math.min(count, Math.max(3, Math.floor((room.width - EDGE - x + 60) / step)));
  return { scale, spots: inLine(most, x - 60, top + 4, step) };
}

/** Behind the log: one has words, more are squares alone. */
function atTheEnd({ y }: Ring, { width, aside, narrow }: Room, count: number): Line {
  const x = width - EDGE - aside + 12;
  if (count === 1 && !narrow) {
    const scale = 0.76;
    const side = SQUARE * scale;
    const spot: Spot = { x, y: y - side / 2 - 3, words: 'right', room: aside - 12 - side - 8 };
    return { scale, spots: [spot] };
  }
  const scale = 0.72;
  const step = SQUARE * scale + 4;
  const most = Math.max(1, Math.floor((aside - 8) / step));
  return { scale, spots: inLine(Math.min(count, most), x, y - SQUARE * scale * 0.6, step) };
}

/** Below the leader and its word. */
function below({ x, y, radius }: Ring, count: number): Line {
  const top = y + radius + 47;
  if (count === 1) {
    return { scale: 1, spots: [{ x: x - SQUARE / 2, y: top, words: 'below', room: 2 * x - EDGE }] };
  }
  const scale = 0.76;
  const step = SQUARE * scale + 6;
  const most = Math.min(count, Math.max(2, Math.floor((2 * x) / step)));
  return { scale, spots: inLine(most, x - ((most - 1) * step + SQUARE * scale) / 2, top, step) };
}

/** So many that no server knows are shown. */
const MOST_STRAYS = 4;
/** Below a ring stand the word of its state and an epoch. */
const STATE = 40;

/** Those that no server knows yet: along the lower edge, or the upper one where others stand there. */
function strays({ height }: Room, count: number, taken: readonly Box[]): Line {
  const scale = 0.76;
  const side = SQUARE * scale;
  const wanted = Math.min(count, MOST_STRAYS);
  const lines = [height - EDGE - SQUARE - 8, EDGE].map((y) =>
    inLine(wanted, 2 * EDGE, y, side + 6).filter(
      ({ x }) => !taken.some((box) => overlaps(box, { x, y, width: side, height: side + 12 })),
    ),
  );
  const [low = [], high = []] = lines;
  return { scale, spots: low.length >= high.length ? low : high };
}

/** What rings take with the words of their states, and clients with theirs. */
const takenBy = (clients: ReadonlyMap<Pid, GuestPlace>, rings: ReadonlyMap<Pid, Ring>): Box[] => [
  ...[...rings.values()].map(({ x, y, radius }) => ({
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius + STATE,
  })),
  ...[...clients.values()].flatMap(({ box, words, room }): Box[] => {
    const height = box.height + (words === 'below' ? TOLD : 0);
    const x = words === 'left' ? box.x - room - 10 : words === 'below' ? EDGE : box.x;
    const width = words === 'none' ? box.width : words === 'below' ? room : box.width + room + 10;
    return [{ x, y: box.y, width, height }];
  }),
];
