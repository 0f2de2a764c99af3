import type { ElectionDetail } from '../../view/election.ts';
import type { Frame } from '../../view/frame.ts';
import type { SimState } from './store.ts';
import { useSim } from './store.ts';

/** The present frame with an election's own part; the lab that uses it knows its model. */
export const useElectionFrame = (): Frame<ElectionDetail> | null =>
  useSim((s) => s.frame as Frame<ElectionDetail> | null);

/** While a question is open its answer must not be given away: marks ahead and fields are veiled. */
export const isVeiled = (s: SimState): boolean => {
  if (s.lesson === null || s.prediction.checked) return false;
  const step = s.lesson.steps[s.lesson.index];
  return step !== undefined && step.asks && s.lesson.phase === 'ready';
};
export const useVeiled = (): boolean => useSim(isVeiled);
