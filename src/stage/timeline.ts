import type { Mark } from '../view/frame.ts';
import type { Drawing } from './shape.ts';
import type { StageWords } from './words.ts';

export interface TimelineOptions {
  readonly words: StageWords;
  readonly width: number;
  /** Default 44. */
  readonly height?: number;
  readonly position: number;
  readonly length: number;
  /** Short names of processes for labels. */
  readonly name: (pid: number) => string;
  /** True while a question is open: nothing right of the playhead is shown. */
  readonly veiled?: boolean;
}

/** Marks over positions; x is by position, not by time. */
export const timeline = (_marks: readonly Mark[], _options: TimelineOptions): Drawing => {
  throw new Error('not drawn yet');
};

/** The position at x, for dragging. */
export const positionAt = (x: number, options: Pick<TimelineOptions, 'width' | 'length'>): number =>
  Math.round((Math.min(Math.max(x, 0), options.width) / options.width) * options.length);
