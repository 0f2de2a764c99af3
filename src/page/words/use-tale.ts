import { useMemo } from 'react';
import { useSim } from '../sim/store.ts';
import type { Tale } from './fact-sentence.ts';
import { useLoose } from './use-words.ts';

/** How the facts of the run on screen are told, in the reader's language. */
export const useTale = (): Tale => {
  const t = useLoose('facts');
  const model = useSim((s) => s.model ?? '');
  // Names stay the same from frame to frame, and their text with them.
  const named = useSim((s) => s.frame?.processes.map((one) => `${one.pid} ${one.name}`).join('/'));
  return useMemo(() => {
    const names = new Map(named?.split('/').map((one) => one.split(' ') as [string, string]));
    return { model, t, name: (pid) => names.get(`${pid}`) ?? `${pid}` };
  }, [t, model, named]);
};
