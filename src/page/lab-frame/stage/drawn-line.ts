import { create } from 'zustand';
import type { Point, Size } from '../../../stage/geometry.ts';
import { useSim } from '../../sim/store.ts';

/** A line as it was drawn, the size of the drawing that it was drawn on, and in which run. */
interface DrawnLine {
  readonly points: readonly Point[];
  readonly size: Size;
  readonly run: number;
}

/** The newest line that somebody has drawn on a stage; the run itself knows only what it has cut. */
const useLine = create<{ readonly line: DrawnLine | null }>()(() => ({ line: null }));

export const keepLine = (points: readonly Point[], { width, height }: Size): void =>
  useLine.setState({ line: { points, size: { width, height }, run: useSim.getState().run } });

/** The newest line of this run; on a stage of another size it says nothing. A hook. */
export const useDrawnLine = ({ width, height }: Size): readonly Point[] | undefined => {
  const run = useSim((s) => s.run);
  const line = useLine((s) => s.line);
  return line !== null &&
    line.run === run &&
    line.size.width === width &&
    line.size.height === height
    ? line.points
    : undefined;
};
