import type { Pid } from '../../view/time.ts';
import { textWidth } from '../geometry.ts';
import type { Box, Curve, Point } from '../geometry.ts';
import type { Lane, Layout } from '../layout.ts';
import { laneBend } from '../segments.ts';
import { wallsBetween } from './walls.ts';

/** Who stands on the stage: places stay as long as this does. */
export interface CapCast {
  readonly servers: readonly Pid[];
  readonly clients: readonly { readonly pid: Pid; readonly home: Pid }[];
  /** The longest word that a server may say of itself, in the reader's language. */
  readonly word: string;
}

/** Where a server's word and its value stand. */
export interface LabelPlace {
  readonly x: number;
  /** Base line of the word; the value's box begins below it. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface CapSeat extends Point {
  readonly label: LabelPlace;
}

export interface ClientSeat extends Point {
  readonly home: Pid;
  /** Where its words stand. */
  readonly words: 'start' | 'end' | 'below';
  /** How wide they may be. */
  readonly room: number;
}

export interface CapLayout extends Layout {
  readonly radius: number;
  readonly servers: ReadonlyMap<Pid, CapSeat>;
  readonly clients: ReadonlyMap<Pid, ClientSeat>;
  readonly narrow: boolean;
}

/** Half of a client's square. */
export const CLIENT_HALF = 15;
/** A value's box, and how far below the base line of the word above it. */
export const TAG = { width: 60, height: 22, below: 11 };
const WORD_SIZE = 13;
/** From a ring to its label. */
const BESIDE = 10;
const NARROW = 480;

/** The lower half of the servers on the left, the others on the right; clients under theirs. */
export function capLayout(
  cast: CapCast,
  { width, height }: { readonly width: number; readonly height: number },
): CapLayout {
  const narrow = width < NARROW;
  const half = Math.floor(cast.servers.length / 2);
  const serving = new Set(cast.clients.map(({ home }) => home));
  // Who has clients stands lowest on its side, so that they are below it.
  const ordered = (pids: readonly Pid[]): readonly Pid[] =>
    pids.toSorted((a, b) => Number(serving.has(a)) - Number(serving.has(b)) || a - b);
  const left = ordered(cast.servers.slice(0, half));
  const right = ordered(cast.servers.slice(half));
  const label = Math.max(TAG.width, textWidth(cast.word, WORD_SIZE) + 6);
  const foot = CLIENT_HALF + 27;
  const tallest = Math.max(left.length, right.length);
  const radius = Math.min(33, width * 0.07, (height - 190) / Math.max(2, tallest) / 2.5);
  const span = { top: radius + 52, bottom: height - foot - CLIENT_HALF - radius - 44 };
  const room = { width, label, radius, narrow };
  const servers = new Map<Pid, CapSeat>([
    ...arc(left, 'left', span, room, serving),
    ...arc(right, 'right', span, room, serving),
  ]);
  const clients = clientSeats(cast, servers, { width, height: height - foot, radius, narrow });
  const seats = new Map<Pid, Point>([...servers, ...clients]);
  const plan = { radius, servers, clients, seats };
  return {
    width,
    height,
    narrow,
    ...plan,
    obstacles: [
      ...[...servers.values()].flatMap(({ x, y, label: place }): Box[] => [
        { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius },
        labelBox(place, label),
      ]),
      ...[...clients.values()].flatMap(clientBoxes),
    ],
    inset: radius,
    bare: 1,
    lane: (from, to) => laneBetween(plan, from, to),
    wires: (a, b) => {
      if (!servers.has(a) && !servers.has(b)) return [];
      const client = clients.get(a) ?? clients.get(b);
      const other = clients.has(a) ? b : a;
      if (client !== undefined && client.home !== other) return [];
      return wireBetween(seats, a, b);
    },
    unseen: (a, b) => wireBetween(seats, a, b),
    walls: (groups) => wallsBetween(groups, { width, height, radius, seats }),
  };
}

const wireBetween = (seats: ReadonlyMap<Pid, Point>, a: Pid, b: Pid): readonly Curve[] => {
  const [from, to] = [seats.get(a), seats.get(b)];
  if (from === undefined || to === undefined) return [];
  const [x0, y0, x1, y1] = [from.x, from.y, to.x, to.y];
  return [{ x0, y0, cx: (x0 + x1) / 2, cy: (y0 + y1) / 2, x1, y1 }];
};

interface Room {
  readonly width: number;
  /** Width of a label. */
  readonly label: number;
  readonly radius: number;
  readonly narrow: boolean;
}

