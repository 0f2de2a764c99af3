import { useSim } from '../sim/store.ts';

/** Whether the run has its first frame, or there is something to say instead. */
export const useOpen = (): boolean =>
  useSim(({ frame, status, problem }) => frame !== null || status === 'failed' || problem !== null);
