/** History variables: what invariants, and what is drawn, must know of the past. */
import type { Change, WorldState } from '../../kernel/model.ts';
import { hasVoterQuorum } from '../../protocols/election/config.ts';
import type { Config } from '../../protocols/election/config.ts';
import { HEARD } from '../../protocols/election/electing.ts';
import { compareZxid } from '../../protocols/election/zxid.ts';
import type { Pid } from '../../view/time.ts';
import type { Zxid } from '../../view/zxid.ts';
import { logLength, txnAt } from '../../zookeeper/server/disk.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import type { Server } from '../../zookeeper/server/server.ts';

export interface Ghost {
  /** Notifications that have arrived anywhere. */
  readonly notifications: number;
  /** Who reached SYNCHRONIZATION as leader of which epoch, in order. */
  readonly prospective: readonly { readonly epoch: number; readonly leader: Pid }[];
  /** Who was established, in order. */
  readonly established: readonly { readonly epoch: number; readonly leader: Pid }[];
  /** The last transaction of each epoch that this run has committed, in order: those before it in its epoch are too. */
  readonly committed: readonly Zxid[];
  /** The same of what a quorum had when the run began. */
  readonly begun: readonly Zxid[];
}

export type ElectionWorld = WorldState<Server, Disk, Ghost>;
export type ElectionChange = Change<Server, Disk>;

/** Nobody knows what was committed before the run; what a quorum has on its first disks may be. */
export function ghostOf(
  config: Config,
  servers: readonly { readonly settings: { readonly pid: Pid }; readonly disk: Disk }[],
): Ghost {
  let begun: readonly Zxid[] = [];
  for (const { disk } of servers) {
    for (const end of endsOf(disk)) {
      const holders = servers.filter((each) =>
        endsOf(each.disk).some(
          ({ epoch, counter }) => epoch === end.epoch && counter >= end.counter,
        ),
      );
      const pids = holders.map(({ settings }) => settings.pid);
      if (hasVoterQuorum(config, pids)) begun = withCommitted(begun, end);
    }
  }
  return { notifications: 0, prospective: [], established: [], committed: [], begun };
}

/** The last transaction of each epoch on a disk. */
function endsOf(disk: Disk): readonly Zxid[] {
  const ends = new Map<number, Zxid>(disk.snapshots.map(({ zxid }) => [zxid.epoch, zxid]));
  for (let index = 0; index < logLength(disk); index++) {
    const zxid = txnAt(disk, index)?.zxid;
    if (zxid !== undefined) ends.set(zxid.epoch, zxid);
  }
  return [...ends.values()].filter(({ counter }) => counter > 0);
}

/** The same, where nothing later of its epoch was committed before. */
export function withCommitted(committed: readonly Zxid[], zxid: Zxid): readonly Zxid[] {
  const at = committed.findIndex(({ epoch }) => epoch >= zxid.epoch);
  const known = committed[at];
  if (known === undefined) return [...committed, zxid];
  if (known.epoch !== zxid.epoch) return committed.toSpliced(at, 0, zxid);
  return known.counter >= zxid.counter ? committed : committed.with(at, zxid);
}

export const isCommitted = ({ committed, begun }: Ghost, { epoch, counter }: Zxid): boolean =>
  [committed, begun].some((ends) =>
    ends.some((end) => end.epoch === epoch && end.counter >= counter),
  );

export function remember(ghost: Ghost, _world: ElectionWorld, change: ElectionChange): Ghost {
  const { before, after, did } = change;
  let next = ghost;
  for (const what of did) {
    if (what === HEARD) next = { ...next, notifications: next.notifications + 1 };
  }
  if (after === null || after === before) return next;
  next = rememberRoles(next, before, after);
  const done = committedBy(before, after);
  if (done === null || done.counter === 0) return next;
  const committed = withCommitted(next.committed, done);
  return committed === next.committed ? next : { ...next, committed };
}

function rememberRoles(ghost: Ghost, before: Server | null, { pid, peer }: Server): Ghost {
  if (peer === null || peer.leading === null || peer.state !== 'LEADING') return ghost;
  if (peer.phase === before?.peer?.phase) return ghost;
  const entry = { epoch: peer.leading.epoch, leader: pid };
  if (peer.phase === 'SYNCHRONIZATION')
    return { ...ghost, prospective: [...ghost.prospective, entry] };
  if (peer.phase === 'BROADCAST') return { ...ghost, established: [...ghost.established, entry] };
  return ghost;
}

/** The newest transaction that a server has committed in this step; null: none. */
function committedBy(before: Server | null, after: Server): Zxid | null {
  if (after.peer === null) return after.tree === before?.tree ? null : after.tree.lastZxid;
  if (after.role?.kind !== 'leader' || after.peer.phase !== 'BROADCAST') return null;
  // A quorum has all that an established leader begins with.
  if (before?.peer?.phase !== 'BROADCAST') return before?.tree.lastZxid ?? null;
  const { lastCommitted } = after.role;
  const known = before.role?.kind === 'leader' ? before.role.lastCommitted : null;
  return known !== null && compareZxid(known, lastCommitted) === 0 ? null : lastCommitted;
}
