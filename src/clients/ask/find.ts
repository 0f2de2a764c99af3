/** Looks for nodes by their path, a stretch of the tree at a time. */
import type { ZooKeeperAnswer, ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';
import { namesOf } from '../../zookeeper/records/paths.ts';
import type { DataNode } from '../../zookeeper/tree/node.ts';
import { entries } from '../../zookeeper/tree/sorted-map.ts';
import type { Asked } from './asked.ts';

/** Nodes looked at for one answer. */
const STRETCH = 20_000;

export function find(
  { tree }: Asked,
  { text, after, most }: Extract<ZooKeeperQuestion, { readonly ask: 'find' }>,
): ZooKeeperAnswer {
  const wanted = text.toLowerCase();
  const paths: string[] = [];
  let looked = 0;
  let last: string | null = null;
  for (const path of walk(tree.root, '', after === null ? [] : namesOf(after))) {
    if (path === after) continue;
    if (looked >= STRETCH || paths.length >= most)
      return { ask: 'find', paths, next: last, looked };
    looked++;
    last = path;
    if (path.toLowerCase().includes(wanted)) paths.push(path);
  }
  return { ask: 'find', paths, next: null, looked };
}

/** Paths in the order of the rows, from the node that these names lead to. */
function* walk(node: DataNode, path: string, from: readonly string[]): Generator<string> {
  const [first, ...rest] = from;
  if (first === undefined) yield path === '' ? '/' : path;
  for (const { key, value } of entries(node.children, first)) {
    yield* walk(value, `${path}/${key}`, key === first ? rest : []);
  }
}
