import { oralMessages } from '../paths.ts';

/** Messages of a whole run of OM(m) in which nobody keeps silent. */
export const allOralMessages = (generals: number, m: number): number =>
  Array.from({ length: m + 1 }, (_, index) => oralMessages(generals, index + 1)).reduce(
    (sum, count) => sum + count,
    0,
  );
