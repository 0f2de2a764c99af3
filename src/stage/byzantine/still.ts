import type { ByzantineDetail } from '../../view/byzantine.ts';
import type { Frame } from '../../view/frame.ts';
import type { Shape, ViewBox } from '../shape.ts';
import { inEnglish } from '../words.ts';
import { generalsLayout } from './layout.ts';
import { handsOf, plansOnStage } from './plans.ts';
import { byzantineStage } from './stage.ts';
import { inOrder } from './who.ts';
import { byzantineWords } from './words.ts';

/** The generals' part of a stage that has a panel beside it; a narrow one is theirs alone. */
export const FIELD = 0.64;
const NARROW = 480;

/** A lab as it opens, before it is there. */
export const byzantineStill = (
  frame: Frame<ByzantineDetail>,
  { width, height }: ViewBox,
): readonly Shape[] => {
  const narrow = width < NARROW;
  const layout = generalsLayout(
    {
      pids: inOrder(frame.detail).map(({ pid }) => pid),
      hands: narrow ? [] : handsOf(plansOnStage(frame.detail), frame.detail.values),
    },
    { width: narrow ? width : width * FIELD, height },
  );
  return byzantineStage(frame, layout, frame.time, { words: inEnglish(byzantineWords) });
};
