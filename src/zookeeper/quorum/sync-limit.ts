/** How long a learner may take to acknowledge a proposal [LearnerHandler.SyncLimitCheck]. */
import { sameZxid } from '../../protocols/election/zxid.ts';
import type { Micros } from '../../view/time.ts';
import type { Zxid } from '../../view/zxid.ts';

interface Sent {
  readonly zxid: Zxid;
  readonly at: Micros;
}

/** The proposal that is watched, and the one that will be when it is acknowledged; others are not. */
export interface Awaited {
  readonly current: Sent | null;
  readonly next: Sent | null;
}

export const nothingAwaited: Awaited = { current: null, next: null };

export function proposalSent(awaited: Awaited, zxid: Zxid, at: Micros): Awaited {
  const { current, next } = awaited;
  if (current === null) return { current: { zxid, at }, next };
  return next === null ? { current, next: { zxid, at } } : awaited;
}

export const proposalAcknowledged = (awaited: Awaited, zxid: Zxid): Awaited =>
  awaited.current !== null && sameZxid(awaited.current.zxid, zxid)
    ? { current: awaited.next, next: null }
    : awaited;

/** @param limit syncLimit ticks */
export const isOverdue = ({ current }: Awaited, now: Micros, limit: Micros): boolean =>
  current !== null && now - current.at >= limit;
