/** A run of the experiment, played to where its requests are over. */
import { protocolOf } from '../../../scenarios/protocols.ts';
import type { CapDetail, CapRequestView } from '../../../view/cap.ts';
import type { Scenario } from '../../../view/scenario.ts';
import { Run } from '../../run.ts';

/** µs. */
const LONGEST = 400_000_000;
const LOOK_EVERY = 250_000;

export const detailOf = (run: Run): CapDetail => run.protocol.detail(run.world) as CapDetail;

const isOver = ({ outcome }: CapRequestView): boolean =>
  outcome !== 'planned' && outcome !== 'waiting';

/** Steps until virtual time `us`. */
export function runTo(run: Run, us: number): void {
  while (run.step(us)) if (run.world.violations.length > 0) return;
}

/** Its run when every request of the workload is over, and some seconds later. */
export function played(file: Scenario<'cap'>, afterMs = 3000): Run {
  const run = new Run(protocolOf('cap'), file, false);
  let time = 0;
  while (time < LONGEST && !detailOf(run).requests.every(isOver)) {
    time += LOOK_EVERY;
    runTo(run, time);
  }
  runTo(run, time + afterMs * 1000);
  return run;
}
