/** From a server to what the page draws of it. */
import { compareZxid } from '../protocols/election/zxid.ts';
import type { Pid } from '../view/time.ts';
import type { LostView, ZooKeeperServerView } from '../view/zookeeper.ts';
import { treeOnDisk } from '../zookeeper/quorum/histories.ts';
import { logLength } from '../zookeeper/server/disk.ts';
import type { Disk } from '../zookeeper/server/disk.ts';
import type { Server, Settings } from '../zookeeper/server/server.ts';
import { inProcess } from '../zookeeper/server/server.ts';
import type { Session } from '../zookeeper/sessions/tracker.ts';
import { ephemeralCount, ephemeralsOf, znodeCount } from '../zookeeper/tree/data-tree.ts';
import { watchCount } from '../zookeeper/watches/watches.ts';
import { ghostOf } from './ghost.ts';
import type { Ghost } from './ghost.ts';
import { serverIn } from './member.ts';
import type { MemberProcess } from './member.ts';
import type { ZooKeeperModel } from './model.ts';
import { logCells } from './project-log.ts';
import { memberView } from './project-member.ts';
import { stagesOf } from './project-pipeline.ts';
import type { Shown } from './quorum-shown.ts';

/** So much of the log travels with every frame. */
const MOST_CELLS = 24;

function sessionViews(
  settings: Settings,
  s: Server,
  clients: ReadonlyMap<string, Pid>,
  connected: ReadonlySet<string>,
  { openers }: Ghost,
) {
  const virtual = (elapsed: number): number => (elapsed - settings.uptime) * 1000;
  return s.sessions.map(({ id, timeout, touched, expires, closing }: Session) => ({
    id,
    client: clients.get(id) ?? null,
    opener: openers.get(id) ?? null,
    timeout,
    touchedAt: virtual(touched),
    expiresAt: virtual(expires),
    connected: connected.has(id),
    closing,
    ephemerals: ephemeralsOf(s.tree, id).length,
  }));
}

/**
 * @param clients by the session that the handle of each has
 * @param connected sessions of which some server has the connection
 * @param shown of an ensemble, what is remembered of its run to be shown
 */
export function serverView(
  model: Pick<ZooKeeperModel, 'spawned'>,
  settings: Settings,
  process: MemberProcess,
  clients: ReadonlyMap<string, Pid>,
  connected: ReadonlySet<string>,
  ghost: Ghost,
  shown: Shown,
): ZooKeeperServerView {
  const { disk: kept, pid, cfg: written } = process;
  const s = serverIn(process.s);
  const disk = s?.disk ?? kept;
  const tree = s?.tree ?? treeOnDisk(kept);
  const length = logLength(disk);
  const { stats } = s ?? { stats: null };
  const answers = stats?.answers ?? 0;
  const { killed } = ghostOf(ghost, pid);
  const file = written ?? settings.cfgFile;
  const { cfg } = s?.settings ?? settings;
  const { ensemble } = settings;
  return {
    pid,
    member: ensemble === null ? null : memberView(model, process, ensemble, shown),
    zxid: tree.lastZxid,
    prepared: s?.zxid ?? tree.lastZxid,
    received: stats?.received ?? 0,
    sent: stats?.sent ?? 0,
    latency: {
      least: stats?.leastLatency ?? 0,
      mean: answers === 0 ? 0 : (stats?.totalLatency ?? 0) / answers,
      most: stats?.mostLatency ?? 0,
    },
    connections: s?.connections.length ?? 0,
    outstanding: s === null ? 0 : inProcess(s),
    nodes: znodeCount(tree),
    ephemerals: ephemeralCount(tree),
    watches: s === null ? 0 : watchCount(s.watches),
    stages: s === null ? [] : stagesOf(s),
    logFiles: disk.files.length,
    logLength: length,
    log: logCells(disk, kept, tree.lastZxid, length - MOST_CELLS, length),
    snapshots: disk.snapshots.map(({ zxid }) => ({
      zxid,
      durable: kept.snapshots.some((each) => compareZxid(each.zxid, zxid) === 0),
    })),
    snapshotAfter: s === null ? 0 : Math.max(0, s.logging.limit + 1 - s.logging.count),
    sessions: s === null ? [] : sessionViews(settings, s, clients, connected, ghost),
    lost: s === null && killed !== null ? lostView(killed, kept) : null,
    cfg: file,
    tickTime: cfg.tickTime,
    clientPort: cfg.clientPort,
    cfgUnread: s !== null && s.settings.cfgFile !== file,
  };
}

/** What a kill took from a server of which this is left. */
function lostView(killed: Server, kept: Disk): LostView {
  const [from, to] = [logLength(kept), logLength(killed.disk)];
  return {
    stages: stagesOf(killed),
    log: logCells(killed.disk, kept, killed.tree.lastZxid, from, to).slice(-MOST_CELLS),
  };
}
