import { inColumns } from './columns.ts';
import { RIM } from './plan.ts';
import type { PaxosLayout, Room, Talk } from './plan.ts';
import { inRow } from './row.ts';
import { isSeparate } from './who.ts';
import type { Who } from './who.ts';

/** Where the processes of a group stand; `talk` tells which of them are linked. */
export const paxosLayout = (all: readonly Who[], talk: Talk, room: Room): PaxosLayout => {
  if (isSeparate(all)) return inColumns(all, talk, room);
  const across = (room.width - 2 * RIM - (all.length - 1) * 16) / Math.max(1, all.length);
  return inRow(all, talk, room, room.width < 560 || across < 76);
};
