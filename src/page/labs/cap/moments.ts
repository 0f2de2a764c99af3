import type { CapDetail } from '../../../view/cap.ts';
import type { Micros } from '../../../view/time.ts';
import { useSaying } from '../../words/use-saying.ts';

/** Says a moment as the experiment counts it, from its t = 0, and how long something lasted. A hook. */
export const useMoments = () => {
  const { timeIn } = useSaying('cap.stage');
  const seconds = (time: Micros): string => timeIn(Math.round(time / 1e5) / 10, 's');
  return {
    at: ({ zero }: Pick<CapDetail, 'zero'>, time: Micros): string => seconds(time - zero),
    lasting: seconds,
  };
};
