import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { Micros } from '../view/time.ts';
import { ensembleShapes } from './ensemble.ts';
import type { EnsembleOptions } from './ensemble.ts';
import type { EnsembleLayout } from './ensemble-layout.ts';
import { messageShapes } from './messages.ts';
import type { MessageOptions } from './messages.ts';
import { group } from './shape.ts';
import type { Shape } from './shape.ts';

export interface StageOptions extends EnsembleOptions, MessageOptions {}

/** The whole stage in drawing order, as groups `links`, `trails`, `servers`, `labels`, `slips`. */
export const stageShapes = (
  frame: Frame<ElectionDetail>,
  layout: EnsembleLayout,
  now: Micros,
  options: StageOptions,
): readonly Shape[] => {
  const ensemble = ensembleShapes(frame, layout, options);
  const messages = messageShapes(frame, layout, now, options, [
    ...ensemble.servers,
    ...ensemble.labels,
  ]);
  return [
    group(ensemble.links, { key: 'links' }),
    group(messages.trails, { key: 'trails' }),
    group(ensemble.servers, { key: 'servers' }),
    group(ensemble.labels, { key: 'labels' }),
    group(messages.slips, { key: 'slips' }),
  ];
};
