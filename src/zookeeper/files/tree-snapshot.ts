/** From a tree to a snapshot and back [DataTree.serialize, deserialize]. */
import { compareZxid, ZERO } from '../../protocols/election/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import { copied, grown, hashOrder, longHashOrder } from '../records/java-hash.ts';
import { parentOf } from '../records/paths.ts';
import type { SessionId } from '../records/values.ts';
import { OPEN } from '../tree/acl-cache.ts';
import type { DataTree } from '../tree/data-tree.ts';
import { TreeLoader } from '../tree/load.ts';
import type { DataNode } from '../tree/node.ts';
import { entries } from '../tree/sorted-map.ts';
import { BadFile } from './bad-file.ts';
import type { RoundNodes, Snapshot, SnapshotContent, SnapshotNode } from './snapshot.ts';

/**
 * A tree as a real server would write it at this moment: siblings, sessions and ACLs in the order of
 * Java's sets and maps.
 */
export function snapshotOf(tree: DataTree): SnapshotContent {
  const sessions = [...entries(tree.sessions)].map(({ key: session, value: timeout }) => ({
    session,
    timeout,
  }));
  const acls = [...entries(tree.acls.lists)]
    .map(({ value: { number, acl } }) => ({ number, acl }))
    .toSorted((a, b) => a.number - b.number);
  return {
    sessions: longHashOrder(sessions, copied(sessions.length), ({ session }) => halves(session)),
    acls: longHashOrder(acls, copied(acls.length), ({ number }) => ({ high: 0, low: number })),
    nodes: nodesOf(tree.root),
    digest: tree.zxidDigest ?? { zxid: ZERO, digest: 0 },
  };
}

/** The nodes of a snapshot as they come, and in the end the tree that they make. */
export class SnapshotTree {
  private readonly loader = new TreeLoader();
  /** The first that does not fit: told once the whole file is known to be as it was written. */
  private problem: BadFile | null = null;
  /** Who names each ACL first. */
  private readonly namers = new Map<number, { readonly path: string; readonly offset: number }>();

  get nodes(): number {
    return this.loader.size;
  }

  add({ path, data, acl, stat }: SnapshotNode, offset: number): void {
    if (this.problem !== null) return;
    this.problem = this.misplaced(path, offset);
    if (this.problem !== null) return;
    if (!this.namers.has(acl)) this.namers.set(acl, { path, offset });
    this.loader.add({ path, fields: { ...stat, data, acl } });
  }

  /**
   * @param zxid the last one that the snapshot holds for certain: its name
   * @throws BadFile when nodes, parents and ACLs do not fit together
   */
  tree({ acls, sessions, digest, checksumOffset }: RoundNodes, zxid: Zxid): DataTree {
    const numbers = new Set(acls.map(({ number }) => number)).add(OPEN);
    for (const [acl, { path, offset }] of this.namers) {
      if (numbers.has(acl)) continue;
      throw new BadFile('unknown-acl', offset, `"${path}" has ACL ${acl}, which is not there`);
    }
    if (this.problem !== null) throw this.problem;
    if (this.nodes === 0) throw new BadFile('no-parent', checksumOffset, 'no root');
    const zxidDigest = digest !== null && compareZxid(digest.zxid, ZERO) > 0 ? digest : null;
    return this.loader.tree({ acls, sessions, lastZxid: zxid, zxidDigest });
  }

  private misplaced(path: string, offset: number): BadFile | null {
    const { nodes, loader } = this;
    if ((nodes === 0) !== (path === '') || (nodes > 0 && !path.startsWith('/')) || loader.has(path))
      return new BadFile('bad-path', offset, `node ${nodes} has the path "${path}"`);
    if (nodes > 0 && !loader.has(parentOf(path)))
      return new BadFile('no-parent', offset, `"${path}" comes before its parent`);
    return null;
  }
}

/**
 * The tree of a snapshot that is here whole.
 * @throws BadFile
 */
export function treeOf(snapshot: Snapshot, zxid: Zxid): DataTree {
  const tree = new SnapshotTree();
  for (const [i, node] of snapshot.nodes.entries()) tree.add(node, snapshot.offsets[i] ?? 0);
  return tree.tree(snapshot, zxid);
}

/** Parents first; siblings in the order of a set that began with eight buckets. */
function nodesOf(root: DataNode): SnapshotNode[] {
  const nodes: SnapshotNode[] = [];
  const open: { readonly path: string; readonly node: DataNode }[] = [{ path: '', node: root }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, node } = next;
    nodes.push({ path, data: node.data, acl: node.acl, stat: node });
    const children = [...entries(node.children)].toSorted((a, b) =>
      compareZxid(a.value.czxid, b.value.czxid),
    );
    const ordered = hashOrder(children, grown(8, children.length), ({ key }) => key);
    for (const { key, value } of ordered.toReversed()) {
      open.push({ path: `${path}/${key}`, node: value });
    }
  }
  return nodes;
}

function halves(session: SessionId): { readonly high: number; readonly low: number } {
  const digits = session.slice(2).padStart(16, '0');
  return {
    high: Number.parseInt(digits.slice(0, 8), 16),
    low: Number.parseInt(digits.slice(8), 16),
  };
}
