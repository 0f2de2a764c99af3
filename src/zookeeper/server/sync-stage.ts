/**
 * Second stage: writes transactions to the log, many with one sync of the disk, and begins snapshots
 * [SyncRequestProcessor].
 */
import type { Edit } from '../../kernel/edit.ts';
import { compareZxid } from '../../protocols/election/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import { pipelineOf } from '../quorum/pipeline.ts';
import { append, purged, withSnapshot } from './disk.ts';
import type { Disk } from './disk.ts';
import type { ServerEvent } from './events.ts';
import { tell } from './telling.ts';
import type { Logging, Server } from './server.ts';
import { edit } from './server.ts';

export const hasSync = ({ sync }: Server): boolean => sync.length > 0;

export function setSync(s: Server, e: ServerEvent): void {
  e.io.setTimer('SYNC', s.settings.stageDelay);
}

/** ms */
const FSYNC_WARNING = 1000;

/** Half of snapCount, and a random part of the other half [shouldSnapshot]. */
export function snapshotLimit(snapCount: number, after: Zxid): number {
  const half = Math.floor(snapCount / 2);
  return half + (half === 0 ? 0 : scramble(after) % half);
}

/** Servers must not all stop for their snapshots at once; any spread of numbers will do. */
function scramble({ epoch, counter }: Zxid): number {
  const mixed = Math.imul(counter ^ (epoch << 16) ^ 0x9e3779b9, 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** Takes the oldest request: a transaction is appended, a read passes when nothing is before it. */
export function appendNext(s: Server, e: ServerEvent): Server {
  const [job, ...sync] = s.sync;
  if (job === undefined) return s;
  const next = edit(s);
  next.sync = sync;
  let snapshot: Zxid | null = null;
  if (job.txn === null) {
    const overtakes = s.settings.broken.has('answer-out-of-order');
    if (s.unflushed.length === 0 || overtakes) next.final = [...s.final, job];
    else next.unflushed = [...s.unflushed, job];
  } else {
    next.disk = append(s.disk, job.txn, s.logging.open);
    const { count, limit, snapshot: writing } = s.logging;
    next.logging = { open: true, count: count + 1, limit, snapshot: writing };
    if (s.settings.broken.has('reply-before-sync')) next.final = [...s.final, job];
    else next.unflushed = [...s.unflushed, job];
    if (next.logging.count > next.logging.limit) snapshot = roll(next, job.txn.zxid);
  }
  // A snapshot goes to the disk by itself, behind what is being written there.
  if (snapshot !== null) e.io.persist(next.disk, 'SNAPSHOT_WRITTEN', snapshot);
  if (s.settings.broken.has('reply-before-sync')) e.io.persist(next.disk, 'WRITTEN_BEHIND');
  tell(next, e, { kind: 'appended', job, snapshot });
  return next;
}

/** The next transaction begins a new file; the tree as it is now becomes a snapshot. */
function roll(next: Edit<Server>, zxid: Zxid): Zxid | null {
  const { settings, logging, tree, disk } = next;
  const rolled: Logging = {
    open: false,
    count: 0,
    limit: snapshotLimit(settings.cfg.snapCount, zxid),
    snapshot: logging.snapshot,
  };
  next.logging = rolled;
  // `Too busy to snap, skipping`
  if (logging.snapshot !== null) return null;
  next.logging = { ...rolled, snapshot: tree.lastZxid };
  next.disk = withSnapshot(disk, { zxid: tree.lastZxid, tree });
  return tree.lastZxid;
}

export function noteSnapshot(s: Server, e: ServerEvent): Server {
  const next = edit(s);
  const zxid = e.data as Zxid;
  const { snapshot } = s.logging;
  const mine = snapshot !== null && compareZxid(snapshot, zxid) === 0;
  next.logging = { ...s.logging, snapshot: mine ? null : snapshot };
  next.stats = { ...s.stats, snapshots: s.stats.snapshots + 1 };
  tell(next, e, { kind: 'snapshot', zxid });
  return next;
}

/** Nothing more is waiting, or enough has come together. */
export function mustFlush(s: Server): boolean {
  const { maxBatchSize, flushDelay } = s.settings.cfg;
  if (!isDirty(s)) return false;
  if (maxBatchSize > 0 && s.unflushed.length >= maxBatchSize) return true;
  return s.sync.length === 0 && flushDelay === 0;
}

/** Something is appended and not on disk. */
const isDirty = (s: Server): boolean => s.unflushed.length > 0;

/** Only a wish for larger batches makes it wait. */
export const mustLinger = (s: Server): boolean =>
  isDirty(s) && s.sync.length === 0 && s.settings.cfg.flushDelay > 0;

export function setFlushDelay(s: Server, e: ServerEvent): void {
  e.io.setTimer('FLUSH_DELAY', s.settings.cfg.flushDelay * 1000);
}

/** One sync for all that was appended. With `forceSync=no` nobody waits for it. */
export function flush(s: Server, e: ServerEvent): void {
  if (s.settings.cfg.forceSync) {
    e.io.persist(s.disk, 'FLUSHED');
  } else {
    e.io.persist(s.disk, 'WRITTEN_BEHIND');
    e.io.setTimer('FLUSHED', 0);
  }
}

/** What is on disk goes on to the last stage, reads in their places. */
export function pass(s: Server, e: ServerEvent): Server {
  const next = edit(s);
  next.unflushed = [];
  noteSlow(next, e);
  tell(next, e, { kind: 'flushed', jobs: s.unflushed });
  pipelineOf(next).synced(next, e, s.unflushed);
  return next;
}

/** [FileTxnLog.commit] It counts whole milliseconds. */
function noteSlow(next: Edit<Server>, e: ServerEvent): void {
  const ms = Math.floor(e.io.took / 1000);
  const { fsyncWarning = FSYNC_WARNING } = next.settings.cfg;
  if (ms <= fsyncWarning) return;
  next.stats = { ...next.stats, slowSyncs: (next.stats.slowSyncs ?? 0) + 1 };
  tell(next, e, { kind: 'slow-sync', ms });
}

/** Old snapshots and logs that nobody needs any more; without an interval never [DatadirCleanupManager]. */
export function purge(s: Server, e: ServerEvent): Server {
  const { purgeInterval, snapRetainCount } = s.settings.cfg;
  if (purgeInterval <= 0) return s;
  const disk: Disk = purged(s.disk, snapRetainCount);
  if (disk === s.disk) return s;
  const next = edit(s);
  next.disk = disk;
  e.io.persist(disk, 'WRITTEN_BEHIND');
  const snapshots = s.disk.snapshots.length - disk.snapshots.length;
  const files = s.disk.files.length - disk.files.length;
  tell(next, e, { kind: 'purged', snapshots, files });
  return next;
}

export function setPurge(s: Server, e: ServerEvent): void {
  const { purgeInterval } = s.settings.cfg;
  if (purgeInterval > 0) e.io.setTimer('PURGE', purgeInterval * 3_600_000_000);
}
