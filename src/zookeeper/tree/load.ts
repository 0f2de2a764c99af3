import type { Zxid } from '../../view/zxid.ts';
import type { Acl } from '../records/acl.ts';
import { ownerKind } from '../records/owner.ts';
import { nameOf, parentOf } from '../records/paths.ts';
import { keyOfAcl, noAcls } from './acl-cache.ts';
import type { AclCache } from './acl-cache.ts';
import { QUOTA_NODE } from './data-tree.ts';
import type { DataTree, ZxidDigest } from './data-tree.ts';
import { newNode, withChild } from './node.ts';
import type { DataNode, NodeFields } from './node.ts';
import { counted, LIMIT_NODE } from './quota.ts';
import { get, set } from './sorted-map.ts';
import type { SortedMap } from './sorted-map.ts';

export interface LoadedNode {
  /** `''` for the root. */
  readonly path: string;
  readonly fields: NodeFields;
}

/** What a snapshot holds; everything else of a tree follows from it. */
export interface Loaded {
  /** The root first, every other one after its parent. */
  readonly nodes: readonly LoadedNode[];
  readonly acls: readonly { readonly number: number; readonly acl: readonly Acl[] }[];
  readonly sessions: readonly { readonly session: string; readonly timeout: number }[];
  readonly lastZxid: Zxid;
  readonly zxidDigest: ZxidDigest | null;
}

/**
 * A tree from its parts: lists of ephemerals, containers and quotas, uses of ACLs, digest and size are
 * counted anew, and the statistics of quotas too [DataTree.deserialize, setupQuota].
 */
export function loadedTree({ nodes, acls, sessions, lastZxid, zxidDigest }: Loaded): DataTree {
  const uses = new Map<number, number>();
  let ephemerals: DataTree['ephemerals'] = null;
  let containers: SortedMap<true> = null;
  let ttls: SortedMap<true> = null;
  let quotas: SortedMap<true> = null;
  let digest = 0;
  let dataSize = 1;
  for (const { path, fields } of nodes) {
    uses.set(fields.acl, (uses.get(fields.acl) ?? 0) + 1);
    dataSize += path.length + (fields.data?.length ?? 0);
    const kind = path === '' ? 'none' : ownerKind(fields.owner);
    if (kind === 'container') containers = set<true>(containers, path, true);
    if (kind === 'ttl') ttls = set<true>(ttls, path, true);
    if (kind === 'session') {
      const paths: SortedMap<true> = get(ephemerals, fields.owner) ?? null;
      ephemerals = set<SortedMap<true>>(ephemerals, fields.owner, set<true>(paths, path, true));
    }
    if (path.startsWith(`${QUOTA_NODE}/`) && nameOf(path) === LIMIT_NODE) {
      quotas = set<true>(quotas, parentOf(path).slice(QUOTA_NODE.length), true);
    }
  }
  const root = rootOf(nodes, (part) => (digest += part));
  const tree: DataTree = {
    root,
    acls: cacheOf(acls, uses),
    ephemerals,
    containers,
    ttls,
    quotas,
    sessions: sessions.reduce<SortedMap<number>>(
      (map, { session, timeout }) => set(map, session, timeout),
      null,
    ),
    lastZxid,
    digest,
    zxidDigest,
    dataSize,
  };
  let result = tree;
  for (const { path } of nodes) {
    if (!path.startsWith(`${QUOTA_NODE}/`) || nameOf(path) !== LIMIT_NODE) continue;
    result = counted(result, parentOf(path).slice(QUOTA_NODE.length));
  }
  return result;
}

/** Children are put in from the last node to the first, so that each is whole when it is put in. */
function rootOf(nodes: readonly LoadedNode[], count: (digest: number) => void): DataNode {
  const made = new Map<string, DataNode>();
  for (const { path, fields } of nodes) {
    const node = newNode(path, fields);
    count(node.digest);
    made.set(path, node);
  }
  for (const { path } of nodes.toReversed()) {
    const node = made.get(path);
    const parent = made.get(parentOf(path));
    if (path === '' || node === undefined || parent === undefined) continue;
    made.set(parentOf(path), withChild(parent, nameOf(path), node));
  }
  const root = made.get('');
  if (root === undefined) throw new RangeError('a tree without a root');
  return root;
}

function cacheOf(acls: Loaded['acls'], uses: ReadonlyMap<number, number>): AclCache {
  let { last, numbers, lists } = noAcls;
  for (const { number, acl } of acls) {
    last = Math.max(last, number);
    const used = uses.get(number);
    if (used === undefined) continue;
    numbers = set(numbers, keyOfAcl(acl), number);
    lists = set(lists, String(number), { number, acl, uses: used });
  }
  return { last, numbers, lists };
}
