/** What both labs of ZooKeeper's servers may be asked: one model, one answer. */
import type { Liveness } from '../view/frame.ts';
import type { Condition } from '../view/condition.ts';
import type { Pid } from '../view/time.ts';
import { isActive, leads } from '../zookeeper/quorum/place.ts';
import type { Server } from '../zookeeper/server/server.ts';
import { reachesZxid } from './notation.ts';

interface Member {
  readonly pid: Pid;
  readonly liveness: Liveness;
  /** Null while it is down. */
  readonly server: Server | null;
}

/** Leads, and a quorum has synchronised with it. */
const isEstablished = ({ liveness, server }: Member): boolean =>
  liveness === 'up' && server !== null && server.peer !== null && leads(server) && isActive(server);

/** @returns undefined for what is not asked of an ensemble as such */
export function ensembleHolds(
  members: readonly Member[],
  condition: Condition,
): boolean | undefined {
  if ('leader' in condition) {
    const { leader } = condition;
    const established = members.filter(isEstablished);
    if (leader === 'any') return established.length > 0;
    return leader === 'none'
      ? established.length === 0
      : established.some(({ pid }) => pid === leader);
  }
  if ('zxid' in condition) {
    const { pid, atLeast } = condition.zxid;
    const found = members.find((each) => each.pid === pid)?.server ?? null;
    return found !== null && reachesZxid(found.tree.lastZxid, atLeast);
  }
  return undefined;
}
