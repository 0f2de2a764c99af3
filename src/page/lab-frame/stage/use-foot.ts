import { useRoom } from '../../browser/use-media.ts';
import { useSim } from '../../sim/store.ts';

/** Height of the row of what one could do at rest, px. */
const ROW = 36;

/**
 * How much of a free lab's stage is kept free below its drawing for what is offered at rest, px.
 * @param full its drawing reaches the lower edge on the right: then a lesson's stage has it, too
 */
export const useFoot = (clean: boolean, full = false): number => {
  const room = useRoom();
  const free = useSim((s) => s.lesson === null);
  return (free || full) && !clean && (room === 'usual' || room === 'wide') ? ROW : 0;
};
