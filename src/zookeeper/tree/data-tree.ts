import type { Edit } from '../../kernel/edit.ts';
import { ZERO } from '../../protocols/election/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import { PERMS } from '../records/acl.ts';
import type { Acl } from '../records/acl.ts';
import type { StatPersisted } from '../records/stat.ts';
import { NO_SESSION } from '../records/values.ts';
import type { SessionId } from '../records/values.ts';
import { aclAt, intern, noAcls, OPEN } from './acl-cache.ts';
import type { AclCache } from './acl-cache.ts';
import { newNode, nodeBelow, withChild } from './node.ts';
import type { DataNode } from './node.ts';
import { get, keysOf } from './sorted-map.ts';
import type { SortedMap } from './sorted-map.ts';

/**
 * A server's whole database, immutable: what a snapshot holds, and what follows from it. A write makes
 * O(log n) new objects and shares the rest, so keeping an old tree costs only what has changed since.
 */
export interface DataTree {
  readonly root: DataNode;
  readonly acls: AclCache;
  /** Paths by session. */
  readonly ephemerals: SortedMap<SortedMap<true>>;
  readonly containers: SortedMap<true>;
  /** Nodes with a time to live. */
  readonly ttls: SortedMap<true>;
  /** Paths that have a quota. */
  readonly quotas: SortedMap<true>;
  /** Timeouts in ms of the sessions that transactions have opened and not closed [ZKDatabase]. */
  readonly sessions: SortedMap<number>;
  readonly lastZxid: Zxid;
  /** Sum of the nodes' digests. */
  readonly digest: number;
  /** The digest after the last transaction; null before the first since the start. */
  readonly zxidDigest: ZxidDigest | null;
  /** Bytes of paths and data, as counted by the `mntr` word [DataTree.approximateDataSize]. */
  readonly dataSize: number;
}

/** A copy to be changed: written out, since to spread a record costs ten times as much. */
export const editTree = (of: DataTree): Edit<DataTree> => ({
  root: of.root,
  acls: of.acls,
  ephemerals: of.ephemerals,
  containers: of.containers,
  ttls: of.ttls,
  quotas: of.quotas,
  sessions: of.sessions,
  lastZxid: of.lastZxid,
  digest: of.digest,
  zxidDigest: of.zxidDigest,
  dataSize: of.dataSize,
});

export interface ZxidDigest {
  readonly zxid: Zxid;
  readonly digest: number;
}

export const CONFIG_NODE = '/zookeeper/config';
export const QUOTA_NODE = '/zookeeper/quota';
const PROC_NODE = '/zookeeper';

/** These cannot be deleted [DataTree.isSpecialPath]. */
export const isSpecialPath = (path: string): boolean =>
  path === '/' || path === PROC_NODE || path === QUOTA_NODE || path === CONFIG_NODE;

export const blankStat: StatPersisted = {
  czxid: ZERO,
  mzxid: ZERO,
  pzxid: ZERO,
  ctime: 0,
  mtime: 0,
  version: 0,
  cversion: 0,
  aversion: 0,
  owner: NO_SESSION,
};

const READ_ACL: readonly Acl[] = [{ scheme: 'world', id: 'anyone', perms: PERMS.READ }];

/** The tree of a server that has never run: four nodes, none of them created by anybody. */
export const emptyTree: DataTree = (() => {
  const { cache, number } = intern(noAcls, READ_ACL);
  const open = { ...blankStat, data: '', acl: OPEN };
  const config = newNode(CONFIG_NODE, { ...open, aversion: -1, acl: number });
  const quota = newNode(QUOTA_NODE, open);
  const proc = withChild(withChild(newNode(PROC_NODE, open), 'config', config), 'quota', quota);
  const root = withChild(newNode('', open), 'zookeeper', proc);
  return {
    root,
    acls: cache,
    ephemerals: null,
    containers: null,
    ttls: null,
    quotas: null,
    sessions: null,
    lastZxid: ZERO,
    digest: root.digest + proc.digest,
    zxidDigest: null,
    dataSize: '/'.length + PROC_NODE.length + QUOTA_NODE.length + CONFIG_NODE.length,
  };
})();

export const nodeAt = (tree: DataTree, path: string): DataNode | undefined =>
  nodeBelow(tree.root, path);

export const aclOf = (tree: DataTree, node: DataNode): readonly Acl[] => aclAt(tree.acls, node.acl);

/** The root among them, once. */
export const znodeCount = (tree: DataTree): number => tree.root.total;

/** As `srvr` prints it: the root is stored under two names [DataTree.getNodeCount]. */
export const nodeCount = (tree: DataTree): number => znodeCount(tree) + 1;

/** [DataTree.getEphemeralsCount] */
export function ephemeralCount(tree: DataTree): number {
  let count = 0;
  for (const session of keysOf(tree.ephemerals)) count += ephemeralsOf(tree, session).length;
  return count;
}

/** In order of their paths. */
export const ephemeralsOf = (tree: DataTree, session: SessionId): readonly string[] =>
  keysOf(get(tree.ephemerals, session) ?? null);

/** All descendants, without the node itself [DataTree.getAllChildrenNumber]. */
export const descendants = (node: DataNode): number => node.total - 1;

/** In order of their names. */
export const childNames = (node: DataNode): readonly string[] => keysOf(node.children);
