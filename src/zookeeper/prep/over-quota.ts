import { nodeAt } from '../tree/data-tree.ts';
import type { DataTree } from '../tree/data-tree.ts';
import { limitPath, quotaAbove, readTrack, statPath } from '../tree/quota.ts';
import type { PrepRules } from './prep.ts';

/**
 * Whether a write would break a hard limit [ZooKeeperServer.checkQuota]. It looks at the tree alone:
 * writes that are on their way are not counted, so a burst can pass the limit.
 * @param bytes by which the data grow
 * @param count by which the nodes grow
 */
export function overQuota(
  tree: DataTree,
  { enforceQuota }: PrepRules,
  path: string,
  bytes: number,
  count: number,
): boolean {
  const prefix = enforceQuota ? quotaAbove(tree, path) : null;
  if (prefix === null) return false;
  const limits = nodeAt(tree, limitPath(prefix));
  const state = nodeAt(tree, statPath(prefix));
  if (limits === undefined || state === undefined) return false;
  const { countHardLimit, byteHardLimit } = readTrack(limits.data);
  const now = readTrack(state.data);
  return (
    (count !== 0 && countHardLimit > -1 && now.count + count > countHardLimit) ||
    (bytes !== 0 && byteHardLimit > -1 && now.bytes + bytes > byteHardLimit)
  );
}
