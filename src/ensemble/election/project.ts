/** From a world of servers to what the page draws. */
import type { ProcessState } from '../../kernel/model.ts';
import { downPeerView, establishedAmong, peerView } from '../../protocols/election/project.ts';
import { compareZxid } from '../../protocols/election/zxid.ts';
import type {
  ElectionDetail,
  ElectionServerView,
  LogCellView,
  PeerView,
} from '../../view/election.ts';
import type { Zxid } from '../../view/zxid.ts';
import { treeOnDisk } from '../../zookeeper/quorum/histories.ts';
import { logLength, newestSnapshot, txnAt } from '../../zookeeper/server/disk.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import type { Server } from '../../zookeeper/server/server.ts';
import { isCommitted } from './ghost.ts';
import type { ElectionWorld, Ghost } from './ghost.ts';
import type { ElectionModel } from './model.ts';

export type ElectionProcess = ProcessState<Server, Disk>;

/** LOOKING, FOLLOWING, LEADING, OBSERVING, STANDALONE; `CRASHED` or `OFF` when it does not run. */
export function stateWord({ s, liveness }: ElectionProcess): string {
  if (s === null) return liveness === 'off' ? 'OFF' : 'CRASHED';
  return s.peer === null ? 'STANDALONE' : s.peer.state;
}

/** Cells of a log that are drawn. */
const CELLS = 12;

/**
 * The newest transactions that a server has, oldest first: those of its log and, before these, what its
 * snapshot holds, as far as it is known what was committed. One is committed for a server when a leader
 * has committed it and the server's tree has it.
 */
function historyOf(
  disk: Disk,
  applied: Zxid,
  ghost: Ghost,
): { log: LogCellView[]; hidden: number } {
  const length = logLength(disk);
  const log: LogCellView[] = [];
  for (let index = Math.max(0, length - CELLS); index < length; index++) {
    const zxid = txnAt(disk, index)?.zxid;
    if (zxid === undefined) continue;
    const committed = compareZxid(zxid, applied) <= 0 && isCommitted(ghost, zxid);
    log.push({ zxid, committed });
  }
  const first = txnAt(disk, 0)?.zxid ?? null;
  const saved = newestSnapshot(disk)?.zxid ?? null;
  if (saved === null) return { log, hidden: Math.max(0, length - CELLS) };
  const older = savedZxids(saved, first, ghost, CELLS - log.length);
  return {
    log: [...older.zxids.map((zxid) => ({ zxid, committed: true })), ...log],
    hidden: Math.max(0, length - CELLS) + older.more,
  };
}

/** What a snapshot holds that stands before the log. @param most how many are listed */
function savedZxids(
  saved: Zxid,
  first: Zxid | null,
  { committed, begun }: Ghost,
  most: number,
): { zxids: Zxid[]; more: number } {
  let more = 0;
  const zxids: Zxid[] = [];
  const ends = new Map([...begun, ...committed].map((end) => [end.epoch, end.counter]));
  ends.set(saved.epoch, saved.counter);
  for (const [epoch, end] of [...ends].toSorted(([a], [b]) => b - a)) {
    for (let counter = end; counter > 0; counter--) {
      const zxid = { epoch, counter };
      if (compareZxid(zxid, saved) > 0) continue;
      if (first !== null && compareZxid(zxid, first) >= 0) continue;
      if (zxids.length >= most) {
        more += counter;
        break;
      }
      zxids.unshift(zxid);
    }
  }
  return { zxids, more };
}

/** Whoever stands alone has no election, and serves. */
const aloneView = (disk: Disk): PeerView => ({
  ...downPeerView(disk, false),
  phase: 'BROADCAST',
  serving: true,
});

function serverView(
  { pid, s, disk: kept }: ElectionProcess,
  observer: boolean,
  ghost: Ghost,
): ElectionServerView {
  const disk = s?.disk ?? kept;
  const zxid = (s?.tree ?? treeOnDisk(kept)).lastZxid;
  const peer = s?.peer ?? null;
  const { log, hidden } = historyOf(disk, zxid, ghost);
  return {
    sid: pid,
    ...(peer !== null
      ? peerView(peer)
      : s !== null
        ? aloneView(disk)
        : downPeerView(disk, observer)),
    zxid,
    log,
    logHidden: hidden,
  };
}

export const establishedLeader = ({
  processes,
}: Pick<ElectionWorld, 'processes'>): ElectionDetail['established'] =>
  establishedAmong(processes.map(({ s }) => s?.peer ?? null));

/** Notifications on their way, where a world can tell. */
function underWay(world: ElectionWorld): number {
  const network = (world as { readonly network?: Flights }).network;
  if (network === undefined) return 0;
  let count = 0;
  for (const { message } of network.flights.values()) if (message.type === 'NOTIFICATION') count++;
  return count;
}

interface Flights {
  readonly flights: { values(): Iterable<{ readonly message: { readonly type: string } }> };
}

/** The election's part of a frame. */
export function electionDetail({ config }: ElectionModel, world: ElectionWorld): ElectionDetail {
  return {
    profile: config.profile,
    quorum: config.quorum,
    voters: config.voters,
    established: establishedLeader(world),
    // Those that arrived and those under way; what a cut or a crash has swallowed is not counted.
    notifications: world.ghost.notifications + underWay(world),
    servers: world.processes.map((process) =>
      serverView(process, !config.voters.includes(process.pid), world.ghost),
    ),
  };
}
