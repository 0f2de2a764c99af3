import type { SetName } from '../../../stage/two-sets.ts';
import type { TwoSets } from '../../../view/exhibit.ts';
import type { Pid } from '../../../view/time.ts';

/** The sets with a server added to one of them, or taken out of it. */
export const toggled = (sets: TwoSets, of: SetName, pid: Pid): TwoSets => {
  const set = sets[of];
  const next = set.includes(pid) ? set.filter((one) => one !== pid) : [...set, pid];
  return { ...sets, [of]: next.toSorted((a, b) => a - b) };
};
