import type { Frame } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { leaderAmong } from '../../panels/leader.ts';

/** The established leader, or else a server that takes itself for one; none in an ensemble without one, or of a server that stands alone. */
export const leaderOf = (frame: Frame<ZooKeeperDetail>): Pid | null =>
  leaderAmong(frame, frame.detail.ensemble?.established);
