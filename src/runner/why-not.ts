import type { Sliced } from '../scenarios/slices.ts';
import type { WhyView } from '../view/command.ts';
import type { Pid } from '../view/time.ts';
import { newestRecords } from './history.ts';
import type { Run } from './run.ts';

/** Why what one waits for has not come yet at a process, from what happened last. */
export function* whyNot(run: Run, pid: Pid): Sliced<WhyView> {
  const query = { from: 0, to: run.position, all: false, most: 2000 };
  const records = yield* newestRecords(run, query);
  const facts = records.flatMap((record) => record.facts);
  return { pid, reasons: run.protocol.whyNot?.(run.world, pid, facts) ?? [] };
}
