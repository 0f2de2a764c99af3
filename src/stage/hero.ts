import type { ElectionDetail } from '../view/election.ts';
import type { Frame } from '../view/frame.ts';
import type { Micros, Pid } from '../view/time.ts';
import { ensembleLayout } from './ensemble-layout.ts';
import type { EnsembleLayout } from './ensemble-layout.ts';
import { plainShape } from './plain.ts';
import type { Shape } from './shape.ts';
import { stageShapes } from './stage.ts';
import type { StageOptions } from './stage.ts';
import { englishWords } from './words.ts';

/** Beside the headline, or below it on a phone. */
export type HeroRoom = 'wide' | 'narrow';

/** In drawing units; on a phone a unit is about a pixel. */
const SIZES = {
  wide: { width: 712, height: 332, ring: 30 },
  narrow: { width: 358, height: 320, ring: 26 },
} as const;

/** In a ring, with the middle one, which leads at first, at the top. */
export const heroLayout = (pids: readonly Pid[], room: HeroRoom): EnsembleLayout => {
  const middle = Math.floor(pids.length / 2);
  const order = [...pids.slice(middle), ...pids.slice(0, middle)];
  return ensembleLayout(order, { ...SIZES[room], longestWord: 'FOLLOWING' });
};

/**
 * The gallery's ensemble, a picture without parts to press. All its words are field terms, the same
 * in every language.
 */
export const heroShapes = (
  frame: Frame<ElectionDetail>,
  layout: EnsembleLayout,
  now: Micros,
  options: Pick<StageOptions, 'arranged' | 'changed' | 'reducedMotion'> = {},
): readonly Shape[] =>
  stageShapes(frame, layout, now, { ...options, words: englishWords }).map(plainShape);
