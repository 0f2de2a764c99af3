/** How large a server's files would be on a real disk, in bytes [FileSnap, FilePadding]. */
import { at } from '../../kernel/pages.ts';
import type { Acl } from '../records/acl.ts';
import { utf8Of } from '../records/utf8.ts';
import { txnSize } from '../records/txn-size.ts';
import type { Disk, LogFile } from './disk.ts';
import type { DataTree } from '../tree/data-tree.ts';
import { entries, sizeOf } from '../tree/sorted-map.ts';

const INT = 4;
const LONG = 8;
/** [StatPersisted] */
const STAT = 60;
/** Magic, version, database [FileHeader]. */
const LOG_HEADER = 16;
/** Checksum and length before a transaction, a mark behind it. */
const RECORD = LONG + INT + 1;
/** KiB. */
const PRE_ALLOC = 65_536;
/** From so many bytes before its end on a file grows [FilePadding]. */
const PADDING_MARGIN = 4096;

const stringSize = (text: string): number => INT + utf8Of(text).length;

const aclSize = (acl: readonly Acl[]): number =>
  acl.reduce((sum, { scheme, id }) => sum + INT + stringSize(scheme) + stringSize(id), INT);

/** With its digest; checksum and mark stand once behind the tree and once behind the digest. */
export function snapshotSize(tree: DataTree): number {
  const header = INT + INT + LONG;
  const sessions = INT + sizeOf(tree.sessions) * (LONG + INT);
  let acls = INT;
  for (const { value } of entries(tree.acls.lists)) acls += LONG + aclSize(value.acl);
  // The tree counts the root's path twice: as '' and as '/'.
  const nodes = tree.root.total * (INT + INT + LONG + STAT) + tree.dataSize - 1;
  const digest = LONG + INT + LONG;
  const seals = 2 * (LONG + stringSize('/'));
  return header + sessions + acls + nodes + stringSize('/') + digest + seals;
}

/** A file that grows by so many bytes, once it has been written up to `position` [FilePadding]. */
export function paddedSize(position: number, size: number, preAllocSize: number): number {
  if (preAllocSize <= 0 || position + PADDING_MARGIN < size) return size;
  if (position <= size) return size + preAllocSize;
  const longer = position + preAllocSize;
  return longer - (longer % preAllocSize);
}

/** @param preAllocSize KiB of zeros by which it grows; 0: by what is written */
export function logFileSize({ txns, cut }: LogFile, preAllocSize = PRE_ALLOC): number {
  let position = LOG_HEADER;
  let size = LOG_HEADER;
  for (let index = 0; index < txns.length; index++) {
    const txn = at(txns, index);
    if (cut !== true) size = paddedSize(position, size, preAllocSize * 1024);
    if (txn !== null) position += RECORD + txnSize(txn);
  }
  return Math.max(size, position);
}

/** Whether log files together are not larger than so many bytes; of large ones it is enough to count them. */
export function isLogWithin(
  files: readonly LogFile[],
  limit: number,
  preAllocSize = PRE_ALLOC,
): boolean {
  const padded = files.filter(({ cut }) => cut !== true);
  if (padded.length * preAllocSize * 1024 > limit) return false;
  return files.reduce((sum, file) => sum + logFileSize(file, preAllocSize), 0) <= limit;
}

/** Snapshots and logs apart: they may lie in two folders. */
export const diskSizes = (
  { files, snapshots }: Disk,
  preAllocSize?: number,
): { snapshots: number; logs: number } => ({
  snapshots: snapshots.reduce((sum, { tree }) => sum + snapshotSize(tree), 0),
  logs: files.reduce((sum, file) => sum + logFileSize(file, preAllocSize), 0),
});
