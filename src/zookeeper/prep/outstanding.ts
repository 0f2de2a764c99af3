/**
 * What transactions that are on their way will have changed [ZooKeeperServer.outstandingChanges,
 * ChangeRecord]: a request is judged by the tree as it will be when its turn comes.
 */
import { compareZxid } from '../../protocols/election/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { Acl } from '../records/acl.ts';
import type { StatPersisted } from '../records/stat.ts';
import type { Bytes } from '../records/values.ts';
import { aclOf, nodeAt } from '../tree/data-tree.ts';
import type { DataTree } from '../tree/data-tree.ts';
import { nodeDigest } from '../tree/digest.ts';
import { get, remove, set, sizeOf } from '../tree/sorted-map.ts';
import type { SortedMap } from '../tree/sorted-map.ts';

/** A node as it will be. The root goes by two names, `''` as a parent and `/`, which do not meet. */
export interface FutureNode {
  readonly stat: StatPersisted;
  readonly childCount: number;
  readonly acl: readonly Acl[];
  readonly data: Bytes | null;
  readonly digest: number;
}

interface ChangeRecord {
  readonly zxid: Zxid;
  readonly path: string;
  /** null: it will be gone. */
  readonly node: FutureNode | null;
  /** Of the whole tree after this change. */
  readonly treeDigest: number;
}

export interface Outstanding {
  /** In the order in which they were made. */
  readonly records: readonly ChangeRecord[];
  /** The last one of each path. */
  readonly latest: SortedMap<ChangeRecord>;
}

export const nothingOutstanding: Outstanding = { records: [], latest: null };

/** A node as the next request will find it; null when there is none. */
export function futureNode(
  tree: DataTree,
  outstanding: Outstanding,
  path: string,
): FutureNode | null {
  const record = get(outstanding.latest, path);
  if (record !== undefined) return record.node;
  const node = nodeAt(tree, path);
  if (node === undefined) return null;
  const { data, children, digest } = node;
  return { stat: node, childCount: sizeOf(children), acl: aclOf(tree, node), data, digest };
}

export const futureDigest = (tree: DataTree, outstanding: Outstanding): number =>
  outstanding.records.at(-1)?.treeDigest ?? tree.digest;

/** A node will be as given; its digest is computed here. */
export function willBe(
  tree: DataTree,
  outstanding: Outstanding,
  zxid: Zxid,
  path: string,
  node: Omit<FutureNode, 'digest'> | null,
): Outstanding {
  const before = futureNode(tree, outstanding, path)?.digest ?? 0;
  const next = node && { ...node, digest: nodeDigest(path, node.data, node.stat) };
  const treeDigest = futureDigest(tree, outstanding) - before + (next?.digest ?? 0);
  const record = { zxid, path, node: next, treeDigest };
  return {
    records: [...outstanding.records, record],
    latest: set(outstanding.latest, path, record),
  };
}

/** Transactions up to `zxid` are in the tree now [ZooKeeperServer.processTxn]. */
export function settled(outstanding: Outstanding, zxid: Zxid): Outstanding {
  let done = 0;
  let { latest } = outstanding;
  for (const record of outstanding.records) {
    if (compareZxid(record.zxid, zxid) > 0) break;
    if (get(latest, record.path) === record) latest = remove(latest, record.path);
    done++;
  }
  return done === 0 ? outstanding : { records: outstanding.records.slice(done), latest };
}
