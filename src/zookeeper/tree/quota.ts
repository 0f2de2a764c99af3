import { textOf } from '../records/utf8.ts';
import type { Bytes } from '../records/values.ts';
import { nodeAt, QUOTA_NODE } from './data-tree.ts';
import type { DataTree } from './data-tree.ts';
import { replaced } from './node.ts';
import type { DataNode } from './node.ts';
import { entries, has, remove, set } from './sorted-map.ts';

/** What the two nodes of a quota say: a limit, or the state; −1: no limit [StatsTrack]. */
export interface StatsTrack {
  readonly count: number;
  readonly bytes: number;
  readonly countHardLimit: number;
  readonly byteHardLimit: number;
}

export const noLimits: StatsTrack = {
  count: -1,
  bytes: -1,
  countHardLimit: -1,
  byteHardLimit: -1,
};

export const LIMIT_NODE = 'zookeeper_limits';
export const STAT_NODE = 'zookeeper_stats';

export const limitPath = (path: string): string => `${QUOTA_NODE}${path}/${LIMIT_NODE}`;
export const statPath = (path: string): string => `${QUOTA_NODE}${path}/${STAT_NODE}`;

/** `count=3,bytes=-1=;byteHardLimit=-1;countHardLimit=-1`; what is not there is −1. */
export function readTrack(data: Bytes | null): StatsTrack {
  const found = new Map<string, number>();
  for (const [, key = '', value] of textOf(data ?? '').matchAll(/(\w+)=(-?\d+)/g)) {
    found.set(key, Number(value));
  }
  const of = (key: keyof StatsTrack): number => found.get(key) ?? -1;
  return {
    count: of('count'),
    bytes: of('bytes'),
    countHardLimit: of('countHardLimit'),
    byteHardLimit: of('byteHardLimit'),
  };
}

/** A state says count and bytes alone; the odd `=;` lets parsers of 3.4 stop there. */
export const trackText = (track: StatsTrack, limits: boolean): string =>
  `count=${track.count},bytes=${track.bytes}${
    limits ? `=;byteHardLimit=${track.byteHardLimit};countHardLimit=${track.countHardLimit}` : ''
  }`;

/** The longest path from the root to `path` that has a quota [DataTree.getMaxPrefixWithQuota]. */
export function quotaAbove(tree: DataTree, path: string): string | null {
  if (tree.quotas === null) return null;
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const prefix = path.slice(0, end);
    if (has(tree.quotas, prefix)) return prefix;
  }
  return null;
}

/**
 * Keeps the statistics of the quota that a path falls under. Neither version nor zxid of the
 * statistics' node changes [DataTree.updateQuotaStat].
 */
export function countChange(tree: DataTree, path: string, bytes: number, count: number): DataTree {
  const prefix = quotaAbove(tree, path);
  if (prefix === null) return tree;
  const node = nodeAt(tree, statPath(prefix));
  if (node === undefined) return tree;
  const track = readTrack(node.data);
  return withTrack(tree, statPath(prefix), node, {
    ...track,
    count: track.count + count,
    bytes: track.bytes + bytes,
  });
}

/** A limit node or a state node has come into being below `/zookeeper/quota`. */
export function quotaMade(tree: DataTree, parent: string, name: string): DataTree {
  if (!parent.startsWith(QUOTA_NODE)) return tree;
  const path = parent.slice(QUOTA_NODE.length);
  if (name === LIMIT_NODE) return { ...tree, quotas: set<true>(tree.quotas, path, true) };
  return name === STAT_NODE ? counted(tree, path) : tree;
}

/** Without its limit node there is no quota. */
export function quotaGone(tree: DataTree, parent: string, name: string): DataTree {
  if (name !== LIMIT_NODE || !parent.startsWith(QUOTA_NODE)) return tree;
  return { ...tree, quotas: remove(tree.quotas, parent.slice(QUOTA_NODE.length)) };
}

/** Counts a subtree anew [DataTree.updateQuotaForPath]. */
export function counted(tree: DataTree, path: string): DataTree {
  const node = nodeAt(tree, statPath(path));
  if (node === undefined) return tree;
  const subject = nodeAt(tree, path);
  const count = subject?.total ?? 0;
  const bytes = subject === undefined ? 0 : bytesBelow(subject);
  return withTrack(tree, statPath(path), node, { ...noLimits, count, bytes });
}

function bytesBelow(root: DataNode): number {
  let sum = 0;
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    sum += node.data?.length ?? 0;
    for (const { value } of entries(node.children)) open.push(value);
  }
  return sum;
}

const withTrack = (tree: DataTree, path: string, node: DataNode, track: StatsTrack): DataTree => ({
  ...tree,
  root: replaced(tree.root, path, { ...node, data: trackText(track, false) }),
});
