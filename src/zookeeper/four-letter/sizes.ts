/** How large a server's files would be on a real disk, in bytes [FileSnap, FilePadding]. */
import type { Acl } from '../records/acl.ts';
import { utf8Of } from '../records/utf8.ts';
import type { Disk } from '../server/disk.ts';
import type { DataTree } from '../tree/data-tree.ts';
import { entries, sizeOf } from '../tree/sorted-map.ts';

const INT = 4;
const LONG = 8;
/** [StatPersisted] */
const STAT = 60;
/** A log file has its header and 64 MiB, zeros at first, from its first transaction on. */
const LOG_FILE = 16 + 65_536 * 1024;

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

/** Snapshots and logs apart: they may lie in two folders. */
export const diskSizes = ({ files, snapshots }: Disk): { snapshots: number; logs: number } => ({
  snapshots: snapshots.reduce((sum, { tree }) => sum + snapshotSize(tree), 0),
  logs: files.length * LOG_FILE,
});
