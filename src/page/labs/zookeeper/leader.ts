import type { Frame } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';

/** The established leader, or else a server that takes itself for one; none in an ensemble without one, or of a server that stands alone. */
export const leaderOf = (frame: Frame<ZooKeeperDetail>): Pid | null =>
  frame.detail.ensemble?.established?.leader ??
  frame.processes.find((one) => one.liveness === 'up' && one.state === 'LEADING')?.pid ??
  null;