/** The servers of one side on an arc that opens to the other side. */
function arc(
  pids: readonly Pid[],
  side: 'left' | 'right',
  span: { readonly top: number; readonly bottom: number },
  { width, label, radius, narrow }: Room,
  serving: ReadonlySet<Pid>,
): readonly (readonly [Pid, CapSeat])[] {
  const middle = (span.top + span.bottom) / 2;
  const turn = side === 'left' ? -1 : 1;
  // The outermost label must still be whole where there is room for it beside the ring.
  const edge = narrow ? radius + 26 : label + BESIDE + radius + 8;
  const outer = side === 'left' ? edge : width - edge;
  const inner = width * (side === 'left' ? (narrow ? 0.3 : 0.28) : narrow ? 0.6 : 0.6);
  return pids.map((pid, i) => {
    const t = pids.length < 2 ? 0 : (2 * i) / (pids.length - 1) - 1;
    const bulge = Math.sqrt(Math.max(0, 1 - t * t));
    const reach = pids.length === 2 ? (i === 0 ? 0.9 : 0.35) : bulge;
    const x = inner + (outer - inner) * reach;
    const y = middle + (t * (span.bottom - span.top)) / 2;
    const beside =
      turn < 0 ? x - radius - BESIDE - label >= 4 : x + radius + BESIDE + label <= width - 4;
    const place: LabelPlace =
      beside && !narrow
        ? { x: x + turn * (radius + BESIDE), y: y - 7, anchor: side === 'left' ? 'end' : 'start' }
        : narrow && !serving.has(pid)
          ? { x, y: y + radius + 14, anchor: 'middle' }
          : { x, y: y - radius - 50, anchor: 'middle' };
    return [pid, { x, y, label: place }] as const;
  });
}

/** What a label covers: the word, and the value below it. */
export const labelBox = ({ x, y, anchor }: LabelPlace, width: number): Box => ({
  x: anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2,
  y: y - 13,
  width,
  height: 13 + TAG.below + TAG.height,
});

/** What a client covers: its square, and its words beside or below it. */
function clientBoxes({ x, y, words, room }: ClientSeat): readonly Box[] {
  const side = 2 * CLIENT_HALF;
  const square = { x: x - CLIENT_HALF, y: y - CLIENT_HALF, width: side, height: side };
  const width = Math.min(room, 110);
  if (words === 'below') {
    return [square, { x: x - width / 2, y: y + CLIENT_HALF + 8, width, height: 16 }];
  }
  const from = words === 'start' ? x + CLIENT_HALF + 8 : x - CLIENT_HALF - 8 - width;
  return [square, { x: from, y: y - 16, width, height: 36 }];
}

/** Clients stand at the lower edge, below the server that they talk to. */
function clientSeats(
  { clients, servers: pids }: CapCast,
  servers: ReadonlyMap<Pid, CapSeat>,
  { width, height, radius, narrow }: Omit<Room, 'label'> & { readonly height: number },
): ReadonlyMap<Pid, ClientSeat> {
  const seats = new Map<Pid, ClientSeat>();
  const half = Math.floor(pids.length / 2);
  const sides = [pids.slice(0, half), pids.slice(half)] as const;
  sides.forEach((side, s) => {
    const own = clients
      .filter(({ home }) => side.includes(home))
      .toSorted((a, b) => (servers.get(a.home)?.x ?? 0) - (servers.get(b.home)?.x ?? 0));
    if (own.length === 0) return;
    const [from, to] = s === 0 ? [0, width * 0.42] : [width * 0.48, width];
    const homes = new Set(own.map(({ home }) => home));
    const under = servers.get(own[0]?.home ?? 0)?.x ?? (from + to) / 2;
    const each = Math.min(150, (to - from) / own.length);
    const middle = homes.size === 1 ? under : (from + to) / 2;
    const first = Math.max(
      from + each / 2,
      Math.min(to - each * (own.length - 0.5), middle - ((own.length - 1) * each) / 2),
    );
    own.forEach(({ pid, home }, i) => {
      const x = own.length === 1 ? middle : first + i * each;
      const words = narrow || own.length > 1 ? 'below' : s === 0 ? 'end' : 'start';
      const aside = (words === 'end' ? x : width - x) - CLIENT_HALF - 16;
      seats.set(pid, { x, y: height, home, words, room: words === 'below' ? each - 8 : aside });
    });
  });
  // A client at a server that is not there (it never was started) is still drawn.
  const missing = clients.filter(({ pid }) => !seats.has(pid));
  missing.forEach(({ pid, home }, i) =>
    seats.set(pid, {
      x: 30 + i * (2 * radius + 20),
      y: height,
      home,
      words: 'below',
      room: 2 * radius,
    }),
  );
  return seats;
}

interface Plan {
  readonly radius: number;
  readonly servers: ReadonlyMap<Pid, CapSeat>;
  readonly seats: ReadonlyMap<Pid, Point>;
}

/** One direction of a link: between servers bent to its own side, between client and server straight. */
function laneBetween({ radius, servers, seats }: Plan, from: Pid, to: Pid): Lane | null {
  const [a, b] = [seats.get(from), seats.get(to)];
  if (a === undefined || b === undefined) return null;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const end = (pid: Pid): number =>
    Math.min(length * 0.4, (servers.has(pid) ? radius : CLIENT_HALF) + 4 + 12 * Math.abs(ux));
  const bend = servers.has(from) && servers.has(to) ? laneBend(length, ux, uy) : 0;
  const [x0, y0] = [a.x + ux * end(from), a.y + uy * end(from)];
  const [x1, y1] = [b.x - ux * end(to), b.y - uy * end(to)];
  return {
    x0,
    y0,
    cx: (x0 + x1) / 2 + uy * 2 * bend,
    cy: (y0 + y1) / 2 - ux * 2 * bend,
    x1,
    y1,
    length: Math.hypot(x1 - x0, y1 - y0) || 1,
    wait: 0.1,
  };
}
