import type { Micros } from '../../view/time.ts';
import { waitParts } from '../time-text.ts';
import type { StageWords } from '../words.ts';

/** How long something lasts, as a person says it: `8.4 s`, `250 ms`. */
export const lasting = (time: Micros, words: StageWords): string => {
  const { value, unit } = waitParts(time);
  return words.timeIn(value, unit);
};
