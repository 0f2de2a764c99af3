import type { LessonState, Mistake } from '../../../view/command.ts';
import type { PredictionState } from '../../sim/store.ts';

/** Fewer hands than these do not fill the scale: one hand is a short bar. */
const SHORTEST_SCALE = 10;

/** What a room is told of the answer: nothing before it is revealed. */
export interface Revealed {
  readonly right: string | null;
  readonly mistakes: readonly Mistake[];
}

/** The answer, once somebody has told it or the step is over; null before. */
export const revealed = (lesson: LessonState, { told }: PredictionState): Revealed | null =>
  lesson.phase === 'done' ? { right: lesson.answer, mistakes: lesson.mistakes } : told;

/** How much of its place each option's bar takes, 0 to 1; all have one scale. */
export const barsOf = (
  options: readonly string[],
  hands: PredictionState['hands'],
): readonly number[] => {
  const counts = options.map((option) => hands[option] ?? 0);
  const scale = Math.max(SHORTEST_SCALE, ...counts);
  return counts.map((count) => count / scale);
};

export const allHands = (hands: PredictionState['hands']): number =>
  Object.values(hands).reduce((sum, count) => sum + count, 0);

/**
 * The mistake that a room hears about: the one asked for; else the one that most hands were raised
 * for; where none was counted, the one that was chosen.
 */
export const mistakeToldOf = (
  mistakes: readonly Mistake[],
  { hands, chosen, replyTo }: PredictionState,
): Mistake | null => {
  const asked = mistakes.find(({ option }) => option === replyTo);
  if (asked !== undefined) return asked;
  const most = Math.max(0, ...mistakes.map(({ option }) => hands[option] ?? 0));
  if (most > 0) return mistakes.find(({ option }) => hands[option] === most) ?? null;
  return mistakes.find(({ option }) => option === chosen) ?? null;
};
