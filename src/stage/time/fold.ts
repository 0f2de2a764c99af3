/**
 * An axis on which stretches where nothing but pings and waiting happens are pleats of one width,
 * however long they were. Of virtual time for the space-time diagram, of positions for the timeline.
 */

/** From one value of the axis to another; both ends lie outside of the pleat. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A folded stretch, and where it lies, in drawing units. */
export interface Pleat extends Stretch {
  readonly x0: number;
  readonly x1: number;
}

export interface FoldedAxis {
  /** Where a value lies; one outside of the axis lies at its nearer end. */
  readonly x: (value: number) => number;
  /** The value at a place: the inverse of `x`. */
  readonly at: (x: number) => number;
  readonly pleats: readonly Pleat[];
  /** What is drawn to scale, from left to right. */
  readonly plain: readonly Pleat[];
  readonly x1: number;
  /** Drawing units of one unit of the axis, outside of pleats. */
  readonly perUnit: number;
}

interface Lay {
  /** Where the axis begins, in drawing units. */
  readonly x0: number;
  readonly perUnit: number;
  /** Width of a pleat. */
  readonly pleat: number;
}

/** The axis from `from` to `to` at a given scale. `folds` are in order and do not overlap. */
export const foldedAxis = (
  { from, to }: Stretch,
  folds: readonly Stretch[],
  { x0, perUnit, pleat }: Lay,
): FoldedAxis => {
  const pieces: Pleat[] = [];
  const pleats: Pleat[] = [];
  const plain: Pleat[] = [];
  let value = from;
  let x = x0;
  const piece = (end: number, width: number, list: Pleat[]): void => {
    const made = { from: value, to: end, x0: x, x1: x + width };
    pieces.push(made);
    list.push(made);
    value = end;
    x += width;
  };
  for (const fold of folds) {
    // A fold that reaches over an end of the axis is cut there; it is no wider for that.
    const start = Math.max(fold.from, from);
    const end = Math.min(fold.to, to);
    if (end < start || fold.to < from || fold.from > to) continue;
    if (start > value) piece(start, (start - value) * perUnit, plain);
    piece(end, pleat, pleats);
  }
  if (to > value || pieces.length === 0) piece(to, (to - value) * perUnit, plain);
  const last = pieces.length - 1;
  return {
    x: (wanted) => {
      const { from: a, to: b, x0: xa, x1: xb } = pieceAt(pieces, last, (one) => one.to >= wanted);
      return b === a ? xa : xa + Math.min(Math.max((wanted - a) / (b - a), 0), 1) * (xb - xa);
    },
    at: (place) => {
      const { from: a, to: b, x0: xa, x1: xb } = pieceAt(pieces, last, (one) => one.x1 >= place);
      return xb === xa ? a : a + Math.min(Math.max((place - xa) / (xb - xa), 0), 1) * (b - a);
    },
    pleats,
    plain,
    x1: x,
    perUnit,
  };
};

/** The first piece that reaches so far, found by halving; the last one when none does. */
function pieceAt(
  pieces: readonly Pleat[],
  last: number,
  reaches: (piece: Pleat) => boolean,
): Pleat {
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reaches(pieces[middle] as Pleat)) high = middle;
    else low = middle + 1;
  }
  return pieces[low] as Pleat;
}

/** Pleats together take at most this part of an axis that has to fit. */
const MOST_PLEATED = 0.4;

/** The same axis at the scale that just fills `range`; many pleats get narrower together. */
export const fittedAxis = (
  whole: Stretch,
  folds: readonly Stretch[],
  range: readonly [number, number],
  pleat: number,
): FoldedAxis => {
  const room = range[1] - range[0];
  const inside = folds.filter(({ from, to }) => to >= whole.from && from <= whole.to);
  const folded = inside.reduce(
    (sum, { from, to }) => sum + Math.min(to, whole.to) - Math.max(from, whole.from),
    0,
  );
  const width = inside.length === 0 ? 0 : Math.min(pleat, (room * MOST_PLEATED) / inside.length);
  const units = whole.to - whole.from - folded;
  const perUnit = units <= 0 ? 0 : (room - width * inside.length) / units;
  return foldedAxis(whole, folds, { x0: range[0], perUnit, pleat: width });
};

/** The stretches between two moments (in order) that are longer than `longer`. */
export const longGaps = (moments: readonly number[], longer: number): readonly Stretch[] =>
  moments.flatMap((to, i) => {
    const from = moments[i - 1];
    return from !== undefined && to - from > longer ? [{ from, to }] : [];
  });
