/** A server that starts: its newest snapshot, and the log behind it [ZooKeeperServer.loadData]. */
import type { Edit } from '../../kernel/edit.ts';
import { bootServer as bootPeer } from '../../protocols/election/server.ts';
import { maxZxid, ZERO } from '../../protocols/election/zxid.ts';
import { nothingOutstanding } from '../prep/outstanding.ts';
import { replayedOnce } from '../quorum/histories.ts';
import { withMembership } from '../quorum/membership.ts';
import { firstSessionId } from '../sessions/session-id.ts';
import { track } from '../sessions/tracker.ts';
import type { Sessions } from '../sessions/tracker.ts';
import { emptyTree } from '../tree/data-tree.ts';
import { entries } from '../tree/sorted-map.ts';
import { unwatched } from '../watches/watches.ts';
import { logLength, newestSnapshot, withSnapshot } from './disk.ts';
import type { Disk } from './disk.ts';
import type { ServerEvent } from './events.ts';
import { tell } from './telling.ts';
import type { Settings } from './server.ts';
import { edit, elapsed, nothingCommitting, Server } from './server.ts';
import { noStats } from './stats.ts';
import { snapshotLimit } from './sync-stage.ts';

/** [QuorumPeer.loadDataBase] The files of epochs that a start creates when they are missing. */
const withEpochs = (disk: Disk, epoch: number): Disk => ({
  ...disk,
  acceptedEpoch: disk.acceptedEpoch ?? epoch,
  currentEpoch: disk.currentEpoch ?? epoch,
  // An empty database is saved at once [FileTxnSnapLog.restore].
  snapshots: disk.snapshots.length > 0 ? disk.snapshots : [{ zxid: ZERO, tree: emptyTree }],
});

/**
 * All of it is kept in memory: connections, watches and deadlines of its last life are gone.
 * @param round after which its first election begins
 */
export function bootServer(settings: Settings, disk: Disk, round = 0): Server {
  const { tree: loaded, recent } = replayedOnce(disk, settings.cfg);
  const { ensemble } = settings;
  const tree =
    ensemble === null ? loaded : withMembership(loaded, { config: ensemble }, settings.clock);
  const member = ensemble === null ? disk : withEpochs(disk, tree.lastZxid.epoch);
  const { acceptedEpoch, currentEpoch } = member;
  const epochs = { acceptedEpoch, currentEpoch };
  const peer =
    ensemble === null ? null : bootPeer(ensemble, settings.pid, epochs, tree.lastZxid, round);
  return new Server({
    settings,
    pid: settings.pid,
    peer,
    role: null,
    disk: member,
    tree,
    recent,
    outstanding: nothingOutstanding,
    zxid: maxZxid(tree.lastZxid, { epoch: 0, counter: 0 }),
    connections: [],
    sessions: [],
    nextSession: firstSessionId(settings.pid, settings.uptime),
    watches: unwatched,
    prep: [],
    sync: [],
    unflushed: [],
    committing: nothingCommitting,
    final: [],
    logging: {
      open: false,
      count: 0,
      limit: peer === null ? 0 : snapshotLimit(settings.cfg.snapCount, tree.lastZxid),
      snapshot: null,
    },
    stats: noStats(settings.uptime),
    jobs: 0,
  });
}

/** Sessions have their full timeout again, and what was loaded is written as a snapshot at once. */
export function load(s: Server, e: ServerEvent): Server {
  const next = edit(s);
  const { settings, tree } = s;
  const now = elapsed(s, e.io.now);
  next.sessions = sessionsOf(next, now);
  next.nextSession = firstSessionId(settings.pid, now);
  next.stats = noStats(now);
  next.disk = withSnapshot(s.disk, { zxid: tree.lastZxid, tree });
  const limit = snapshotLimit(settings.cfg.snapCount, tree.lastZxid);
  next.logging = { open: false, count: 0, limit, snapshot: tree.lastZxid };
  e.io.persist(next.disk, 'LOADED', tree.lastZxid);
  // A peer of an ensemble has saved an empty one just before.
  const found = newestSnapshot(s.disk)?.tree ?? emptyTree;
  const fresh = found === emptyTree && logLength(s.disk) === 0;
  tell(next, e, {
    kind: 'loaded',
    zxid: tree.lastZxid,
    sessions: next.sessions.length,
    fresh,
  });
  return next;
}

export function sessionsOf({ tree, settings }: Edit<Server>, now: number): Sessions {
  let sessions: Sessions = [];
  for (const { key, value } of entries(tree.sessions)) {
    sessions = track(sessions, key, value, now, settings.cfg.tickTime);
  }
  return sessions;
}
