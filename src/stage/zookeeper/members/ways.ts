/** What runs between the members of an ensemble, and between them and their clients. */
import { reversed } from '../../geometry.ts';
import type { Pid } from '../../../view/time.ts';
import { asideOf, directionAt, lengthOf, pointOn } from '../../curve.ts';
import type { Curve, Point } from '../../geometry.ts';
import type { Lane, Layout, Pipe } from '../../layout.ts';
import { SQUARE } from '../layout.ts';
import type { GuestPlace, Places, Ring } from './places.ts';

/** A lane begins and ends so far from the ends of its line: half of a short label. */
const LABEL = { lead: 46, to: 27 };
/** The widest swing of a link between two that do not lead. */
const DEEP = 0.42;

/** The part of a curve between two of its points (de Casteljau). */
export function between(curve: Curve, from: number, to: number): Curve {
  const start = pointOn(curve, from);
  const end = pointOn(curve, to);
  const blend = (a: number, c: number, b: number): number =>
    (1 - from) * (1 - to) * a + (from * (1 - to) + to * (1 - from)) * c + from * to * b;
  return {
    x0: start.x,
    y0: start.y,
    cx: blend(curve.x0, curve.cx, curve.x1),
    cy: blend(curve.y0, curve.cy, curve.y1),
    x1: end.x,
    y1: end.y,
  };
}

/** The same curve, moved to its left-hand side. */
function moved(curve: Curve, aside: number): Curve {
  const place = (t: number): Point => {
    const [x = 0, y = 0] = asideOf(curve, t, aside).split(' ').map(Number);
    return { x, y };
  };
  const [start, end] = [place(0), place(1)];
  const u = directionAt(curve, 0.5);
  const [cx, cy] = [curve.cx + u.y * aside, curve.cy - u.x * aside];
  return { x0: start.x, y0: start.y, cx, cy, x1: end.x, y1: end.y };
}

const laneOn = (way: Curve, wait: number): Lane => ({ ...way, length: lengthOf(way), wait });

/** From the leader's ring to the end of a row: it leaves steeply and comes in level. */
export function pipeTo(leader: Ring, ring: Ring): Curve {
  const end = { x: ring.x - ring.radius - 4, y: ring.y };
  const room = end.x - leader.x - leader.radius;
  const bend = { x: leader.x + leader.radius + Math.min(76, room * 0.42), y: end.y };
  const length = Math.hypot(bend.x - leader.x, bend.y - leader.y) || 1;
  const off = (leader.radius - 3) / length;
  return {
    x0: leader.x + (bend.x - leader.x) * off,
    y0: leader.y + (bend.y - leader.y) * off,
    cx: bend.x,
    cy: bend.y,
    x1: end.x,
    y1: end.y,
  };
}

/** Between two rings of the column: a bow to the left, the deeper the further they are apart. */
function bow(a: Ring, b: Ring, deepest: number): Curve {
  const apart = Math.abs(b.y - a.y);
  const depth = Math.min(deepest, a.radius + 14 + apart * DEEP);
  const down = b.y > a.y ? 1 : -1;
  return {
    x0: a.x - a.radius * 0.72,
    y0: a.y + a.radius * 0.72 * down,
    cx: a.x - a.radius - 2 * depth + a.radius * 0.72,
    cy: (a.y + b.y) / 2,
    x1: b.x - b.radius * 0.72,
    y1: b.y - b.radius * 0.72 * down,
  };
}

/** From a client to its server. */
function guestWay({ box, scale }: GuestPlace, ring: Ring, dense: boolean): Curve {
  const side = SQUARE * scale;
  const from = { x: box.x + side / 2, y: box.y + side / 2 };
  const isBelow = from.y > ring.y + ring.radius;
  if (dense && !isBelow) {
    // Below the cells, and up to the square.
    const x0 = box.x - 2;
    const y0 = ring.y + 9;
    const x1 = ring.x + ring.radius * 0.72;
    const y1 = ring.y + ring.radius * 0.72;
    return { x0, y0, cx: (x0 + x1) / 2, cy: ring.y + 26, x1, y1 };
  }
  const y0 = isBelow ? box.y - 1 : box.y + side + 22 * scale;
  const y1 = ring.y + (isBelow ? ring.radius + 39 : -ring.radius - 2);
  return { x0: from.x, y0, cx: (from.x + ring.x) / 2, cy: (y0 + y1) / 2, x1: ring.x, y1 };
}

/** Straight from centre to centre, as far as neither is covered. */
function straight(a: Point, b: Point, from: number, to: number): Curve {
  const whole = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const at = (along: number): Point => ({
    x: a.x + ((b.x - a.x) * along) / whole,
    y: a.y + ((b.y - a.y) * along) / whole,
  });
  const [p, q] = [at(Math.min(from, whole * 0.4)), at(Math.max(whole - to, whole * 0.6))];
  return { x0: p.x, y0: p.y, cx: (p.x + q.x) / 2, cy: (p.y + q.y) / 2, x1: q.x, y1: q.y };
}

type Ways = Pick<Layout, 'lane' | 'wires' | 'walls' | 'pipe' | 'quiet'>;

