import type { Frame } from '../../view/frame.ts';
import type { PaxosDetail, PaxosProcessView } from '../../view/paxos.ts';
import type { Pid } from '../../view/time.ts';

/** The one card that the last step changed: it glows once. */
export interface PaxosChange {
  readonly pid: Pid;
}

const told = ({ acceptor, proposer, learner }: PaxosProcessView): string =>
  [
    acceptor?.promised,
    acceptor?.accBallot,
    acceptor?.accValue,
    proposer?.ballot,
    proposer?.value,
    proposer?.outcome,
    learner?.learned?.value,
  ].join(' ');

/** What differs most between two frames of one branch; null when nothing that is drawn does. */
export const paxosChange = (
  before: Frame<PaxosDetail> | null,
  after: Frame<PaxosDetail>,
): PaxosChange | null => {
  if (before === null || before.branch !== after.branch) return null;
  const was = new Map(before.processes.map((one) => [one.pid, one.liveness]));
  const turned = after.processes.find((one) => was.get(one.pid) !== one.liveness);
  if (turned !== undefined) return { pid: turned.pid };
  const knew = new Map(before.detail.processes.map((one) => [one.pid, told(one)]));
  const changed = after.detail.processes.find((one) => knew.get(one.pid) !== told(one));
  return changed === undefined ? null : { pid: changed.pid };
};
