import type { Pid } from '../../view/time.ts';
import type { Box, Curve, Point } from '../geometry.ts';
import type { Layout } from '../layout.ts';
import { laneOn, wallsOf } from './columns-layout.ts';

/** Providers with the clients that register them (one process or two), and who calls them. */
export interface RegistryCast {
  readonly servers: readonly Pid[];
  readonly providers: readonly { readonly pid: Pid; readonly home: Pid | null }[];
  readonly consumers: readonly { readonly pid: Pid; readonly home: Pid | null }[];
}

export interface RegistryLayout extends Layout {
  readonly scene: 'registry';
  readonly narrow: boolean;
  readonly left: number;
  /** From one provider to the next. */
  readonly apart: number;
  /** Heights: of the root, of the nodes, of the sessions' bars. */
  readonly root: number;
  readonly nodes: number;
  readonly sessions: number;
  readonly providers: ReadonlyMap<Pid, Box>;
  readonly consumers: ReadonlyMap<Pid, Box>;
  readonly servers: ReadonlyMap<Pid, Point>;
}

const HEAD = 62;
const LEFT = 216;
const PROVIDER = { most: 144, height: 62 };
const SQUARE = 36;
const CONSUMER = { height: 40 };

/** Registry, sessions and providers in columns; consumers below, whose calls go past the registry. */
export function registryLayout(
  cast: RegistryCast,
  { width, height }: { readonly width: number; readonly height: number },
): RegistryLayout {
  const narrow = width < 620;
  const left = narrow ? 4 : LEFT;
  const right = width - (narrow ? 4 : 24);
  const root = HEAD + 26;
  const nodes = root + 38;
  const sessions = nodes + 32;
  const top = sessions + 40;
  const bottom = height - CONSUMER.height - 10;
  const each = (right - left) / Math.max(1, cast.providers.length);
  const tall = narrow ? 48 : PROVIDER.height;
  const providers = new Map<Pid, Box>(
    cast.providers.map(({ pid }, i) => {
      const wide = Math.min(PROVIDER.most, each - (narrow ? 6 : 14));
      return [pid, { x: left + (i + 0.5) * each - wide / 2, y: top, width: wide, height: tall }];
    }),
  );
  const apart = (right - left) / Math.max(1, cast.consumers.length);
  const consumers = new Map<Pid, Box>(
    cast.consumers.map(({ pid }, i) => [
      pid,
      {
        x: left + i * apart + (narrow ? 2 : 24),
        y: bottom,
        width: apart - (narrow ? 6 : 40),
        height: CONSUMER.height,
      },
    ]),
  );
  const homes = new Map<Pid, Pid | null>(
    [...cast.providers, ...cast.consumers].map(({ pid, home }) => [pid, home]),
  );
  const servers = new Map<Pid, Point>(
    cast.servers.map((pid, i) => [
      pid,
      narrow ? { x: width - 22 - i * 33, y: 32 } : { x: 39 + i * 36, y: root + 52 },
    ]),
  );
  /** Consumers are called by their square, at the left end of their box. */
  const seatOf = (pid: Pid): Point | undefined => {
    const provider = providers.get(pid);
    if (provider !== undefined) {
      return { x: provider.x + provider.width / 2, y: provider.y + provider.height / 2 };
    }
    const consumer = consumers.get(pid);
    return consumer && { x: consumer.x + SQUARE / 2, y: consumer.y + CONSUMER.height / 2 };
  };
  const line = (x0: number, y0: number, x1: number, y1: number): Curve => ({
    x0,
    y0,
    cx: (x0 + x1) / 2,
    cy: (y0 + y1) / 2,
    x1,
    y1,
  });
  const turned = ({ x0, y0, cx, cy, x1, y1 }: Curve): Curve => ({
    x0: x1,
    y0: y1,
    cx,
    cy,
    x1: x0,
    y1: y0,
  });
  const between = (from: Pid, to: Pid, aside: number): Curve | null => {
    const call = consumers.has(from) && providers.has(to);
    const answer = providers.has(from) && consumers.has(to);
    if (call || answer) {
      const consumer = consumers.get(call ? from : to) as Box;
      const provider = providers.get(call ? to : from) as Box;
      const way = line(
        consumer.x + SQUARE / 2 + aside,
        consumer.y - 3,
        provider.x + provider.width / 2 + aside,
        provider.y + provider.height + 3,
      );
      return call ? way : turned(way);
    }
    const server = servers.has(from) ? from : servers.has(to) ? to : null;
    const other = server === from ? to : from;
    const provider = providers.get(other);
    if (server === null) return null;
    if (provider !== undefined) {
      const x = provider.x + provider.width / 2 + aside;
      const up = line(x, provider.y - 3, x, nodes + 14);
      return from === server ? turned(up) : up;
    }
    const consumer = consumers.get(other);
    if (consumer === undefined) return null;
    // Past the providers, between two of them.
    const x = consumer.x + SQUARE / 2 + aside;
    const via = gapBeside(x, [...providers.values()], left);
    const up: Curve = {
      x0: x,
      y0: consumer.y - 3,
      cx: via + aside,
      cy: (consumer.y + root) / 2,
      x1: (left + right) / 2 + aside,
      y1: root + 12,
    };
    return from === server ? turned(up) : up;
  };
  return {
    scene: 'registry',
    apart: each,
    width,
    height,
    narrow,
    left,
    root,
    nodes,
    sessions,
    providers,
    consumers,
    servers,
    seats: new Map<Pid, Point>([
      ...servers,
      ...[...homes.keys()].flatMap((pid): [Pid, Point][] => {
        const seat = seatOf(pid);
        return seat === undefined ? [] : [[pid, seat]];
      }),
    ]),
    obstacles: [
      // The tree, with the sessions below it.
      { x: left, y: root - 14, width: right - left, height: sessions + 34 - (root - 14) },
      ...providers.values(),
      ...consumers.values(),
    ],
    inset: 2,
    bare: 1,
    lane: (from, to, back) => {
      const curve = between(from, to, back ? 7 : -7);
      return curve === null ? null : laneOn(curve);
    },
    wires: (a, b) => {
      if (providers.has(a) && consumers.has(b)) return wire(between(b, a, 0));
      if (providers.has(b) && consumers.has(a)) return wire(between(a, b, 0));
      const client = homes.has(a) ? a : b;
      return homes.get(client) === (client === a ? b : a)
        ? wire(between(client, client === a ? b : a, 0))
        : [];
    },
    quiet: (a, b) => servers.has(a) || servers.has(b),
    walls: (groups) =>
      groups.length < 2 ? [] : wallsOf(groups, homes, (pid, home) => between(pid, home, 0)),
  };
}

const wire = (curve: Curve | null): readonly Curve[] => (curve === null ? [] : [curve]);

/** The middle of the gap between two boxes that is nearest to x. */
function gapBeside(x: number, boxes: readonly Box[], left: number): number {
  const gaps = boxes.map(({ x: at, width }, i) => {
    const next = boxes[i + 1];
    return next === undefined ? at + width + 10 : (at + width + next.x) / 2;
  });
  const all = [Math.max(left - 6, 4), ...gaps];
  return all.reduce(
    (best, one) => (Math.abs(one - x) < Math.abs(best - x) ? one : best),
    all[0] ?? x,
  );
}
