/** Looks for nodes by their path, a stretch of the tree at a time. */
import type { ZooKeeperAnswer, ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';
import type { Asked } from './asked.ts';
import { nodesFrom } from './walk.ts';

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
  for (const { path } of nodesFrom(tree.root, after)) {
    if (looked >= STRETCH || paths.length >= most)
      return { ask: 'find', paths, next: last, looked };
    looked++;
    last = path;
    if (path.toLowerCase().includes(wanted)) paths.push(path);
  }
  return { ask: 'find', paths, next: null, looked };
}
