import type { Unfolding } from '../../../view/zookeeper-ask.ts';

/** Trees of no more nodes are shown wholly at first. */
const SMALL = 200;

export const foldedAll: Unfolding = { all: false, but: ['/'] };
export const unfoldedAll: Unfolding = { all: true, but: [] };

/** What is unfolded of a tree that nobody has unfolded yet: what people made, if that is not too much. */
export const unfoldedFirst = (nodes: number): Unfolding =>
  nodes <= SMALL ? { all: true, but: ['/zookeeper'] } : foldedAll;

export const isUnfolded = ({ all, but }: Unfolding, path: string): boolean =>
  all !== but.includes(path);

/** With one node folded or unfolded. */
export const withUnfolded = (now: Unfolding, path: string, open: boolean): Unfolding => {
  if (isUnfolded(now, path) === open) return now;
  const { all, but } = now;
  return { all, but: all === open ? but.filter((one) => one !== path) : [...but, path] };
};

export const parentOf = (path: string): string | null =>
  path === '/' ? null : path.slice(0, path.lastIndexOf('/')) || '/';

/** With all that stands above a node unfolded, so that it has a row. */
export const withRowOf = (now: Unfolding, path: string): Unfolding => {
  const parent = parentOf(path);
  return parent === null ? now : withUnfolded(withRowOf(now, parent), parent, true);
};
