/** The experiment, played until its requests are over. */
import { protocolOf } from '../../scenarios/protocols.ts';
import type { CapDetail, CapRequestView } from '../../view/cap.ts';
import type { Scenario } from '../../view/scenario.ts';
import { Run } from '../run.ts';

/** µs: the longest that one waits for what may never come. */
const LONGEST = 400_000_000;
const LOOK_EVERY = 250_000;

export const detailOf = (run: Run): CapDetail => run.protocol.detail(run.world) as CapDetail;

const isOver = ({ outcome }: CapRequestView): boolean =>
  outcome !== 'planned' && outcome !== 'waiting';

function runTo(run: Run, us: number): void {
  while (run.world.violations.length === 0 && run.step(us));
}

/** Its run when every request of the workload is over and the cuts are healed, and some seconds later. */
export function played(file: Scenario<'cap'>, afterMs = 3000): Run {
  const run = new Run(protocolOf('cap'), file, false);
  let time = 0;
  while (time < LONGEST && run.world.violations.length === 0) {
    const { requests, cuts } = detailOf(run);
    if (requests.every(isOver) && cuts.every(({ to }) => to === null || to <= time)) break;
    time += LOOK_EVERY;
    runTo(run, time);
  }
  runTo(run, time + afterMs * 1000);
  return run;
}
