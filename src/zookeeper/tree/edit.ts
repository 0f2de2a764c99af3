/** What transactions do to the tree. Each returns a refusal, as a code, instead of a tree. */
import type { Edit } from '../../kernel/edit.ts';
import { compareZxid } from '../../protocols/election/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { Acl } from '../records/acl.ts';
import type { Code } from '../records/codes.ts';
import { ownerKind } from '../records/owner.ts';
import { nameOf, parentOf } from '../records/paths.ts';
import type { Bytes, SessionId, WallMs } from '../records/values.ts';
import { intern, release } from './acl-cache.ts';
import { aclOf, editTree, nodeAt } from './data-tree.ts';
import type { DataTree } from './data-tree.ts';
import { changed, newNode, replaced, withChild, written } from './node.ts';
import type { DataNode } from './node.ts';
import { countChange, quotaGone, quotaMade } from './quota.ts';
import { entries, get, remove, set } from './sorted-map.ts';
import type { SortedMap } from './sorted-map.ts';

/** What happened to a node, for those who watch it; `acl` decides who may be told. */
export type Change =
  | {
      readonly kind: 'created' | 'deleted';
      readonly path: string;
      readonly acl: readonly Acl[];
      /** `/` for the root. */
      readonly parent: string;
      readonly parentAcl: readonly Acl[];
    }
  | { readonly kind: 'dataChanged'; readonly path: string; readonly acl: readonly Acl[] };

export interface Edited {
  readonly tree: DataTree;
  readonly change: Change;
}

export interface Creation {
  readonly path: string;
  readonly data: Bytes | null;
  readonly acl: readonly Acl[];
  readonly owner: SessionId;
  /** The parent's counter of creates afterwards; −1: one more than it is. */
  readonly parentCVersion: number;
  readonly zxid: Zxid;
  readonly time: WallMs;
}

/** Bytes that a node counts for in the approximate data size. */
const sizeOfNode = (path: string, data: Bytes | null): number => path.length + (data?.length ?? 0);

/** [DataTree.createNode] */
export function createNode(tree: DataTree, creation: Creation): Edited | Code {
  const { path, data, acl, owner, zxid, time } = creation;
  const parentPath = parentOf(path);
  const name = nameOf(path);
  const parent = nodeAt(tree, parentPath);
  if (parent === undefined) return 'NoNode';
  if (name === '' || get(parent.children, name) !== undefined) return 'NodeExists';
  const cversion = creation.parentCVersion === -1 ? parent.cversion + 1 : creation.parentCVersion;
  // A replayed create never takes the counter back; nor can one that has overflowed.
  const counted =
    cversion > parent.cversion ? changed(parentPath, parent, { cversion, pzxid: zxid }) : parent;
  const interned = intern(tree.acls, acl);
  const node = newNode(path, {
    czxid: zxid,
    mzxid: zxid,
    pzxid: zxid,
    ctime: time,
    mtime: time,
    version: 0,
    cversion: 0,
    aversion: 0,
    owner,
    data,
    acl: interned.number,
  });
  const change: Change = {
    kind: 'created',
    path,
    acl,
    parent: parentPath === '' ? '/' : parentPath,
    parentAcl: aclOf(tree, parent),
  };
  const made: DataTree = {
    ...tree,
    acls: interned.cache,
    root: replaced(tree.root, parentPath, withChild(counted, name, node)),
    digest: tree.digest - parent.digest + counted.digest + node.digest,
    dataSize: tree.dataSize + sizeOfNode(path, data),
    ...listed(tree, path, owner, true),
  };
  const counting = quotaMade(made, parentPath, name);
  return { tree: countChange(counting, path, data?.length ?? 0, 1), change };
}

/**
 * Whether there are children is not asked: only when a log is replayed on a tree that is ahead of it
 * can there be any, and then their own transactions follow, and make them anew [DataTree.deleteNode].
 */