/** @param leader whose ring stands apart, at the head of its pipes */
export function waysOf(places: Places, leader: Pid | null, width: number): Ways {
  const { rings, clients, dense, column } = places;
  const lead = leader === null ? undefined : rings.get(leader);
  const deepest = Math.max(40, (column - (lead === undefined ? 20 : lead.x + lead.radius)) * 0.8);
  const isPipe = (a: Pid, b: Pid): boolean =>
    lead !== undefined && (a === leader || b === leader) && rings.has(a) && rings.has(b);

  /** From the first to the second; null: they have no link that is drawn. */
  const wire = (a: Pid, b: Pid): Curve | null => {
    const [one, other] = [rings.get(a), rings.get(b)];
    if (one !== undefined && other !== undefined) {
      if (lead === undefined || !isPipe(a, b)) return bow(one, other, deepest);
      return a === leader ? pipeTo(lead, other) : reversed(pipeTo(lead, one));
    }
    const guest = clients.get(one === undefined ? a : b);
    const ring = one ?? other;
    const home = one === undefined ? b : a;
    if (guest === undefined || ring === undefined || guest.home !== home) return null;
    const way = guestWay(guest, ring, dense);
    return one === undefined ? way : reversed(way);
  };

  const lane = (from: Pid, to: Pid): Lane | null => {
    const way = wire(from, to);
    if (way === null) return farLane(from, to);
    if (isPipe(from, to)) {
      const length = lengthOf(way);
      const [start, end] = from === leader ? [LABEL.lead, LABEL.to] : [LABEL.to, LABEL.lead];
      const part = between(way, Math.min(0.25, start / length), 1 - Math.min(0.3, end / length));
      // What is sent stands above, what comes back below.
      return laneOn(moved(part, places.halfPipe / 2 - 0.5), 0.04);
    }
    if (rings.has(from) && rings.has(to)) {
      return laneOn(moved(way, -11), 0.08);
    }
    return laneOn(moved(way, dense ? -7 : -16), 0.1);
  };

  /** A client to another server than its own, or from one. */
  const farLane = (from: Pid, to: Pid): Lane | null => {
    const seat = (pid: Pid): (Point & { readonly radius: number }) | null => {
      const guest = clients.get(pid);
      if (guest === undefined) return rings.get(pid) ?? null;
      const side = SQUARE * guest.scale;
      return { x: guest.box.x + side / 2, y: guest.box.y + side / 2, radius: side / 2 };
    };
    const [a, b] = [seat(from), seat(to)];
    if (a === null || b === null || (clients.has(from) && clients.has(to))) return null;
    return laneOn(moved(straight(a, b, a.radius + 8, b.radius + 12), -8), 0.1);
  };

  return {
    lane,
    wires: (a, b) => {
      const way = wire(a, b);
      return way === null ? [] : [way];
    },
    pipe: (a, b): Pipe | null => {
      if (!isPipe(a, b)) return null;
      const { begins } = places;
      return {
        half: places.halfPipe,
        from: a === leader ? begins : 0,
        to: b === leader ? 1 - begins : 1,
      };
    },
    quiet: (a, b) => leader !== null && rings.has(a) && rings.has(b) && !isPipe(a, b),
    walls: (groups) => wallsOf(groups, places, leader, wire, width),
  };
}

/** Half of a wall across one link. */
const ACROSS = 30;

/** A wall across each pipe and each client's link that joins two groups, and between rows of different groups. */
function wallsOf(
  groups: readonly (readonly Pid[])[],
  { rows, rings, clients, column, halfPipe }: Places,
  leader: Pid | null,
  wire: (a: Pid, b: Pid) => Curve | null,
  width: number,
): readonly (readonly Point[])[] {
  if (groups.length < 2) return [];
  const groupOf = (pid: Pid): number => groups.findIndex((group) => group.includes(pid));
  const apart = (a: Pid, b: Pid): boolean =>
    groupOf(a) !== -1 && groupOf(b) !== -1 && groupOf(a) !== groupOf(b);
  const across = (a: Pid, b: Pid, half: number): (readonly Point[])[] => {
    const way = apart(a, b) ? wire(a, b) : null;
    if (way === null) return [];
    const p = pointOn(way, 0.5);
    const u = directionAt(way, 0.5);
    return [
      [
        { x: p.x - u.y * half, y: p.y + u.x * half },
        { x: p.x + u.y * half, y: p.y - u.x * half },
      ],
    ];
  };
  const members = [...rings.keys()];
  const walls =
    leader === null
      ? []
      : members.flatMap((pid) => (pid === leader ? [] : across(leader, pid, halfPipe + 10)));
  for (const [pid, { home }] of clients)
    if (home !== null) walls.push(...across(pid, home, ACROSS / 2));
  // The row of whoever leads is its log.
  members.slice(1).forEach((pid, i) => {
    const before = members[i];
    if (before === undefined || !apart(before, pid)) return;
    const y = ((rows.get(before) ?? 0) + (rows.get(pid) ?? 0)) / 2;
    walls.push([
      { x: column - (leader === null ? 140 : 50), y },
      { x: width - 12, y },
    ]);
  });
  return walls;
}
