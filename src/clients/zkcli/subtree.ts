/** Walks through a subtree, request by request: no picture of one moment [ZKUtil]. */
import type { Steps } from '../steps.ts';
import { KeeperFailure } from '../api-failures.ts';
import { getChildren, getData, namesOfChildren } from '../api.ts';
import type { Chroot } from '../api.ts';

const under = (path: string, child: string): string => `${path === '/' ? '' : path}/${child}`;

/**
 * Calls `visit` for the node, for its children in order of their names, then goes into each of them.
 * A node that has gone in the meantime is passed over [visitSubTreeDFS].
 * @param watch a data watch on the node, a child watch on it and on all below
 */
export function* visitSubtree(
  chroot: Chroot,
  path: string,
  watch: boolean,
  visit: (path: string) => Steps,
): Steps {
  yield* getData(chroot, path, watch);
  yield* visit(path);
  yield* visitBelow(chroot, path, watch, visit);
}

/** With a list of its own of what is still to do: a tree may be deeper than a stack. */
function* visitBelow(
  chroot: Chroot,
  root: string,
  watch: boolean,
  visit: (path: string) => Steps,
): Steps {
  const ahead = [root];
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    const paths = yield* sortedBelow(chroot, path, watch);
    for (const child of paths) yield* visit(child);
    ahead.push(...paths.toReversed());
  }
}

function* sortedBelow(chroot: Chroot, path: string, watch: boolean): Steps<readonly string[]> {
  try {
    const { children } = yield* getChildren(chroot, path, watch);
    return children.toSorted().map((child) => under(path, child));
  } catch (error) {
    if (error instanceof KeeperFailure && error.code === 'NoNode') return [];
    throw error;
  }
}

/** The node and all below it, level by level, children as the server lists them [listSubTreeBFS]. */
export function* listSubtree(chroot: Chroot, root: string): Steps<readonly string[]> {
  const found = [root];
  for (let next = 0; next < found.length; next++) {
    const path = found[next] ?? '';
    for (const child of yield* namesOfChildren(chroot, path)) found.push(under(path, child));
  }
  return found;
}
