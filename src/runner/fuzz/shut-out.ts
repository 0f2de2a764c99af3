import { machineAt } from '../../clients/host-list.ts';
import { clientIn } from '../../ensemble/member.ts';
import type { Member } from '../../ensemble/member.ts';
import { compareZxid } from '../../protocols/election/zxid.ts';
import type { AnyWorld } from '../../scenarios/protocol.ts';
import type { Pid } from '../../view/time.ts';
import { readsOnly, serves } from '../../zookeeper/quorum/place.ts';
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

/** What it is called when it is counted. */
export const LET_IN = 'a client ahead of its server, let in after the next write';
export const KEPT_OUT = 'a client ahead of its server, and nobody there to write';

/**
 * Whether a client has seen what each server of its list has not, though all of them serve: what it read of
 * a server without a leader was never committed. They refuse it until something is written
 * [ZooKeeperServer.processConnectRequest].
 */
export function isAhead(world: AnyWorld, pid: Pid): boolean {
  const client = clientIn(world.process(pid).s as Member | null);
  if (client === null || client.handle?.state !== 'CONNECTING') return false;
  const { lastZxid, servers } = client.handle;
  return servers.every(({ host }) => {
    const machine = machineAt(client, host);
    const server = machine === undefined ? null : serverAt(world, machine);
    if (server === null || !serves(server) || readsOnly(server)) return false;
    return compareZxid(lastZxid, server.tree.lastZxid) > 0;
  });
}

/** Whether a client has a connection by which it could write. */
export const canWrite = (world: AnyWorld, pid: Pid): boolean =>
  clientIn(world.process(pid).s as Member | null)?.handle?.state === 'CONNECTED';
