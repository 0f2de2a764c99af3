import type { ElectionDetail } from '../../../view/election.ts';
import type { Frame } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';

/** The established leader, or else a server that takes itself for one. */
export const leaderOf = (frame: Frame<ElectionDetail>): Pid | null =>
  frame.detail.established?.leader ??
  frame.processes.find((one) => one.liveness === 'up' && one.state === 'LEADING')?.pid ??
  null;
