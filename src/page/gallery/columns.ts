/**
 * Blocks of these heights in `count` columns, in order and none divided, so that the tallest column is
 * as low as can be: for each column the number of its blocks. Never an empty column.
 */
export const columnsOf = (heights: readonly number[], count: number): readonly number[] => {
  const most = Math.min(count, heights.length);
  if (most <= 1) return heights.length === 0 ? [] : [heights.length];
  let best: { sizes: readonly number[]; tallest: number } | null = null;
  // The first column takes one block, two, …; the rest is the same question for one column less.
  for (let first = 1; first <= heights.length - most + 1; first++) {
    const rest = columnsOf(heights.slice(first), most - 1);
    const sizes = [first, ...rest];
    const tallest = tallestOf(heights, sizes);
    if (best === null || tallest < best.tallest) best = { sizes, tallest };
  }
  return best?.sizes ?? [];
};

const tallestOf = (heights: readonly number[], sizes: readonly number[]): number => {
  let from = 0;
  return Math.max(
    ...sizes.map((size) => {
      const column = heights.slice(from, (from += size));
      return column.reduce((sum, height) => sum + height, 0);
    }),
  );
};

/** Of the numbers of columns up to `most`, the one that leaves the least room empty; rather more than fewer. */
export const fullest = (heights: readonly number[], most: number): readonly number[] => {
  const total = heights.reduce((sum, height) => sum + height, 0);
  let best: { sizes: readonly number[]; fill: number } = { sizes: [], fill: 0 };
  for (let count = Math.min(2, most); count <= most; count++) {
    const sizes = columnsOf(heights, count);
    if (sizes.length < count && count > 1 && best.sizes.length > 0) break;
    const fill = total / (tallestOf(heights, sizes) * sizes.length);
    if (fill >= best.fill) best = { sizes, fill };
  }
  return best.sizes;
};
