import type { ByzantineDetail } from '../../view/byzantine.ts';
import type { Frame } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';
import { linkShapes } from '../links.ts';
import type { LinkOptions } from '../links.ts';
import { messageShapes } from '../messages.ts';
import type { MessageOptions } from '../messages.ts';
import { group } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { generalShapes } from './generals.ts';
import type { GeneralsOptions } from './generals.ts';
import type { GeneralsLayout } from './layout.ts';
import { dimmed } from './seen.ts';
import type { ByzantineSaying } from './words.ts';

export interface ByzantineStageOptions extends MessageOptions, LinkOptions, GeneralsOptions {
  readonly words: ByzantineSaying;
}

/** Generals and what they tell each other, in drawing order. */
export const byzantineStage = (
  frame: Frame<ByzantineDetail>,
  layout: GeneralsLayout,
  now: Micros,
  options: ByzantineStageOptions,
): readonly Shape[] => {
  const { shields, words } = generalShapes(frame, layout, options);
  const still = [group(shields, { key: 'generals' }), group(words, { key: 'words' })];
  const messages = messageShapes(frame, layout, now, options, still);
  const { seenBy = null } = options;
  const seen = (shapes: readonly Shape[]): readonly Shape[] =>
    seenBy === null ? shapes : dimmed(shapes, frame, seenBy);
  return [
    group(linkShapes(frame, layout, options), { key: 'links' }),
    group(seen(messages.trails), { key: 'trails' }),
    ...still,
    group(seen(messages.slips), { key: 'slips' }),
  ];
};
