import type { Mark } from '../../view/frame.ts';
import { fittedAxis } from './fold.ts';
import type { FoldedAxis, Stretch } from './fold.ts';
import { isQuiet } from '../rules.ts';

/** Width of a quiet stretch, in drawing units, however many pings it holds. */
const PLEAT = 26;
/** The axis ends at one of these, times a power of ten, so that its marks seldom move. */
const NICE = [1, 1.5, 2, 3, 4, 6, 8, 10];
const LEAST = 20;
/** Room for what comes, as a part of what was played. */
const AHEAD = 0.06;

/** A quiet stretch in positions. */
export const stretchOf = (mark: Mark, length: number): Stretch => ({
  from: Math.min(mark.since, length),
  to: mark.open === true ? length : Math.min(mark.position, length),
});

/** The first nice number that leaves some room after `steps`. */
const extent = (steps: number): number => {
  const wanted = Math.max(LEAST, steps * (1 + AHEAD));
  const ten = 10 ** Math.floor(Math.log10(wanted));
  return (NICE.find((one) => one * ten >= wanted) ?? 10) * ten;
};

/** Positions of a run of `length` steps over a width, with room for what has not been played. */
export const timelineAxis = (
  marks: readonly Mark[],
  { length, width }: { readonly length: number; readonly width: number },
): FoldedAxis => {
  const folds = marks.filter(({ kind }) => isQuiet(kind)).map((mark) => stretchOf(mark, length));
  const folded = folds.reduce((sum, { from, to }) => sum + to - from, 0);
  return fittedAxis({ from: 0, to: extent(length - folded) + folded }, folds, [0, width], PLEAT);
};

/** The position at x, for dragging: one that was played. */
export const positionAt = (x: number, axis: FoldedAxis, length: number): number =>
  Math.min(length, Math.max(0, Math.round(axis.at(x))));
