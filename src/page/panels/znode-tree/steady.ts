import type { TreeRow } from '../../../view/zookeeper-ask.ts';

/** The rows, as the same objects as before where nothing has changed: only the others are drawn again. */
export const steady = (before: readonly TreeRow[], now: readonly TreeRow[]): readonly TreeRow[] => {
  const known = new Map(before.map((row) => [row.path, row]));
  return now.map((row) => {
    const old = known.get(row.path);
    return old !== undefined && JSON.stringify(old) === JSON.stringify(row) ? old : row;
  });
};
