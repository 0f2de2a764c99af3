/** From a tree to a snapshot and back [DataTree.serialize, deserialize]. */
import { compareZxid, ZERO } from '../../protocols/election/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import { copied, grown, hashOrder, longHashOrder } from '../records/java-hash.ts';
import { parentOf } from '../records/paths.ts';
import type { SessionId } from '../records/values.ts';
import { OPEN } from '../tree/acl-cache.ts';
import type { DataTree } from '../tree/data-tree.ts';
import { loadedTree } from '../tree/load.ts';
import type { LoadedNode } from '../tree/load.ts';
import type { DataNode } from '../tree/node.ts';
import { entries } from '../tree/sorted-map.ts';
import { BadFile } from './bad-file.ts';
import type { Snapshot, SnapshotContent, SnapshotNode } from './snapshot.ts';

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

/**
 * @param zxid the last one that the snapshot holds for certain: its name
 * @throws BadFile when nodes, parents and ACLs do not fit together
 */
export function treeOf(snapshot: Snapshot, zxid: Zxid): DataTree {
  const { nodes, offsets } = snapshot;
  const numbers = new Set(snapshot.acls.map(({ number }) => number));
  const seen = new Set<string>();
  const loaded: LoadedNode[] = [];
  for (const [i, { path, data, acl, stat }] of nodes.entries()) {
    const offset = offsets[i] ?? 0;
    if ((i === 0) !== (path === '') || (i > 0 && !path.startsWith('/')) || seen.has(path)) {
      throw new BadFile('bad-path', offset, `node ${i} has the path "${path}"`);
    }
    if (i > 0 && !seen.has(parentOf(path))) {
      throw new BadFile('no-parent', offset, `"${path}" comes before its parent`);
    }
    if (acl !== OPEN && !numbers.has(acl)) {
      throw new BadFile('unknown-acl', offset, `"${path}" has ACL ${acl}, which is not there`);
    }
    seen.add(path);
    loaded.push({ path, fields: { ...stat, data, acl } });
  }
  if (loaded.length === 0) throw new BadFile('no-parent', snapshot.checksumOffset, 'no root');
  const { digest } = snapshot;
  return loadedTree({
    nodes: loaded,
    acls: snapshot.acls,
    sessions: snapshot.sessions,
    lastZxid: zxid,
    zxidDigest: digest !== null && compareZxid(digest.zxid, ZERO) > 0 ? digest : null,
  });
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
