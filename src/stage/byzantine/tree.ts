/**
 * The tree of relays that a lieutenant holds after OM(m): who said that who said it. Its entries come
 * level by level, each level in the order of its paths; here they find their places in the tree.
 */
import type { ByzantineDetail, GeneralView } from '../../view/byzantine.ts';
import type { Pid } from '../../view/time.ts';

/** Nothing has come yet; nothing came in time. */
export const NOT_YET = -1;
export const NOTHING = -2;

export interface TreeNode {
  /** Who said it to whom: the commander first, whom it was heard from last. */
  readonly path: readonly Pid[];
  /** Its path as a text: `1.3`. */
  readonly key: string;
  /** What was heard, and what it counts as after the majority of its branches: places in the values. */
  readonly heard: number;
  readonly worth: number;
  readonly branches: readonly TreeNode[];
}

export const keyOf = (path: readonly Pid[]): string => path.join('.');

/** Who may stand behind a path in the tree of this general: everybody else. */
const others = (pids: readonly Pid[], path: readonly Pid[], self: Pid): readonly Pid[] =>
  pids.filter((pid) => pid !== self && !path.includes(pid));

/** What this lieutenant holds; null of the commander, and where values are signed. */
export function treeOf(detail: ByzantineDetail, general: GeneralView): TreeNode | null {
  if (general.heard.length === 0) return null;
  const pids = detail.generals.map(({ pid }) => pid).sort((a, b) => a - b);
  const levels: { path: readonly Pid[]; at: number }[][] = [];
  let level = [[detail.commander]];
  let at = 0;
  for (let depth = 0; depth <= detail.rounds; depth++) {
    levels.push(level.map((path) => ({ path, at: at++ })));
    level = level.flatMap((path) => others(pids, path, general.pid).map((pid) => [...path, pid]));
  }
  const node = (depth: number, place: number): TreeNode | null => {
    const found = levels[depth]?.[place];
    if (found === undefined) return null;
    const below = others(pids, found.path, general.pid).length;
    return {
      path: found.path,
      key: keyOf(found.path),
      heard: general.heard[found.at] ?? NOT_YET,
      worth: general.worth[found.at] ?? NOT_YET,
      branches: Array.from({ length: below }, (_, i) => node(depth + 1, place * below + i)).filter(
        (one) => one !== null,
      ),
    };
  };
  return node(0, 0);
}

/** A branch of a node's majority: what was heard in person, or what another one said. */
export interface Vote {
  readonly key: string;
  /** Null: what was heard from whom the path ends with. */
  readonly node: TreeNode | null;
  readonly worth: number;
}

/** What a node's majority is of: what was heard itself, and each of its branches. */
export const votesOf = (node: TreeNode, byDefault: number): readonly Vote[] => [
  {
    key: `${node.key} heard`,
    node: null,
    worth: node.heard === NOTHING ? byDefault : node.heard,
  },
  ...node.branches.map((branch) => ({ key: branch.key, node: branch, worth: branch.worth })),
];

export interface Tally {
  /** Votes for what won, for the next best, and of all. */
  readonly most: number;
  readonly rest: number;
  readonly tie: boolean;
}

/** How the votes that have come stand. */
export function tallyOf(votes: readonly Vote[]): Tally {
  const counts = new Map<number, number>();
  for (const { worth } of votes) {
    if (worth >= 0) counts.set(worth, (counts.get(worth) ?? 0) + 1);
  }
  const [most = 0, next = 0] = [...counts.values()].sort((a, b) => b - a);
  const all = [...counts.values()].reduce((sum, one) => sum + one, 0);
  return { most, rest: all - most, tie: most > 0 && most === next };
}

/** Down from the root along a path as far as it is unfolded. */
export function unfolded(root: TreeNode, key: string): readonly TreeNode[] {
  const way = [root];
  for (;;) {
    const next = way
      .at(-1)
      ?.branches.find(
        (one) => one.branches.length > 0 && (key === one.key || key.startsWith(`${one.key}.`)),
      );
    if (next === undefined) return way;
    way.push(next);
  }
}
