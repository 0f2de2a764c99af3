import type { Edit } from '../../kernel/edit.ts';
import { namesOf } from '../records/paths.ts';
import { ownerKind } from '../records/owner.ts';
import type { Stat, StatPersisted } from '../records/stat.ts';
import { NO_SESSION } from '../records/values.ts';
import type { Bytes } from '../records/values.ts';
import { nodeDigest } from './digest.ts';
import { get, remove, set, sizeOf } from './sorted-map.ts';
import type { SortedMap } from './sorted-map.ts';

/** A znode, with all that is below it [DataNode]. */
export interface DataNode extends StatPersisted {
  readonly data: Bytes | null;
  /** Number in the tree's cache of ACLs. */
  readonly acl: number;
  readonly children: SortedMap<DataNode>;
  /** Nodes from here down, this one included. */
  readonly total: number;
  /** Its part of the tree's digest. */
  readonly digest: number;
}

/** What of a node does not follow from something else. */
export type NodeFields = StatPersisted & Pick<DataNode, 'data' | 'acl'>;

export function newNode(path: string, fields: NodeFields): DataNode {
  const { czxid, mzxid, pzxid, ctime, mtime, version, cversion, aversion, owner } = fields;
  const { data, acl } = fields;
  // One literal: with a spread in it a record of this size took most of the time of opening a large tree.
  return {
    czxid,
    mzxid,
    pzxid,
    ctime,
    mtime,
    version,
    cversion,
    aversion,
    owner,
    data,
    acl,
    children: null,
    total: 1,
    digest: nodeDigest(path, data, fields),
  };
}

/** A copy to be changed. */
const editNode = (of: DataNode): Edit<DataNode> => ({
  czxid: of.czxid,
  mzxid: of.mzxid,
  pzxid: of.pzxid,
  ctime: of.ctime,
  mtime: of.mtime,
  version: of.version,
  cversion: of.cversion,
  aversion: of.aversion,
  owner: of.owner,
  data: of.data,
  acl: of.acl,
  children: of.children,
  total: of.total,
  digest: of.digest,
});

/** A node with other fields; its children stay. */
export function changed(path: string, node: DataNode, fields: Partial<NodeFields>): DataNode {
  const next = { ...node, ...fields };
  next.digest = nodeDigest(path, next.data, next);
  return next;
}

/** A node with other data: by far the most frequent change. */
export function written(
  path: string,
  node: DataNode,
  { data, version, mzxid, mtime }: Pick<DataNode, 'data' | 'version' | 'mzxid' | 'mtime'>,
): DataNode {
  const next = editNode(node);
  next.data = data;
  next.version = version;
  next.mzxid = mzxid;
  next.mtime = mtime;
  next.digest = nodeDigest(path, data, next);
  return next;
}

/** With a child set or, for null, removed. */
export function withChild(node: DataNode, name: string, child: DataNode | null): DataNode {
  const before = get(node.children, name)?.total ?? 0;
  const next = editNode(node);
  next.children = child === null ? remove(node.children, name) : set(node.children, name, child);
  next.total = node.total - before + (child?.total ?? 0);
  return next;
}

/** `''` and `/` both name the root. */
export function nodeBelow(root: DataNode, path: string): DataNode | undefined {
  if (path !== '' && !path.startsWith('/')) return undefined;
  let node: DataNode | undefined = root;
  for (const name of namesOf(path)) {
    node = get(node.children, name);
    if (node === undefined) return undefined;
  }
  return node;
}

/** The root with another node at a path that exists: only what leads there is made anew. */
export function replaced(root: DataNode, path: string, node: DataNode): DataNode {
  const names = namesOf(path);
  const way: DataNode[] = [];
  let here: DataNode | undefined = root;
  for (const name of names) {
    if (here === undefined) return root;
    way.push(here);
    here = get(here.children, name);
  }
  let result = node;
  for (let i = names.length - 1; i >= 0; i--) {
    const parent = way[i];
    const name = names[i];
    if (parent !== undefined && name !== undefined) result = withChild(parent, name, result);
  }
  return result;
}

/** What a client is told [DataNode.copyStat]. */
export function statOf(node: DataNode): Stat {
  const { czxid, mzxid, pzxid, ctime, mtime, version, cversion, aversion, owner, data } = node;
  const numChildren = sizeOf(node.children);
  return {
    czxid,
    mzxid,
    pzxid,
    ctime,
    mtime,
    version,
    cversion: (cversion * 2 - numChildren) | 0,
    aversion,
    ephemeralOwner: ownerKind(owner) === 'session' ? owner : NO_SESSION,
    dataLength: data?.length ?? 0,
    numChildren,
  };
}
