import { useRoom } from '../../browser/use-media.ts';
import { useSim } from '../../sim/store.ts';

/** Height of the row of what one could do at rest, px. */
const ROW = 36;

/** How much of a free lab's stage is kept free below its drawing for what is offered at rest, px. */
export const useFoot = (clean: boolean): number => {
  const room = useRoom();
  const free = useSim((s) => s.lesson === null);
  return free && !clean && (room === 'usual' || room === 'wide') ? ROW : 0;
};
