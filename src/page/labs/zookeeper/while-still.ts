import type { Until } from '../../../view/command.ts';
import { useSim } from '../../sim/store.ts';

/** Only a run that stands has to be told how far to go; one that plays goes on by itself. */
export const whileStill = (until: readonly Until[]): readonly Until[] | undefined =>
  useSim.getState().playing ? undefined : until;
