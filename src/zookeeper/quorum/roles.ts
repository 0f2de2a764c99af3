/** A member takes a role when its election is over, and leaves it for the next election. */
import type { Edit } from '../../kernel/edit.ts';
import { establish as establishPeer } from '../../protocols/election/leader.ts';
import { leaveRole as leavePeerRole } from '../../protocols/election/roles.ts';
import { edit as editPeer } from '../../protocols/election/server.ts';
import { maxZxid } from '../../protocols/election/zxid.ts';
import { nothingOutstanding } from '../prep/outstanding.ts';
import { firstSessionId } from '../sessions/session-id.ts';
import { sessionsOf } from '../server/boot.ts';
import { append, withSnapshot } from '../server/disk.ts';
import type { ServerEvent } from '../server/events.ts';
import { setContainerTick, setExpiryTick } from '../server/expiry.ts';
import { elapsed, nothingCommitting } from '../server/server.ts';
import type { Server } from '../server/server.ts';
import { unwatched } from '../watches/watches.ts';
import { fastForwarded, reload, replayed } from './histories.ts';
import { givesLocal } from './local-sessions.ts';
import { peerOf } from './place.ts';
import { newLeader } from './role.ts';

/** A leader begins with a snapshot of its tree [Leader.lead, ZooKeeperServer.loadData]. */
export function beginLeading(next: Edit<Server>): void {
  next.role = newLeader;
  next.disk = withSnapshot(next.disk, { zxid: next.tree.lastZxid, tree: next.tree });
}

/** Without a client port nobody has a session, and nothing of theirs ends [QuorumPeerConfig]. */
const isOpen = ({ settings }: Pick<Server, 'settings'>): boolean => settings.cfg.clientPort !== 0;

/** [Leader.startZkServer] */
export function establish(next: Edit<Server>, e: ServerEvent): void {
  next.peer = establishPeer(peerOf(next));
  const begins = next.peer.processed;
  const keeps = next.settings.broken.has('keep-epoch');
  const zxid = keeps ? maxZxid(next.tree.lastZxid, begins) : begins;
  next.tree = { ...next.tree, lastZxid: zxid };
  next.zxid = zxid;
  next.role = { ...newLeader, ...next.role, kind: 'leader', lastCommitted: zxid };
  const now = elapsed(next, e.io.now);
  next.sessions = sessionsOf(next, now);
  next.nextSession = firstSessionId(next.pid, now);
  next.outstanding = nothingOutstanding;
  if (!isOpen(next)) return;
  setExpiryTick(next, e);
  setContainerTick(next, e);
}

/** A learner gives the sessions that are opened with it ids of its own. */
export function beginServing(next: Edit<Server>, e: ServerEvent): void {
  next.nextSession = firstSessionId(next.pid, elapsed(next, e.io.now));
  if (givesLocal(next) && isOpen(next)) setExpiryTick(next, e);
}

/**
 * The role ends: its clients are sent away, and what was under way is forgotten, except that the log is
 * written to its end. The tree stays and is brought up to the end of the log, so that what was logged
 * and never committed counts from now on [QuorumPeer.getLastLoggedZxid, ZOOKEEPER-2845]. Only a SNAP
 * that was not finished is forgotten: the tree is read from the disk again.
 */
export function leaveRole(next: Edit<Server>, e: ServerEvent): void {
  for (const { id } of next.connections) e.io.close(id);
  for (const { txn } of next.sync) {
    if (txn === null) continue;
    next.disk = append(next.disk, txn, next.logging.open);
    next.logging = { ...next.logging, open: true };
  }
  // Whoever has logged nothing has nothing to write: who comes and goes often would wait for its disk.
  if (next.sync.length > 0 || next.unflushed.length > 0) e.io.persist(next.disk, 'WRITTEN_BEHIND');
  const unfinished = next.role?.kind === 'learner' && next.role.unfinished;
  const { cfg } = next.settings;
  reload(next, unfinished ? replayed(next.disk, cfg) : fastForwarded(next.disk, next, cfg));
  next.role = null;
  next.connections = [];
  next.watches = unwatched;
  next.sessions = [];
  next.prep = [];
  next.sync = [];
  next.unflushed = [];
  next.committing = nothingCommitting;
  next.final = [];
  next.outstanding = nothingOutstanding;
  next.logging = { ...next.logging, snapshot: null };
  e.io.clearTimer('EXPIRY_TICK');
  e.io.clearTimer('CONTAINER_TICK');
  const peer = editPeer(leavePeerRole(peerOf(next)));
  peer.processed = next.tree.lastZxid;
  next.peer = peer;
}
