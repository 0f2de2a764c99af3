/**
 * What a server keeps through a crash: `version-2/acceptedEpoch`, `version-2/currentEpoch`, the
 * files `log.<zxid>` and `snapshot.<zxid>`.
 */
import type { Zxid } from '../../view/zxid.ts';
import * as Txns from './txn-log.ts';
import type { TxnLog } from './txn-log.ts';
import { compareZxid, maxZxid, ZERO } from './zxid.ts';

/** `snapshot.<zxid>`: the tree's zxid when it was written, and the transactions that made it. */
export interface Snapshot {
  readonly zxid: Zxid;
  readonly history: TxnLog;
}

export interface Disk {
  /** Null: no such file yet. */
  readonly acceptedEpoch: number | null;
  readonly currentEpoch: number | null;
  /** The log files, oldest first; a file is named after its first transaction. */
  readonly log: readonly TxnLog[];
  /** Oldest first. */
  readonly snapshots: readonly Snapshot[];
  /**
   * The round after which the next election starts: a teaching device, for a round is volatile in
   * truth. The first start takes it away.
   */
  readonly round: number;
}

export const blankDisk: Disk = {
  acceptedEpoch: null,
  currentEpoch: null,
  log: [],
  snapshots: [],
  round: 0,
};

/** The last transaction in the log files, 0·0 without any. */
export function lastLogged(disk: Disk): Zxid {
  for (let i = disk.log.length - 1; i >= 0; i--) {
    const end = Txns.last(disk.log[i] as TxnLog);
    if (end !== null) return end;
  }
  return ZERO;
}

/** The newest snapshot; null on an empty disk. */
export const newestSnapshot = (disk: Disk): Snapshot | null =>
  disk.snapshots[disk.snapshots.length - 1] ?? null;

/** The larger of the last logged transaction and the newest snapshot's name. */
export const lastZxid = (disk: Disk): Zxid =>
  maxZxid(lastLogged(disk), newestSnapshot(disk)?.zxid ?? ZERO);

/** A tree in memory with what a leader keeps of it for those who join. */
export interface Tree {
  /** The transactions that made it, in order. */
  readonly history: TxnLog;
  /** DataTree.lastProcessedZxid. */
  readonly processed: Zxid;
  /** ZKDatabase.committedLog. */
  readonly committedLog: TxnLog;
}

/** [ZKDatabase.addCommittedProposal] One is removed when there are more than 500 before adding. */
const COMMITTED_LOG_MAX = 501;

export const keepCommitted = (log: TxnLog, more: TxnLog): TxnLog =>
  Txns.newest(Txns.concat(log, more), COMMITTED_LOG_MAX);

/**
 * [FileTxnSnapLog.restore] The newest snapshot, then every logged transaction above it, committed
 * or not; these are what `committedLog` holds after a restart.
 */
export function restore(disk: Disk): Tree {
  const snapshot = newestSnapshot(disk);
  const base = snapshot?.zxid ?? ZERO;
  let replayed: TxnLog = Txns.EMPTY;
  for (const file of disk.log) {
    replayed = Txns.concat(replayed, Txns.after(file, Txns.last(replayed) ?? base));
  }
  return {
    history: Txns.concat(snapshot?.history ?? Txns.EMPTY, replayed),
    processed: Txns.last(replayed) ?? base,
    committedLog: keepCommitted(Txns.EMPTY, replayed),
  };
}

/** [QuorumPeer.loadDataBase] The files that a start creates when they are missing. */
export function withDefaults(disk: Disk): Disk {
  const { epoch } = lastZxid(disk);
  return {
    acceptedEpoch: disk.acceptedEpoch ?? epoch,
    currentEpoch: disk.currentEpoch ?? epoch,
    log: disk.log,
    // [FileTxnSnapLog.restore] An empty database is saved at once.
    snapshots: disk.snapshots.length > 0 ? disk.snapshots : [{ zxid: ZERO, history: Txns.EMPTY }],
    round: 0,
  };
}

/** With transactions behind its log: in the open file, or in a new one. */
export function withLogged(disk: Disk, more: TxnLog, open: boolean): Disk {
  if (more === Txns.EMPTY) return disk;
  const { log } = disk;
  const current = log[log.length - 1];
  const files =
    open && current !== undefined
      ? [...log.slice(0, -1), Txns.concat(current, more)]
      : [...log, more];
  return { ...disk, log: files };
}

/**
 * [FileTxnLog.truncate] The file that holds `zxid` is cut behind it, later files are deleted. So are
 * snapshots of what is cut off, which a prospective leader may have taken. ZooKeeper 3.8 keeps them,
 * and the dropped transactions come back at the next start (ZOOKEEPER-1549).
 */
export function truncated(disk: Disk, zxid: Zxid): Disk {
  const log = disk.log.map((file) => Txns.upTo(file, zxid)).filter((file) => file !== Txns.EMPTY);
  const snapshots = disk.snapshots.filter((snapshot) => compareZxid(snapshot.zxid, zxid) <= 0);
  return { ...disk, log, snapshots };
}

/** [FileTxnSnapLog.save] A second snapshot of the same zxid replaces the first. */
export function withSnapshot(disk: Disk, zxid: Zxid, history: TxnLog): Disk {
  const others = disk.snapshots.filter((snapshot) => compareZxid(snapshot.zxid, zxid) !== 0);
  const snapshots = [...others, { zxid, history }].toSorted((a, b) => compareZxid(a.zxid, b.zxid));
  return { ...disk, snapshots };
}
