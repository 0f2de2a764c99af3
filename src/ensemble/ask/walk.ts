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
  for (const passed of walk(root, after === null ? [] : namesOf(after))) {
    if (passed.path !== after) yield passed;
  }
}

interface Level {
  readonly path: string;
  /** Whether it stands on the way to where the walk begins. */
  readonly onWay: boolean;
  readonly children: ReturnType<typeof entries<DataNode>>;
}

/** Levels on a stack of their own: a tree may be deeper than the machine's is. */
function* walk(root: DataNode, way: readonly string[]): Generator<Passed> {
  if (way.length === 0) yield { path: '/', node: root };
  const levels: Level[] = [{ path: '', onWay: true, children: entries(root.children, way[0]) }];
  for (let top = levels.at(-1); top !== undefined; top = levels.at(-1)) {
    const { done, value } = top.children.next();
    if (done === true) {
      levels.pop();
      continue;
    }
    const path = `${top.path}/${value.key}`;
    const onWay = top.onWay && value.key === way[levels.length - 1];
    const first = onWay ? way[levels.length] : undefined;
    if (first === undefined) yield { path, node: value.value };
    levels.push({ path, onWay, children: entries(value.value.children, first) });
  }
}
