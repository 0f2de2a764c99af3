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

/** What a tree is made of besides its nodes; everything else of it follows from both. */
export interface LoadedRest {
  readonly acls: readonly { readonly number: number; readonly acl: readonly Acl[] }[];
  readonly sessions: readonly { readonly session: string; readonly timeout: number }[];
  readonly lastZxid: Zxid;
  readonly zxidDigest: ZxidDigest | null;
}

/**
 * Makes a tree from its parts, whose nodes come one after the other and are held once: lists of
 * ephemerals, containers and quotas, uses of ACLs, digest and size are counted anew, and the statistics
 * of quotas too [DataTree.deserialize, setupQuota].
 */
export class TreeLoader {
  /** By path. */
  private readonly made = new Map<string, DataNode>();
  private readonly uses = new Map<number, number>();
  private readonly limits: string[] = [];
  private ephemerals: DataTree['ephemerals'] = null;
  private containers: SortedMap<true> = null;
  private ttls: SortedMap<true> = null;
  private quotas: SortedMap<true> = null;
  private digest = 0;
  private dataSize = 1;

  has(path: string): boolean {
    return this.made.has(path);
  }

  get size(): number {
    return this.made.size;
  }

  /** The root first, every other one after its parent. */
  add({ path, fields }: LoadedNode): void {
    const node = newNode(path, fields);
    this.made.set(path, node);
    this.digest += node.digest;
    this.uses.set(fields.acl, (this.uses.get(fields.acl) ?? 0) + 1);
    this.dataSize += path.length + (fields.data?.length ?? 0);
    const kind = path === '' ? 'none' : ownerKind(fields.owner);
    if (kind === 'container') this.containers = set<true>(this.containers, path, true);
    if (kind === 'ttl') this.ttls = set<true>(this.ttls, path, true);
    if (kind === 'session') {
      const paths: SortedMap<true> = get(this.ephemerals, fields.owner) ?? null;
      const more = set<true>(paths, path, true);
      this.ephemerals = set<SortedMap<true>>(this.ephemerals, fields.owner, more);
    }
    if (path.startsWith(`${QUOTA_NODE}/`) && nameOf(path) === LIMIT_NODE) {
      const limited = parentOf(path).slice(QUOTA_NODE.length);
      this.limits.push(limited);
      this.quotas = set<true>(this.quotas, limited, true);
    }
  }

  /** The tree, once all nodes have come. */
  tree({ acls, sessions, lastZxid, zxidDigest }: LoadedRest): DataTree {
    const tree: DataTree = {
      root: this.root(),
      acls: cacheOf(acls, this.uses),
      ephemerals: this.ephemerals,
      containers: this.containers,
      ttls: this.ttls,
      quotas: this.quotas,
      sessions: sessions.reduce<SortedMap<number>>(
        (map, { session, timeout }) => set(map, session, timeout),
        null,
      ),
      lastZxid,
      digest: this.digest,
      zxidDigest,
      dataSize: this.dataSize,
    };
    return this.limits.reduce(counted, tree);
  }

  /** Children are put in from the last node to the first, so that each is whole when it is put in. */
  private root(): DataNode {
    const { made } = this;
    for (const path of [...made.keys()].toReversed()) {
      const node = made.get(path);
      const parent = made.get(parentOf(path));
      if (path === '' || node === undefined || parent === undefined) continue;
      made.set(parentOf(path), withChild(parent, nameOf(path), node));
      made.delete(path);
    }
    const root = made.get('');
    if (root === undefined) throw new RangeError('a tree without a root');
    return root;
  }
}

function cacheOf(acls: LoadedRest['acls'], uses: ReadonlyMap<number, number>): AclCache {
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
