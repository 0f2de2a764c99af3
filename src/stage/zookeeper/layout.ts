import { reversed } from '../geometry.ts';
import type { Pid } from '../../view/time.ts';
import { pointOn } from '../curve.ts';
import type { Box, Curve, Point, Size } from '../geometry.ts';
import type { Lane, Layout } from '../layout.ts';

/** Where a client stands: its square, and what is told of it beside the square. */
export interface ClientPlace {
  readonly box: Box;
  /** The square's top left corner, within the box. */
  readonly square: Point;
  /** Its words stand on the left of its square. */
  readonly mirrored: boolean;
  /** Little room: the square and its session bar alone. */
  readonly small: boolean;
}

export interface ZooKeeperLayout extends Layout {
  readonly narrow: boolean;
  readonly clients: ReadonlyMap<Pid, ClientPlace>;
  readonly server: Pid;
  /** Centre and radius of the server's ring, on the upper edge of its card. */
  readonly ring: Point & { readonly r: number };
  readonly card: Box;
  /** The stages of the pipeline in order: Prep, Sync's log, Sync's flush, Final. */
  readonly stages: readonly Box[];
  /** What is on disk: the lower part of the card. */
  readonly disk: Box;
}

/** Side of a client's square. */
export const SQUARE = 34;
/** From the end of a client's stub to the middle of a label that leaves it. */
const LABEL_BELOW = 13;
/** Height of a client's words and bar; and without the words, where it is small. */
const CLIENT = 92;
const SMALL = SQUARE + 24;
const DISK = 82;
/** Where a long question leaves the stage little height: cells without what is said below them. */
const LEAST_DISK = 54;
/** Least heights of the pipeline: with room for several requests, and for one. */
const PIPELINE = { usual: 74, low: 46 };
const TOP = 10;
/** From the card's upper edge to the pipeline: half the ring, and the line beside it. */
const HEAD = 40;
/** Below this width a client has no room for words. */
const LEAST_WORDS = 108;

/** Clients above, the server below them: its pipeline, and under that its disk. */
export function zookeeperLayout(
  pids: readonly Pid[],
  server: Pid,
  { width, height }: Size,
): ZooKeeperLayout {
  const narrow = width < 520;
  const margin = narrow ? 8 : 20;
  const bottom = height - (narrow ? 6 : 12);
  const usual = narrow ? 22 : 28;
  const low = bottom < TOP + CLIENT + 2 * usual + HEAD + PIPELINE.usual + 10 + DISK;
  const clients = placeClients(pids, width, margin, narrow, low);
  const r = low ? 18 : usual;
  const above = TOP + (low ? SMALL : CLIENT) + 2 * r;
  /** For pipeline and disk, where it is short. */
  const left = bottom - above - HEAD - 10;
  const onDisk = low ? Math.max(LEAST_DISK, Math.min(DISK, left - PIPELINE.low)) : DISK;
  const pipeline = low
    ? Math.max(PIPELINE.low, left - onDisk)
    : Math.max(PIPELINE.usual, Math.min(narrow ? 100 : 116, height * 0.27, left - onDisk));
  const tall = HEAD + pipeline + 10 + onDisk;
  const card = {
    x: margin,
    y: Math.max(above, bottom - tall),
    width: width - 2 * margin,
    height: tall,
  };
  const ring = { x: width / 2, y: card.y, r };
  const gap = narrow ? 8 : 20;
  const pad = narrow ? 6 : 12;
  const each = (card.width - 2 * pad - 3 * gap) / 4;
  const stages = [0, 1, 2, 3].map((i): Box => ({
    x: card.x + pad + i * (each + gap),
    y: card.y + HEAD,
    width: each,
    height: pipeline,
  }));
  const disk = {
    x: card.x + pad,
    y: card.y + HEAD + pipeline + 10,
    width: card.width - 2 * pad,
    height: onDisk,
  };
  const seats = new Map<Pid, Point>([[server, { x: ring.x, y: ring.y }]]);
  for (const [pid, { box, square }] of clients) {
    seats.set(pid, { x: square.x + SQUARE / 2, y: box.y + box.height });
  }
  return {
    width,
    height,
    narrow,
    clients,
    server,
    ring,
    card,
    stages,
    disk,
    seats,
    obstacles: [
      ...[...clients.values()].map(({ box }) => box),
      card,
      // What of the ring stands above the card.
      { x: ring.x - r, y: ring.y - r, width: 2 * r, height: r },
    ],
    inset: 2,
    bare: 1,
    ...between(seats, server, r),
  };
}

