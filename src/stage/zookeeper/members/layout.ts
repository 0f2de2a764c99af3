import type { Pid } from '../../../view/time.ts';
import type { Box, Point, Size } from '../../geometry.ts';
import type { Layout } from '../../layout.ts';
import { SQUARE } from '../layout.ts';
import { placesOf } from './places.ts';
import type { Cast, Places, Ring } from './places.ts';
import { waysOf } from './ways.ts';

/** The leader at the left, its pipes to the others, a row for each server's log, clients beside them. */
export interface MembersLayout extends Layout, Places {
  readonly leader: Pid | null;
}

/** Over a row stands the word of a state, below a ring that stands apart that and an epoch. */
const WORD = { width: 84, height: 34 };
const OVER = 20;

const below = (ring: Ring | undefined): Box[] =>
  ring === undefined ? [] : [{ ...WORD, x: ring.x - WORD.width / 2, y: ring.y + ring.radius + 5 }];

export function membersLayout(cast: Cast, size: Size): MembersLayout {
  const places = placesOf(cast, size);
  const { rings, clients, rows, logs, cell } = places;
  const seats = new Map<Pid, Point>(rings);
  for (const [pid, { box, scale }] of clients)
    seats.set(pid, { x: box.x + (SQUARE * scale) / 2, y: box.y + (SQUARE * scale) / 2 });
  const obstacles: Box[] = [
    ...[...rings.values()].map(({ x, y, radius }) => ({
      x: x - radius - 2,
      y: y - radius - 2,
      width: 2 * radius + 4,
      height: 2 * radius + 4,
    })),
    ...[...rows.values()].map((y) => ({
      x: logs.x,
      y: y - cell.height / 2,
      width: logs.width,
      height: cell.height,
    })),
    ...[...rows.values()].map((y) => ({
      x: logs.x,
      y: y - cell.height / 2 - OVER,
      width: Math.min(WORD.width, logs.width),
      height: OVER,
    })),
    ...below(cast.leader === null ? undefined : rings.get(cast.leader)),
    ...[...clients.values()].map(({ box }) => box),
  ];
  return {
    ...places,
    ...size,
    leader: cast.leader,
    seats,
    obstacles,
    inset: 2,
    bare: places.dense ? 0.85 : 1,
    ...waysOf(places, cast.leader, size.width),
  };
}