export function deleteNode(tree: DataTree, path: string, zxid: Zxid): Edited | DataTree | Code {
  const parentPath = parentOf(path);
  const name = nameOf(path);
  const parent = nodeAt(tree, parentPath);
  if (parent === undefined) return 'NoNode';
  // Even a child that is gone already (a replay) leaves its mark on the parent.
  const marked =
    compareZxid(zxid, parent.pzxid) > 0 ? changed(parentPath, parent, { pzxid: zxid }) : parent;
  const node = get(parent.children, name);
  const digest = tree.digest - parent.digest + marked.digest;
  if (node === undefined) {
    return { ...tree, root: replaced(tree.root, parentPath, marked), digest };
  }
  const change: Change = {
    kind: 'deleted',
    path,
    acl: aclOf(tree, node),
    parent: parentPath === '' ? '/' : parentPath,
    parentAcl: aclOf(tree, parent),
  };
  const less: DataTree = {
    ...forgotten({ ...tree, digest }, path, node),
    root: replaced(tree.root, parentPath, withChild(marked, name, null)),
  };
  const counting = quotaGone(less, parentPath, name);
  return { tree: countChange(counting, path, -(node.data?.length ?? 0), -1), change };
}

export interface NewData {
  readonly path: string;
  readonly data: Bytes | null;
  readonly version: number;
  readonly zxid: Zxid;
  readonly time: WallMs;
}

/** [DataTree.setData] */
export function setData(
  tree: DataTree,
  { path, data, version, zxid, time }: NewData,
): Edited | Code {
  const node = nodeAt(tree, path);
  if (node === undefined) return 'NoNode';
  const next = written(path, node, { data, version, mzxid: zxid, mtime: time });
  const bytes = (data?.length ?? 0) - (node.data?.length ?? 0);
  const edited = put(tree, path, node, next);
  edited.dataSize += bytes;
  return {
    tree: countChange(edited, path, bytes, 0),
    change: { kind: 'dataChanged', path, acl: aclOf(tree, node) },
  };
}

/** No watch fires [DataTree.setACL]. */
export function setAcl(
  tree: DataTree,
  path: string,
  acl: readonly Acl[],
  version: number,
): DataTree | Code {
  const node = nodeAt(tree, path);
  if (node === undefined) return 'NoNode';
  const { cache, number } = intern(release(tree.acls, node.acl), acl);
  const next = changed(path, node, { acl: number, aversion: version });
  return { ...put(tree, path, node, next), acls: cache };
}

/** A create replayed on a node that is there already [DataTree.setCversionPzxid]. */
export function countCreate(tree: DataTree, path: string, cversion: number, zxid: Zxid): DataTree {
  const node = nodeAt(tree, path);
  if (node === undefined || cversion <= node.cversion) return tree;
  return put(tree, path, node, changed(path, node, { cversion, pzxid: zxid }));
}

function put(tree: DataTree, path: string, before: DataNode, after: DataNode): Edit<DataTree> {
  const edited = editTree(tree);
  edited.root = replaced(tree.root, path, after);
  edited.digest += after.digest - before.digest;
  return edited;
}

/** A node and all below it are on no list any more; the root is the caller's. */
function forgotten(tree: DataTree, path: string, node: DataNode): DataTree {
  let rest: DataTree = {
    ...tree,
    acls: release(tree.acls, node.acl),
    digest: tree.digest - node.digest,
    dataSize: tree.dataSize - sizeOfNode(path, node.data),
    ...listed(tree, path, node.owner, false),
  };
  for (const { key, value } of entries(node.children)) {
    rest = forgotten(rest, `${path}/${key}`, value);
  }
  return rest;
}

type Lists = Pick<DataTree, 'ephemerals' | 'containers' | 'ttls'>;

/** Puts a path on the list of its kind, or takes it off. */
function listed(tree: DataTree, path: string, owner: SessionId, there: boolean): Partial<Lists> {
  const mark = (map: SortedMap<true>): SortedMap<true> =>
    there ? set<true>(map, path, true) : remove(map, path);
  switch (ownerKind(owner)) {
    case 'none':
      return {};
    case 'container':
      return { containers: mark(tree.containers) };
    case 'ttl':
      return { ttls: mark(tree.ttls) };
    case 'session': {
      const paths = mark(get(tree.ephemerals, owner) ?? null);
      return {
        ephemerals:
          paths === null ? remove(tree.ephemerals, owner) : set(tree.ephemerals, owner, paths),
      };
    }
  }
}