function placeClients(
  pids: readonly Pid[],
  width: number,
  margin: number,
  narrow: boolean,
  low: boolean,
): ReadonlyMap<Pid, ClientPlace> {
  const gap = narrow ? 10 : 24;
  const count = Math.max(1, pids.length);
  const each = Math.min(270, (width - 2 * margin - gap * (count - 1)) / count);
  const small = low || each < LEAST_WORDS;
  // They take the whole width: the first at the left edge, the last at the right one.
  const step = count === 1 ? 0 : (width - 2 * margin - each) / (count - 1);
  const first = count === 1 ? (width - each) / 2 : margin;
  return new Map(
    pids.map((pid, i): [Pid, ClientPlace] => {
      const height = small ? SMALL : CLIENT;
      const box = { x: first + i * step, y: TOP, width: each, height };
      const mirrored = !small && count > 1 && box.x + each / 2 > width / 2 + 4;
      const x = small ? box.x + (each - SQUARE) / 2 : mirrored ? box.x + each - SQUARE : box.x;
      return [pid, { box, square: { x, y: box.y }, mirrored, small }];
    }),
  );
}

/** What runs between clients and the server: requests on one side of a link, answers on the other. */
function between(
  seats: ReadonlyMap<Pid, Point>,
  server: Pid,
  r: number,
): Pick<Layout, 'lane' | 'wires' | 'walls'> {
  /** `slip`: room for half of a short label is kept free at both ends. */
  const curve = (client: Pid, aside: number, slip: boolean): Curve | null => {
    const from = seats.get(client);
    const to = seats.get(server);
    // Clients do not talk to each other.
    if (from === undefined || to === undefined || client === server) return null;
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const u = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
    // A label begins below the client's words.
    const below = Math.min(0.3 * length, (LABEL_BELOW - u.x * aside) / Math.max(0.01, u.y));
    const off = slip ? Math.max(4 + 12 * Math.abs(u.x) + 9 * Math.abs(u.y), below) : 2;
    const end = r + (slip ? 6 + 30 * Math.abs(u.x) + 9 * Math.abs(u.y) : 2);
    const x0 = from.x - u.y * aside + u.x * off;
    const y0 = from.y + u.x * aside + u.y * off;
    const x1 = to.x - u.y * aside - u.x * end;
    const y1 = to.y + u.x * aside - u.y * end;
    return { x0, y0, cx: (x0 + x1) / 2, cy: (y0 + y1) / 2, x1, y1 };
  };
  const other = (a: Pid, b: Pid): Pid | null => (a === server ? b : b === server ? a : null);
  const laneOn = (way: Curve): Lane => ({
    ...way,
    length: Math.hypot(way.x1 - way.x0, way.y1 - way.y0) || 1,
    wait: 0.12,
  });
  return {
    lane: (from, to) => {
      const client = other(from, to);
      // The upper side of a link is the requests', the lower one the answers'.
      const seat = client === null ? undefined : seats.get(client);
      const hub = seats.get(server);
      if (client === null || seat === undefined || hub === undefined) return null;
      const leftmost = seat.x < hub.x - 1;
      const aside = (to === server) === leftmost ? -14 : 14;
      const way = curve(client, aside, true);
      if (way === null) return null;
      return laneOn(to === server ? way : reversed(way));
    },
    wires: (a, b) => {
      const client = other(a, b);
      const way = client === null ? null : curve(client, 0, false);
      return way === null ? [] : [client === a ? way : reversed(way)];
    },
    walls: (groups) => {
      if (groups.length < 2) return [];
      const inGroup = (pid: Pid): number => groups.findIndex((group) => group.includes(pid));
      return [...seats.keys()].flatMap((pid) => {
        const way = pid === server ? null : curve(pid, 0, false);
        if (way === null || inGroup(pid) === inGroup(server)) return [];
        const { x, y } = pointOn(way, 0.5);
        const length = Math.hypot(way.x1 - way.x0, way.y1 - way.y0) || 1;
        const nx = (-(way.y1 - way.y0) / length) * 34;
        const ny = ((way.x1 - way.x0) / length) * 34;
        return [
          [
            { x: x - nx, y: y - ny },
            { x: x + nx, y: y + ny },
          ],
        ];
      });
    },
  };
}
