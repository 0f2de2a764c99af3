import { ttlOf } from '../records/owner.ts';
import type { WallMs } from '../records/values.ts';
import { nodeAt } from './data-tree.ts';
import type { DataTree } from './data-tree.ts';
import { keysOf, sizeOf } from './sorted-map.ts';

/**
 * Containers and TTL nodes whose time has come: no children, and a container must have had one unless
 * it may not wait for ever [ContainerManager.getCandidates].
 * @param maxNeverUsed ms that a container may wait for its first child; 0: as long as it likes
 */
export function reapable(tree: DataTree, now: WallMs, maxNeverUsed: number): readonly string[] {
  const containers = keysOf(tree.containers).filter((path) => {
    const node = nodeAt(tree, path);
    if (node === undefined || sizeOf(node.children) > 0) return false;
    return node.cversion > 0 || (maxNeverUsed !== 0 && now - node.mtime > maxNeverUsed);
  });
  const timedOut = keysOf(tree.ttls).filter((path) => {
    const node = nodeAt(tree, path);
    if (node === undefined || sizeOf(node.children) > 0) return false;
    const ttl = ttlOf(node.owner);
    return ttl !== 0 && now - node.mtime > ttl;
  });
  return [...containers, ...timedOut];
}
