import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { Micros } from '../view/time.ts';
import type { EnsembleOptions } from './ensemble.ts';
import type { Layout } from './layout.ts';
import type { MessageOptions } from './messages.ts';
import type { Shape } from './shape.ts';

export interface StageOptions extends EnsembleOptions, MessageOptions {}

/** The whole stage in drawing order: groups `links`, `trails`, `servers`, `labels`, `slips`. */
export const stageShapes = (
  _frame: Frame<ElectionDetail>,
  _layout: Layout,
  _now: Micros,
  _options: StageOptions,
): readonly Shape[] => {
  throw new Error('not drawn yet');
};
