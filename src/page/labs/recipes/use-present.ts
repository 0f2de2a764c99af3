import { useState } from 'react';
import type { Scenario } from '../../../view/scenario.ts';
import { useSim } from '../../sim/store.ts';

/** The scenario that is open, if it is of this lab; while another one is being opened, the one before. A hook. */
export const usePresent = (): Scenario<'recipes'> | null => {
  const opened = useSim((s) => s.opened?.scenario ?? null);
  const present = opened?.model === 'recipes' ? opened : null;
  const [kept, keep] = useState(present);
  if (present !== null && present !== kept) keep(present);
  return present ?? kept;
};
