/** A snapshot as a tree. */
import { compareZxid, ZERO } from '../../protocols/election/zxid.ts';
import type { DigestCheck } from '../../view/opened-files.ts';
import type { Zxid } from '../../view/zxid.ts';
import { readSnapshot } from '../../zookeeper/files/snapshot.ts';
import type { Snapshot } from '../../zookeeper/files/snapshot.ts';
import { treeOf } from '../../zookeeper/files/tree-snapshot.ts';
import { tooMany } from './read-log.ts';
import type { DataTree } from '../../zookeeper/tree/data-tree.ts';

export interface ReadSnapshot {
  readonly name: string;
  readonly size: number;
  /** The nodes themselves are in the tree: held twice they would be most of the memory. */
  readonly content: Omit<Snapshot, 'nodes' | 'offsets'>;
  /** What it counts as, of the records that may be opened. */
  readonly records: number;
  readonly nodes: number;
  readonly zxid: Zxid;
  readonly tree: DataTree;
}

/**
 * @param most sessions, entries of ACLs and nodes
 * @throws BadFile when it is no snapshot, or a broken one, or has more nodes
 */
export function readTree(name: string, bytes: Uint8Array, most: number): ReadSnapshot {
  let records = 0;
  const read = readSnapshot(bytes, (offset) => {
    if (++records > most) throw tooMany(offset);
  });
  const zxid = zxidOf(name, read);
  const { nodes, offsets: _, ...content } = read;
  const tree = treeOf(read, zxid);
  return { name, size: bytes.length, content, records, nodes: nodes.length, zxid, tree };
}

/**
 * Up to which transaction it holds everything: that is its name. With another name: its digest's, or
 * the greatest that any of its nodes has.
 */
function zxidOf(name: string, { digest, nodes }: Snapshot): Zxid {
  const hex = /snapshot\.([0-9a-f]{1,16})\b/iu.exec(name)?.[1]?.padStart(16, '0');
  if (hex !== undefined) {
    const [epoch, counter] = [hex.slice(0, 8), hex.slice(8)].map((half) =>
      Number.parseInt(half, 16),
    );
    return { epoch: epoch ?? 0, counter: counter ?? 0 };
  }
  if (digest !== null && compareZxid(digest.zxid, ZERO) > 0) return digest.zxid;
  let last = ZERO;
  for (const { stat } of nodes) {
    for (const zxid of [stat.czxid, stat.mzxid, stat.pzxid]) {
      if (compareZxid(zxid, last) > 0) last = zxid;
    }
  }
  return last;
}

/** A snapshot is written while the server works: its digest may be of a later transaction than its name. */
export function digestOf({ content, zxid, tree }: ReadSnapshot): DigestCheck {
  const { digest } = content;
  if (digest === null || compareZxid(digest.zxid, ZERO) === 0) {
    return { state: 'none', compared: 0, at: null };
  }
  if (compareZxid(digest.zxid, zxid) > 0) return { state: 'unknown', compared: 0, at: null };
  const same = digest.digest === tree.digest;
  return { state: same ? 'ok' : 'differs', compared: 1, at: same ? null : digest.zxid };
}
