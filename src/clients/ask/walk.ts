/** Walks over a tree, node by node, from any of them on. */
import { namesOf } from '../../zookeeper/records/paths.ts';
import type { DataNode } from '../../zookeeper/tree/node.ts';
import { entries } from '../../zookeeper/tree/sorted-map.ts';

interface Passed {
  readonly path: string;
  readonly node: DataNode;
}

/** In the order of the rows: all nodes behind this one, or from the root on. */
export function* nodesFrom(root: DataNode, after: string | null): Generator<Passed> {
  for (const passed of walk(root, '', after === null ? [] : namesOf(after))) {
    if (passed.path !== after) yield passed;
  }
}

function* walk(node: DataNode, path: string, from: readonly string[]): Generator<Passed> {
  const [first, ...rest] = from;
  if (first === undefined) yield { path: path === '' ? '/' : path, node };
  for (const { key, value } of entries(node.children, first)) {
    yield* walk(value, `${path}/${key}`, key === first ? rest : []);
  }
}
