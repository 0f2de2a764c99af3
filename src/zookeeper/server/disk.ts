/** What a server keeps: the transaction log in files, and snapshots [FileTxnSnapLog]. */
import { append as push, at, noPages } from '../../kernel/pages.ts';
import type { Pages } from '../../kernel/pages.ts';
import { compareZxid } from '../../protocols/election/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { Txn } from '../records/txns.ts';
import type { DataTree } from '../tree/data-tree.ts';

/** `log.<name>`: the transactions from this zxid on. */
export interface LogFile {
  readonly name: Zxid;
  readonly txns: Pages<Txn>;
  /** It was truncated: it ends with its last transaction, without zeros, and nothing is appended to it. */
  readonly cut?: true;
}

/** `snapshot.<zxid>`: the database as it was after this transaction. */
export interface Snapshot {
  readonly zxid: Zxid;
  readonly tree: DataTree;
}

/** Both lists in the order in which their files were begun. */
export interface Disk {
  /** `version-2/acceptedEpoch` and `currentEpoch`; null: no such file. A server that stands alone has none. */
  readonly acceptedEpoch: number | null;
  readonly currentEpoch: number | null;
  readonly files: readonly LogFile[];
  readonly snapshots: readonly Snapshot[];
}

export const blankDisk: Disk = {
  acceptedEpoch: null,
  currentEpoch: null,
  files: [],
  snapshots: [],
};

/** Writes a transaction to the newest file, or to a new one [FileTxnLog.append]. */
export function append(disk: Disk, txn: Txn, open: boolean): Disk {
  const { files } = disk;
  const newest = files[files.length - 1];
  if (!open || newest === undefined) {
    return { ...disk, files: [...files, { name: txn.zxid, txns: push(noPages, txn) }] };
  }
  const { name, txns } = newest;
  const { acceptedEpoch, currentEpoch, snapshots } = disk;
  const written = files.with(-1, { name, txns: push(txns, txn) });
  return { acceptedEpoch, currentEpoch, files: written, snapshots };
}

/**
 * The power goes while transactions are being appended: the first half of them is on the disk, and of the
 * next one only a part. A start reads up to there, and appends to a new file [FileTxnLog.FileTxnIterator.next].
 */
export function torn(disk: Disk, next: Disk): Disk {
  // A snapshot that is not whole is none, and nothing is appended before it is.
  if (next.snapshots !== disk.snapshots) return disk;
  const [kept, all] = [logLength(disk), logLength(next)];
  let half = disk;
  for (let index = kept; index < kept + Math.floor((all - kept) / 2); index++) {
    const txn = txnAt(next, index);
    const isOpen = disk.files.length === next.files.length || index > kept;
    if (txn !== null) half = append(half, txn, isOpen);
  }
  return half;
}

/** A snapshot of the same zxid replaces the one before. */
export function withSnapshot(disk: Disk, snapshot: Snapshot): Disk {
  const others = disk.snapshots.filter(({ zxid }) => compareZxid(zxid, snapshot.zxid) !== 0);
  return { ...disk, snapshots: [...others, snapshot] };
}

/**
 * The file that holds `zxid` is cut behind it, its zeros included; later files are deleted, and the next
 * transaction begins a new one, as a real 3.8.0 does [FileTxnLog.truncate]. Deleted are, too,
 * snapshots of what is cut off, which a prospective leader may have taken: ZooKeeper 3.8 keeps them, and
 * what was dropped comes back (ZOOKEEPER-4837). One of the beginning of an epoch holds what was committed by then.
 */
export function truncated(disk: Disk, zxid: Zxid): Disk {
  const left = disk.files.filter(({ name }) => compareZxid(name, zxid) <= 0);
  const files = left.map((file, place): LogFile => {
    if (place < left.length - 1) return file;
    const { name, txns } = file;
    let kept: Pages<Txn> = noPages;
    for (let index = 0; index < txns.length; index++) {
      const txn = at(txns, index);
      if (txn !== null && compareZxid(txn.zxid, zxid) <= 0) kept = push(kept, txn);
    }
    return { name, txns: kept, cut: true };
  });
  const snapshots = disk.snapshots.filter(
    (snapshot) => snapshot.zxid.counter === 0 || compareZxid(snapshot.zxid, zxid) <= 0,
  );
  return { ...disk, files, snapshots };
}

/** The last transaction of the log; null without any. */
export const lastLogged = (disk: Disk): Zxid | null =>
  txnAt(disk, logLength(disk) - 1)?.zxid ?? null;

/** The newest snapshot; null on an empty disk. */
export function newestSnapshot({ snapshots }: Disk): Snapshot | null {
  let newest: Snapshot | null = null;
  for (const each of snapshots)
    if (newest === null || compareZxid(each.zxid, newest.zxid) > 0) newest = each;
  return newest;
}

/** How many transactions stand in the log. */
export const logLength = ({ files }: Pick<Disk, 'files'>): number =>
  files.reduce((sum, { txns }) => sum + txns.length, 0);

/** The n-th transaction of the log, from 0. */
export function txnAt({ files }: Disk, index: number): Txn | null {
  let rest = index;
  for (const { txns } of files) {
    if (rest < txns.length) return at(txns, rest);
    rest -= txns.length;
  }
  return null;
}

/** The index of the first transaction that is not before this zxid. */
export function indexOf(disk: Disk, zxid: Zxid): number {
  let low = 0;
  let high = logLength(disk);
  while (low < high) {
    const middle = (low + high) >> 1;
    const txn = txnAt(disk, middle);
    if (txn !== null && compareZxid(txn.zxid, zxid) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Keeps the newest snapshots and every log that the oldest of them needs [PurgeTxnLog]: the file that
 * was being written when that snapshot was taken included.
 */
export function purged(disk: Disk, retain: number): Disk {
  const snapshots = disk.snapshots
    .toSorted((a, b) => compareZxid(b.zxid, a.zxid))
    .slice(0, retain)
    .toReversed();
  const oldest = snapshots[0];
  if (oldest === undefined || snapshots.length === disk.snapshots.length) return disk;
  const needed = disk.files.findLastIndex(({ name }) => compareZxid(name, oldest.zxid) <= 0);
  return { ...disk, files: disk.files.slice(Math.max(0, needed)), snapshots };
}
