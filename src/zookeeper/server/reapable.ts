/** What nobody needs any more [ContainerManager.getCandidates]. */
import { ttlOf } from '../records/owner.ts';
import type { WallMs } from '../records/values.ts';
import { nodeAt } from '../tree/data-tree.ts';
import type { DataTree } from '../tree/data-tree.ts';
import { keysOf } from '../tree/sorted-map.ts';

/**
 * Containers that have had a child and have none now (or never had one for `neverUsed` ms, if that is
 * above 0), and nodes whose time to live is over and that have no child.
 */
export function reapable(tree: DataTree, now: WallMs, neverUsed: number): readonly string[] {
  const containers = keysOf(tree.containers).filter((path) => {
    const node = nodeAt(tree, path);
    if (node === undefined || node.children !== null) return false;
    if (node.cversion > 0) return true;
    return neverUsed > 0 && node.ctime > 0 && now - node.ctime > neverUsed;
  });
  const outlived = keysOf(tree.ttls).filter((path) => {
    const node = nodeAt(tree, path);
    if (node === undefined || node.children !== null) return false;
    const ttl = ttlOf(node.owner);
    return ttl > 0 && now - node.mtime > ttl;
  });
  return [...containers, ...outlived];
}
