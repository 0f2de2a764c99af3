import type { Micros } from '../../view/time.ts';
import { timeText } from '../words/time-text.ts';
import { useLoose } from '../words/use-words.ts';

/** Says a virtual time or duration in the reader's language. */
export const useTimeText = (): ((time: Micros) => string) => {
  const t = useLoose('lab');
  return (time) => timeText(time, t);
};
