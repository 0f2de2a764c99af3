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
  /** The newest log file; empty when there is none. A file is named after its first transaction. */
  readonly log: TxnLog;
  /** The log files before it, oldest first. */
  readonly olderLogs: readonly TxnLog[];
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
  log: Txns.EMPTY,
  olderLogs: [],
  snapshots: [],
  round: 0,
};

/** The log files, oldest first; none is empty. */
export const logFiles = ({ log, olderLogs }: Disk): readonly TxnLog[] =>
  log === Txns.EMPTY ? [] : [...olderLogs, log];

/** What a disk has of log files, when these are all, oldest first. */
export const withLogFiles = (files: readonly TxnLog[]): Pick<Disk, 'log' | 'olderLogs'> => ({
  log: files[files.length - 1] ?? Txns.EMPTY,
  olderLogs: files.slice(0, -1),
});

/** The last transaction in the log files, 0·0 without any. */
export const lastLogged = (disk: Disk): Zxid => Txns.last(disk.log) ?? ZERO;

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
  for (const file of logFiles(disk)) {
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
    olderLogs: disk.olderLogs,
    // [FileTxnSnapLog.restore] An empty database is saved at once.
    snapshots: disk.snapshots.length > 0 ? disk.snapshots : [{ zxid: ZERO, history: Txns.EMPTY }],
    round: 0,
  };
}

/** With transactions behind its log: in the open file, or in a new one. */
export function withLogged(disk: Disk, more: TxnLog, open: boolean): Disk {
  if (more === Txns.EMPTY) return disk;
  if (open && disk.log !== Txns.EMPTY) return { ...disk, log: Txns.concat(disk.log, more) };
  return { ...disk, log: more, olderLogs: logFiles(disk) };
}

/**
 * [FileTxnLog.truncate] The file that holds `zxid` is cut behind it, later files are deleted. So are
 * snapshots of what is cut off, which a prospective leader may have taken. ZooKeeper 3.8 keeps them,
 * and the dropped transactions come back at the next start (ZOOKEEPER-1549).
 */
export function truncated(disk: Disk, zxid: Zxid): Disk {
  const files = logFiles(disk)
    .map((file) => Txns.upTo(file, zxid))
    .filter((file) => file !== Txns.EMPTY);
  const snapshots = disk.snapshots.filter((snapshot) => compareZxid(snapshot.zxid, zxid) <= 0);
  return { ...disk, ...withLogFiles(files), snapshots };
}

/** [FileTxnSnapLog.save] A second snapshot of the same zxid replaces the first. */
export function withSnapshot(disk: Disk, zxid: Zxid, history: TxnLog): Disk {
  const others = disk.snapshots.filter((snapshot) => compareZxid(snapshot.zxid, zxid) !== 0);
  const snapshots = [...others, { zxid, history }].toSorted((a, b) => compareZxid(a.zxid, b.zxid));
  return { ...disk, snapshots };
}
