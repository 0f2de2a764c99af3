import type { AnyWorld } from '../../scenarios/protocol.ts';
import type { Pid } from '../../view/time.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import { serverAt } from './zab-scenes.ts';

/** What it is called when it is counted. */
export const SHUT_OUT =
  'a server that has accepted a later epoch than the leader has, and cannot join it';

/**
 * Whether somebody has accepted a later epoch than that of the established leader, of one that came to nothing.
 * It refuses that leader, again and again, until there is another election [Learner.registerWithLeader].
 */
export function isShutOut(world: AnyWorld, servers: readonly Pid[]): boolean {
  const epochs = servers.map((pid) => {
    const { peer = null } = serverAt(world, pid) ?? {};
    return peer?.state === 'LEADING' && peer.phase === 'BROADCAST' ? (peer.leading?.epoch ?? 0) : 0;
  });
  const epoch = Math.max(...epochs);
  return (
    epoch > 0 &&
    servers.some((pid) => ((world.process(pid).disk as Disk).acceptedEpoch ?? 0) > epoch)
  );
}
