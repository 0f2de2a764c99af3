/** A server that starts: its newest snapshot, and the log behind it [ZooKeeperServer.loadData]. */
import { compareZxid, maxZxid } from '../../protocols/election/zxid.ts';
import { nothingOutstanding } from '../prep/outstanding.ts';
import { firstSessionId } from '../sessions/session-id.ts';
import { track } from '../sessions/tracker.ts';
import type { Sessions } from '../sessions/tracker.ts';
import { applyTxn } from '../tree/apply.ts';
import { emptyTree } from '../tree/data-tree.ts';
import type { DataTree } from '../tree/data-tree.ts';
import { entries } from '../tree/sorted-map.ts';
import { unwatched } from '../watches/watches.ts';
import { indexOf, logLength, newestSnapshot, txnAt, withSnapshot } from './disk.ts';
import type { Disk } from './disk.ts';
import type { ServerEvent } from './events.ts';
import { tell } from './telling.ts';
import type { Edit, Settings } from './server.ts';
import { edit, elapsed, Server } from './server.ts';
import { noStats } from './stats.ts';
import { snapshotLimit } from './sync-stage.ts';

/** What the disk says: transactions are idempotent, so a snapshot that holds some of them is fine. */
function restored(disk: Disk): DataTree {
  const snapshot = newestSnapshot(disk);
  let tree = snapshot?.tree ?? emptyTree;
  const from = snapshot === null ? 0 : indexOf(disk, snapshot.zxid);
  for (let index = from; index < logLength(disk); index++) {
    const txn = txnAt(disk, index);
    if (txn === null) continue;
    if (snapshot !== null && compareZxid(txn.zxid, snapshot.zxid) <= 0) continue;
    tree = applyTxn(tree, txn).tree;
  }
  return tree;
}

const known = new WeakMap<Disk, DataTree>();

/** The same, worked out once for each disk: the page looks at a server that is down again and again. */
export function restoredOnce(disk: Disk): DataTree {
  const tree = known.get(disk) ?? restored(disk);
  known.set(disk, tree);
  return tree;
}

/** All of it is kept in memory: connections, watches and deadlines of its last life are gone. */
export function bootServer(settings: Settings, disk: Disk): Server {
  const tree = restoredOnce(disk);
  return new Server({
    settings,
    pid: settings.pid,
    disk,
    tree,
    outstanding: nothingOutstanding,
    zxid: maxZxid(tree.lastZxid, { epoch: 0, counter: 0 }),
    connections: [],
    sessions: [],
    nextSession: firstSessionId(settings.pid, settings.uptime),
    watches: unwatched,
    prep: [],
    sync: [],
    unflushed: [],
    final: [],
    logging: { open: false, count: 0, limit: 0, snapshot: null },
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
  tell(next, e, { kind: 'loaded', zxid: tree.lastZxid, sessions: next.sessions.length });
  return next;
}

function sessionsOf({ tree, settings }: Edit<Server>, now: number): Sessions {
  let sessions: Sessions = [];
  for (const { key, value } of entries(tree.sessions)) {
    sessions = track(sessions, key, value, now, settings.cfg.tickTime);
  }
  return sessions;
}
