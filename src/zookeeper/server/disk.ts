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
}

/** `snapshot.<zxid>`: the database as it was after this transaction. */
export interface Snapshot {
  readonly zxid: Zxid;
  readonly tree: DataTree;
}

/** Both lists in the order in which their files were begun. */
export interface Disk {
  readonly files: readonly LogFile[];
  readonly snapshots: readonly Snapshot[];
}

export const blankDisk: Disk = { files: [], snapshots: [] };

/** Writes a transaction to the newest file, or to a new one [FileTxnLog.append]. */
export function append({ files, snapshots }: Disk, txn: Txn, open: boolean): Disk {
  const newest = files[files.length - 1];
  if (!open || newest === undefined) {
    return { files: [...files, { name: txn.zxid, txns: push(noPages, txn) }], snapshots };
  }
  return { files: [...files.slice(0, -1), { ...newest, txns: push(newest.txns, txn) }], snapshots };
}

/** A snapshot of the same zxid replaces the one before. */
export function withSnapshot({ files, snapshots }: Disk, snapshot: Snapshot): Disk {
  const others = snapshots.filter(({ zxid }) => compareZxid(zxid, snapshot.zxid) !== 0);
  return { files, snapshots: [...others, snapshot] };
}

/** The newest snapshot; null on an empty disk. */
export const newestSnapshot = ({ snapshots }: Disk): Snapshot | null =>
  snapshots.toSorted((a, b) => compareZxid(b.zxid, a.zxid))[0] ?? null;

/** How many transactions stand in the log. */
export const logLength = ({ files }: Disk): number =>
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
  return { files: disk.files.slice(Math.max(0, needed)), snapshots };
}
