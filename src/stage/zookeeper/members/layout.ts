import type { Pid } from '../../../view/time.ts';
import type { Box, Point, Size } from '../../geometry.ts';
import type { Layout } from '../../layout.ts';
import { SQUARE } from '../layout.ts';
import { placesOf } from './places.ts';
import type { Cast, Places } from './places.ts';
import { waysOf } from './ways.ts';

/** The leader at the left, its pipes to the others, a row for each server's log, clients beside them. */
export interface MembersLayout extends Layout, Places {
  readonly leader: Pid | null;
}

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
