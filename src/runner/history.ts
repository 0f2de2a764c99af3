import type { StepRecord } from '../view/fact.ts';
import type { Run } from './run.ts';

/** Records are computed again in stretches of so many steps, from the newest backwards. */
const STRETCH = 1024;
/** Further back than this nobody looks for one more line. */
const MOST_STRETCHES = 64;

/**
 * What happened in steps [from, to) of the present branch: the newest `most` records, oldest first.
 * @param query.all with routine steps too
 */
export function newestRecords(
  run: Run,
  query: {
    readonly from: number;
    readonly to: number;
    readonly all: boolean;
    readonly most: number;
  },
): StepRecord[] {
  const found: StepRecord[][] = [];
  let missing = query.most;
  let end = Math.min(query.to, run.branch.length);
  const least = Math.max(0, query.from);
  for (let stretch = 0; stretch < MOST_STRETCHES && end > least && missing > 0; stretch++) {
    const begin = Math.max(least, end - STRETCH);
    const records = run.records(begin, end).filter(({ routine }) => query.all || !routine);
    const newest = records.slice(-missing);
    missing -= newest.length;
    found.unshift(newest);
    end = begin;
  }
  return found.flat();
}

/** The position just after the last busy step before the cursor's own one: "step back". */
export function previousBusyStep(run: Run, all: boolean): number {
  const own = newestRecords(run, { from: 0, to: run.position, all, most: 2 });
  const [earlier] = own;
  return own.length < 2 || earlier === undefined ? 0 : earlier.step + 1;
}
