/** A node with its whole stat, and the transactions that made each field what it is. */
import { compareZxid } from '../../protocols/election/zxid.ts';
import type { NodeChange, ZnodeView, ZooKeeperAnswer } from '../../view/zookeeper-ask.ts';
import { ttlOf } from '../../zookeeper/records/owner.ts';
import { textOf } from '../../zookeeper/records/utf8.ts';
import { indexOf, logLength, txnAt } from '../../zookeeper/server/disk.ts';
import { aclOf } from '../../zookeeper/tree/data-tree.ts';
import { statOf } from '../../zookeeper/tree/node.ts';
import type { DataNode } from '../../zookeeper/tree/node.ts';
import { appliedStep } from './applied-step.ts';
import { changesOf } from './changes.ts';
import type { Asked } from './asked.ts';
import { kindOf, watchersOf } from './asked.ts';
import { nodeOf } from './tree-rows.ts';
import { hexOf } from './written.ts';

/** Bytes of data that are shown. */
const MOST_BYTES = 4096;
/** Transactions looked at, from the newest back. */
const STRETCH = 50_000;
/** Changes of each kind that are listed. */
const MOST_OF_A_KIND = 20;

export function znode(asked: Asked, path: string): ZooKeeperAnswer {
  const node = nodeOf(asked, path);
  if (node === undefined) return { ask: 'znode', node: null };
  const stat = statOf(node);
  const bytes = node.data?.slice(0, MOST_BYTES) ?? null;
  const view: ZnodeView = {
    path,
    kind: kindOf(node),
    ttl: ttlOf(node.owner),
    ...stat,
    owner: asked.owners.get(stat.ephemeralOwner) ?? null,
    creates: node.cversion,
    text: bytes === null ? null : textOf(bytes),
    hex: hexOf(bytes ?? ''),
    acl: aclOf(asked.tree, node),
    watchers: watchersOf(asked, path),
    ...storyOf(asked, node, path),
  };
  return { ask: 'znode', node: view };
}

/** What the log knows of this node since it was made. */
function storyOf(
  asked: Asked,
  { czxid }: DataNode,
  path: string,
): Pick<ZnodeView, 'changes' | 'counts' | 'complete'> {
  const disk = asked.s?.disk ?? asked.kept;
  const counts = { created: 0, data: 0, acl: 0, 'child-created': 0, 'child-deleted': 0 };
  const changes: NodeChange[] = [];
  const first = indexOf(disk, czxid);
  const end = logLength(disk);
  const from = Math.max(first, end - STRETCH);
  for (let index = end - 1; index >= from; index--) {
    const txn = txnAt(disk, index);
    if (txn === null || compareZxid(txn.zxid, asked.tree.lastZxid) > 0) continue;
    for (const { what, path: about } of changesOf(txn, path).toReversed()) {
      counts[what]++;
      if (counts[what] > MOST_OF_A_KIND) continue;
      const { zxid, time, session } = txn;
      const client = asked.owners.get(session) ?? null;
      const step = appliedStep(asked.ghost, zxid);
      changes.push({ zxid, step, time, what, path: about, session, client });
    }
  }
  const oldest = changes.at(-1);
  const complete = oldest !== undefined && oldest.what === 'created';
  return { changes: changes.toReversed(), counts, complete };
}
