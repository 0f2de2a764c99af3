import type { Pid } from '../../view/time.ts';
import type { Box, Curve, Point } from '../geometry.ts';
import type { Layout } from '../layout.ts';
import { laneOn, wallsOf } from './columns-layout.ts';

/** Who stands round the node. */
export interface HerdCast {
  readonly servers: readonly Pid[];
  readonly clients: readonly { readonly pid: Pid; readonly home: Pid | null }[];
}

export interface HerdLayout extends Layout {
  readonly scene: 'herd';
  readonly narrow: boolean;
  readonly middle: Point;
  readonly places: ReadonlyMap<Pid, Point>;
  /** Half the width and height of a client's box; a name has no room in a small one. */
  readonly half: number;
  readonly tall: number;
  readonly servers: ReadonlyMap<Pid, Point>;
}

const HEAD = 62;
/** Half a box, and the least from one box to the next on its ring. */
const BOX = { half: 16, tall: 12, step: 40 };
const SMALL = { half: 15, tall: 9, step: 35 };
/** Too many for names: those of whoever holds or is selected alone are told. */
const DOTS = { half: 7, tall: 6, step: 18 };
/** Between two rings, beside the boxes themselves. */
const RING = { x: 12, y: 10 };
/** Round the node nobody stands so near. */
const FREE = 30;

/** An ellipse as so many short pieces, and how far along each begins. */
function ellipse(
  rx: number,
  ry: number,
): { readonly at: (share: number) => Point; readonly length: number } {
  const pieces = 180;
  const points = Array.from({ length: pieces + 1 }, (_, i): Point => {
    const angle = (i / pieces) * 2 * Math.PI - Math.PI / 2;
    return { x: rx * Math.cos(angle), y: ry * Math.sin(angle) };
  });
  const along = [0];
  for (let i = 1; i <= pieces; i++) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point];
    along.push((along[i - 1] ?? 0) + Math.hypot(b.x - a.x, b.y - a.y));
  }
  const length = along[pieces] ?? 0;
  return {
    length,
    at: (share) => {
      const far = share * length;
      const i = Math.max(
        1,
        along.findIndex((one) => one >= far),
      );
      const [a, b] = [points[i - 1] as Point, points[i] as Point];
      const begin = along[i - 1] ?? 0;
      const part = (far - begin) / Math.max(0.001, (along[i] ?? 0) - begin);
      return { x: a.x + part * (b.x - a.x), y: a.y + part * (b.y - a.y) };
    },
  };
}

interface Size {
  readonly half: number;
  readonly tall: number;
  readonly step: number;
}

/** How many stand on each ring of boxes of this size, from the outermost; null: not all have room. */
function ringsOf(count: number, rx: number, ry: number, size: Size): readonly number[] | null {
  const rings: number[] = [];
  let left = count;
  for (let k = 0; left > 0; k++) {
    const x = rx - k * (2 * size.half + RING.x);
    const y = ry - k * (2 * size.tall + RING.y);
    if (x < FREE + size.half || y < FREE + size.tall) return null;
    const here = Math.min(left, Math.floor(ellipse(x, y).length / size.step));
    rings.push(here);
    left -= here;
  }
  return rings;
}

/** Everybody round one node: as few rings as there is room for. */
export function herdLayout(
  cast: HerdCast,
  { width, height }: { readonly width: number; readonly height: number },
): HerdLayout {
  const narrow = width < 460;
  const count = cast.clients.length;
  const top = HEAD + 26;
  const bottom = height - 14;
  const middle = { x: width / 2, y: (top + bottom) / 2 + 4 };
  const most = width / 2 - BOX.half - (narrow ? 4 : 14);
  const ry = (bottom - top) / 2 - BOX.tall;
  const rx = count > 26 ? most : Math.min(most, ry * 1.12);
  const sizes = count > 30 ? [SMALL, DOTS] : [BOX, SMALL, DOTS];
  const size = sizes.find((one) => ringsOf(count, rx, ry, one) !== null) ?? DOTS;
  const rings = ringsOf(count, rx, ry, size) ?? [count];
  const { half, tall } = size;
  const places = new Map<Pid, Point>();
  let from = 0;
  for (const [k, here] of rings.entries()) {
    const { at } = ellipse(rx - k * (2 * half + RING.x), ry - k * (2 * tall + RING.y));
    for (let i = 0; i < here; i++) {
      const one = cast.clients[from + i];
      if (one === undefined) break;
      const { x, y } = at(i / here);
      places.set(one.pid, { x: middle.x + x, y: middle.y + y });
    }
    from += here;
  }
  const homes = new Map(cast.clients.map(({ pid, home }) => [pid, home]));
  const servers = new Map<Pid, Point>(
    cast.servers.map((pid, i) => [
      pid,
      narrow ? { x: width - 18 - i * 33, y: 32 } : { x: 39 + i * 36, y: HEAD + 54 },
    ]),
  );
  const between = (from0: Pid, to: Pid, aside: number): Curve | null => {
    const place = places.get(from0) ?? places.get(to);
    if (place === undefined || (places.has(from0) && places.has(to))) return null;
    const dx = place.x - middle.x;
    const dy = place.y - middle.y;
    const norm = Math.hypot(dx, dy) || 1;
    const [ux, uy] = [dx / norm, dy / norm];
    const inner = 24;
    // As far as its box.
    const edge = Math.min(half / Math.max(0.01, Math.abs(ux)), tall / Math.max(0.01, Math.abs(uy)));
    const outer = Math.max(inner + 4, norm - edge - 3);
    const [x0, y0] = [middle.x + ux * outer - uy * aside, middle.y + uy * outer + ux * aside];
    const [x1, y1] = [middle.x + ux * inner - uy * aside, middle.y + uy * inner + ux * aside];
    const inwards = { x0, y0, cx: (x0 + x1) / 2, cy: (y0 + y1) / 2, x1, y1 };
    return places.has(from0) ? inwards : { ...inwards, x0: x1, y0: y1, x1: x0, y1: y0 };
  };
  return {
    scene: 'herd',
    width,
    height,
    narrow,
    middle,
    places,
    half,
    tall,
    servers,
    seats: new Map<Pid, Point>([...servers, ...places]),
    obstacles: [
      ...[...places.values()].map(({ x, y }): Box => ({
        x: x - half,
        y: y - tall,
        width: 2 * half,
        height: 2 * tall,
      })),
      { x: middle.x - 20, y: middle.y - 20, width: 40, height: 54 },
      { x: 0, y: 0, width, height: HEAD },
      { x: 0, y: HEAD, width: narrow ? 0 : 200, height: 80 },
    ],
    inset: 2,
    bare: count > 60 ? 0.6 : count > 30 ? 0.75 : 1,
    lane: (a, b, back) => {
      const curve = between(a, b, back ? 4 : -4);
      return curve === null ? null : laneOn(curve);
    },
    wires: (a, b) => {
      const client = homes.has(a) ? a : b;
      const other = client === a ? b : a;
      if (homes.get(client) !== other) return [];
      const wire = between(client, other, 0);
      return wire === null ? [] : [wire];
    },
    quiet: () => true,
    walls: (groups) =>
      groups.length < 2 ? [] : wallsOf(groups, homes, (pid, home) => between(pid, home, 0)),
  };
}
