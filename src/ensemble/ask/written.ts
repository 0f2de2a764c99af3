/** A tree to be written down: every node with all of its data, a stretch at a time. */
import type { NodeData, WrittenNode } from '../../view/written-node.ts';
import type { ZooKeeperAnswer } from '../../view/zookeeper-ask.ts';
import { ttlOf } from '../../zookeeper/records/owner.ts';
import { textOf, utf8Of } from '../../zookeeper/records/utf8.ts';
import type { Bytes } from '../../zookeeper/records/values.ts';
import type { Asked } from './asked.ts';
import { kindOf } from './asked.ts';
import { nodesFrom } from './walk.ts';

/** Nodes, and bytes of data, after which an answer ends. */
const MOST_NODES = 2000;
const MOST_BYTES = 500_000;

export function written({ tree }: Asked, after: string | null): ZooKeeperAnswer {
  const nodes: WrittenNode[] = [];
  let bytes = 0;
  for (const { path, node } of nodesFrom(tree.root, after)) {
    if (nodes.length >= MOST_NODES || bytes >= MOST_BYTES) {
      return { ask: 'nodes', nodes, next: nodes.at(-1)?.path ?? null };
    }
    bytes += node.data?.length ?? 0;
    nodes.push({ path, kind: kindOf(node), ttl: ttlOf(node.owner), data: dataOf(node.data) });
  }
  return { ask: 'nodes', nodes, next: null };
}

function dataOf(data: Bytes | null): NodeData {
  if (data === null) return null;
  const text = textOf(data);
  return utf8Of(text) === data ? { text } : { hex: hexOf(data) };
}

export const hexOf = (bytes: Bytes): string =>
  Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
