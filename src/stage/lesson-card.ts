import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { Micros } from '../view/time.ts';
import type { Drawing } from './shape.ts';

export interface LessonCardOptions {
  /** Default 240 × 96, drawn at any size. */
  readonly width?: number;
  readonly height?: number;
  readonly now?: Micros;
}

/** The ensemble in miniature, without words. */
export const lessonCard = (
  _frame: Frame<ElectionDetail>,
  _options: LessonCardOptions = {},
): Drawing => {
  throw new Error('not drawn yet');
};
