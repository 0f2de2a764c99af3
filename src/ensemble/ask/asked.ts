/** What answers are made from. */
import { NotInThisRun } from '../../kernel/not-in-this-run.ts';
import { sameZxid } from '../../protocols/election/zxid.ts';
import type { Pid } from '../../view/time.ts';
import type { NodeKind } from '../../view/written-node.ts';
import type { WatcherView } from '../../view/zookeeper-ask.ts';
import { ownerKind } from '../../zookeeper/records/owner.ts';
import type { Server } from '../../zookeeper/server/server.ts';
import { treeOnDisk } from '../../zookeeper/quorum/histories.ts';
import { indexOf, txnAt } from '../../zookeeper/server/disk.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import type { Txn } from '../../zookeeper/records/txns.ts';
import type { DataTree } from '../../zookeeper/tree/data-tree.ts';
import type { DataNode } from '../../zookeeper/tree/node.ts';
import { entries, get } from '../../zookeeper/tree/sorted-map.ts';
import type { WatchMode } from '../../zookeeper/watches/watch-table.ts';
import type { Watches } from '../../zookeeper/watches/watches.ts';
import { unknownServer } from '../ghost.ts';
import type { Ghost, ServerGhost } from '../ghost.ts';
import type { RecordPlace } from './record-on.ts';
import { clientIn, serverIn } from '../member.ts';
import type { MemberWorld } from '../member.ts';

/** A server and what stands on its disk; while it is down, the tree that its disk would give. */
export interface Asked {
  readonly s: Server | null;
  readonly tree: DataTree;
  readonly kept: Disk;
  /** The newest transaction of the tree; null: it came with a snapshot. */
  readonly newest: Txn | null;
  /** Whose session it is: the handle's that has it or, when that is gone, the client's that opened it. */
  readonly owners: ReadonlyMap<string, Pid>;
  readonly ghost: ServerGhost;
  /** A transaction's record where its file lies before us; left out: as a server would have written it. */
  readonly record?: (index: number) => RecordPlace;
}

/** Whose handle has which session. */
export function holdersOf(world: MemberWorld<Ghost>): ReadonlyMap<string, Pid> {
  const found = new Map<string, Pid>();
  for (const { pid, s } of world.processes) {
    const session = clientIn(s)?.handle?.session;
    if (session !== undefined && session !== '0x0') found.set(session, pid);
  }
  return found;
}

/** @throws NotInThisRun when there is no such process */
export function asked(world: MemberWorld<Ghost>, pid: Pid): Asked {
  const process = world.processes.find((each) => each.pid === pid);
  if (process === undefined) throw new NotInThisRun(`no process ${pid}`);
  const s = serverIn(process.s);
  const { disk: kept } = process;
  const disk = s?.disk ?? kept;
  const tree = s?.tree ?? treeOnDisk(kept);
  const newest = txnAt(disk, indexOf(disk, tree.lastZxid));
  return {
    s,
    tree,
    kept,
    newest: newest !== null && sameZxid(newest.zxid, tree.lastZxid) ? newest : null,
    owners: new Map([...world.ghost.openers, ...holdersOf(world)]),
    ghost: world.ghost.servers.find((each) => each.pid === pid) ?? unknownServer(pid),
  };
}

export const kindOf = ({ owner }: DataNode): NodeKind => {
  const kind = ownerKind(owner);
  if (kind === 'none') return 'persistent';
  return kind === 'session' ? 'ephemeral' : kind;
};

const tables: readonly (keyof Watches)[] = ['data', 'child'];

/** Who watches a path itself; watches on what is above it are not counted. */
export function watchersOf({ s }: Asked, path: string): WatcherView[] {
  if (s === null) return [];
  return tables.flatMap((table) => {
    const found: WatcherView[] = [];
    for (const { key, value } of entries<WatchMode>(get(s.watches[table].byPath, path) ?? null)) {
      found.push({ client: peerOf(s, Number(key)), table, mode: value });
    }
    return found;
  });
}

export const peerOf = ({ connections }: Server, connection: number): Pid =>
  connections.find(({ id }) => id === connection)?.peer ?? 0;
