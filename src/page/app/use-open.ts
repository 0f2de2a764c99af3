import { useDeferredValue } from 'react';
import { useSim } from '../sim/store.ts';

/**
 * Whether the run has its first frame, or there is something to say instead. A lab takes long to draw
 * for the first time: React does it in short turns, between which the page hears clicks and keys.
 */
export const useOpen = (): boolean => {
  const open = useSim(
    ({ frame, status, problem }) => frame !== null || status === 'failed' || problem !== null,
  );
  const taken = useDeferredValue(open);
  return open && taken;
};
