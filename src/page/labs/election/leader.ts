import type { ElectionDetail } from '../../../view/election.ts';
import type { Frame } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import { leaderAmong } from '../../panels/leader.ts';

/** The established leader, or else a server that takes itself for one. */
export const leaderOf = (frame: Frame<ElectionDetail>): Pid | null =>
  leaderAmong(frame, frame.detail.established);
