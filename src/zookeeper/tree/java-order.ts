/**
 * In which order a server gives what it keeps in Java's hash sets. A set that has shrunk keeps its
 * larger table; here the order is that of the present size.
 */
import { compareZxid } from '../../protocols/election/zxid.ts';
import { copied, grown, hashOrder } from '../records/java-hash.ts';
import type { SessionId } from '../records/values.ts';
import { ephemeralsOf, nodeAt } from './data-tree.ts';
import type { DataTree } from './data-tree.ts';
import type { DataNode } from './node.ts';
import { entries } from './sorted-map.ts';

/** Of a session, as a copy of the server's set gives them [DataTree.getEphemerals]. */
export function ephemeralsInOrder(tree: DataTree, session: SessionId): readonly string[] {
  const self = (path: string): string => path;
  const made = ephemeralsOf(tree, session).toSorted((a, b) => createdFirst(tree, a, b));
  const listed = hashOrder(made, grown(16, made.length), self);
  return hashOrder(listed, copied(made.length), self);
}

function createdFirst(tree: DataTree, a: string, b: string): number {
  const [first, second] = [nodeAt(tree, a), nodeAt(tree, b)];
  return first === undefined || second === undefined ? 0 : compareZxid(first.czxid, second.czxid);
}

/** The names of a node's children [DataNode.getChildren, a set that begins with room for 8]. */
export function childrenInOrder(node: DataNode): readonly string[] {
  const made = [...entries(node.children)].toSorted((a, b) =>
    compareZxid(a.value.czxid, b.value.czxid),
  );
  return hashOrder(made, grown(8, made.length), ({ key }) => key).map(({ key }) => key);
}
