import { createContext, use } from 'react';
import type { Micros } from '../../view/time.ts';
import { timeText } from './time-text.ts';
import { useLoose } from './use-words.ts';

/** The moment of a run from which its lab counts: what is before it has a minus. */
export const ZeroContext = createContext<Micros>(0);

/** Says a moment of the run in the reader's language, as its lab counts; for how long something lasts see `useTimeText`. */
export const useMomentText = (): ((time: Micros) => string) => {
  const t = useLoose('lab');
  const zero = use(ZeroContext);
  return (time) => timeText(time - zero, t);
};
