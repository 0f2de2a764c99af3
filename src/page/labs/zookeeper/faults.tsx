import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { acts } from '../../lab-frame/acts.ts';
import { KillLeader } from '../../panels/faults/kill-leader.tsx';
import { useLabFrame } from '../../sim/selectors.ts';
import { leaderOf } from './leader.ts';

/** In an ensemble its leader can be killed; who stands alone leads nobody. */
export const Faults = () => {
  const frame = useLabFrame<ZooKeeperDetail>();
  if (frame === null || frame.detail.ensemble === null) return null;
  return <KillLeader leader={leaderOf(frame)} acts={acts} />;
};
