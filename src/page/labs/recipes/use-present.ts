import type { Scenario } from '../../../view/scenario.ts';
import { useSim } from '../../sim/store.ts';

/** The scenario that is open, if it is of this lab; a hook. */
export const usePresent = (): Scenario<'recipes'> | null => {
  const opened = useSim((s) => s.opened?.scenario ?? null);
  return opened?.model === 'recipes' ? opened : null;
};
