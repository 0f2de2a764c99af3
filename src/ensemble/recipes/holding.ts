/** Who holds something, as the tree says, whatever anybody believes. */
import { byNumber, hasPrefix, sequenceOf } from '../../clients/recipes/names.ts';
import type { Holding } from '../../view/recipe-program.ts';
import type { Pid } from '../../view/time.ts';
import { NO_SESSION } from '../../zookeeper/records/values.ts';
import type { SessionId } from '../../zookeeper/records/values.ts';
import { childNames, nodeAt } from '../../zookeeper/tree/data-tree.ts';
import type { DataTree } from '../../zookeeper/tree/data-tree.ts';
import type { DataNode } from '../../zookeeper/tree/node.ts';
import { statOf } from '../../zookeeper/tree/node.ts';

/** A node that holds something for its owner. */
export interface Held {
  readonly what: string;
  readonly node: string;
  readonly owner: Pid;
}

export type Owners = ReadonlyMap<SessionId, Pid>;

const isNumbered = (name: string): boolean => sequenceOf(name) !== null;

/** The children that hold it, of those that may. */
function holdersOf(
  { rule, count = 1, prefix }: Holding,
  names: readonly string[],
): readonly string[] {
  const queue = names
    .filter((name) => isNumbered(name) && hasPrefix(name, prefix))
    .toSorted(byNumber);
  switch (rule) {
    case 'smallest':
      return queue.slice(0, 1);
    case 'first':
      return queue.slice(0, count);
    case 'writer':
      return queue.slice(0, 1).filter((name) => hasPrefix(name, 'write-'));
    case 'reader': {
      const end = queue.findIndex((name) => hasPrefix(name, 'write-'));
      return queue
        .slice(0, end === -1 ? queue.length : end)
        .filter((name) => hasPrefix(name, 'read-'));
    }
    case 'node':
    case 'row':
    case 'key':
      return [];
  }
}

const ownerOf = (node: DataNode | undefined, owners: Owners): Pid | undefined =>
  node === undefined ? undefined : owners.get(statOf(node).ephemeralOwner);

export function heldIn(
  tree: DataTree,
  holdings: readonly Holding[],
  owners: Owners,
): readonly Held[] {
  return holdings.flatMap((holding) => {
    if (holding.rule === 'row' || holding.rule === 'key') return [];
    const { what, rule, path } = holding;
    const node = nodeAt(tree, path);
    if (node === undefined) return [];
    const paths =
      rule === 'node'
        ? [path]
        : holdersOf(holding, childNames(node)).map((name) => `${path}/${name}`);
    return paths.flatMap((each) => {
      const owner = ownerOf(nodeAt(tree, each), owners);
      return owner === undefined ? [] : [{ what, node: each, owner }];
    });
  });
}

/** The session that the node belongs to; null: none, or there is no such node. */
export function sessionAt(tree: DataTree, path: string): SessionId | null {
  const node = path.startsWith('/') ? nodeAt(tree, path) : undefined;
  const owner = node === undefined ? NO_SESSION : statOf(node).ephemeralOwner;
  return owner === NO_SESSION ? null : owner;
}

/** The client whose session the node belongs to; undefined: none, or there is no such node. */
export const ownerAt = (tree: DataTree, path: string, owners: Owners): Pid | undefined =>
  path === '' || !path.startsWith('/') ? undefined : ownerOf(nodeAt(tree, path), owners);

/** Whether what happens to this path may change who holds something. */
export const touches = (holdings: readonly Holding[], path: string): boolean =>
  holdings.some((each) => path === each.path || path.startsWith(`${each.path}/`));
