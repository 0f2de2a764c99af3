/** What of an ensemble without clients the next step, and the invariants, depend on. */
import type { Essence } from '../../kernel/model.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import { essenceOf } from '../../zookeeper/server/essence.ts';
import { edit } from '../../zookeeper/server/server.ts';
import type { Server } from '../../zookeeper/server/server.ts';
import { NO_SESSION } from '../../zookeeper/records/values.ts';
import { emptyTree } from '../../zookeeper/tree/data-tree.ts';
import type { DataTree } from '../../zookeeper/tree/data-tree.ts';
import { toldOf } from '../told.ts';
import type { Ghost } from './ghost.ts';

export const essence: Essence<Server, Disk, Ghost> = {
  state: (s, sight) => {
    const next = edit(s);
    next.tree = unread(s.tree);
    next.disk = unreadOn(s.disk);
    // Nobody opens a session.
    next.nextSession = NO_SESSION;
    return essenceOf(next, sight);
  },
  disk: unreadOn,
  told: (data, { peer }) => toldOf(data, peer),
  ghost: ({ ghost: { prospective, committed } }) => [
    [...new Set(prospective.map(({ epoch, leader }) => `${epoch} ${leader}`))].toSorted(),
    committed,
  ],
};

/** Nobody reads a tree: when its nodes were written, as each server has it for itself, is all that tells two apart. */
const unread = ({ lastZxid, digest }: DataTree): DataTree => ({ ...emptyTree, lastZxid, digest });

function unreadOn(disk: Disk): Disk {
  const snapshots = disk.snapshots.map(({ zxid, tree }) => ({ zxid, tree: unread(tree) }));
  return { ...disk, snapshots };
}
