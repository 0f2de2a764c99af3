import type { BoxEntryView, VoteView } from '../../view/election.ts';
import { compareZxid } from './zxid.ts';

/** Whom a server would follow, with what that candidate has [server.quorum.Vote]. */
export type Vote = VoteView;

/** An entry of `recvset` or `outofelection`. */
export type BoxEntry = BoxEntryView;

/** Which rules of the order are left out (mutants). */
export interface OrderFlaws {
  readonly ignoreEpoch: boolean;
  readonly ignoreZxid: boolean;
  readonly ignoreSid: boolean;
}

export const soundOrder: OrderFlaws = { ignoreEpoch: false, ignoreZxid: false, ignoreSid: false };

/**
 * The vote of one who is no participant: Long.MIN_VALUE in all fields [FastLeaderElection.getInitId
 * …]. Here −1, which is as much below every real vote.
 */
export const NON_VOTE: Vote = { leader: -1, zxid: { epoch: -1, counter: 0 }, peerEpoch: -1 };

/** The first field that differs; `equal` when none does. */
export function decidingField(a: Vote, b: Vote): 'epoch' | 'zxid' | 'sid' | 'equal' {
  if (a.peerEpoch !== b.peerEpoch) return 'epoch';
  if (compareZxid(a.zxid, b.zxid) !== 0) return 'zxid';
  return a.leader === b.leader ? 'equal' : 'sid';
}

/**
 * Whether `a` is better than `b`: larger peerEpoch, then larger zxid, then larger sid
 * [FastLeaderElection.totalOrderPredicate; specification R2].
 */
export function totalOrderPredicate(a: Vote, b: Vote, flaws: OrderFlaws = soundOrder): boolean {
  if (!flaws.ignoreEpoch && a.peerEpoch !== b.peerEpoch) return a.peerEpoch > b.peerEpoch;
  const byZxid = flaws.ignoreZxid ? 0 : compareZxid(a.zxid, b.zxid);
  if (byZxid !== 0) return byZxid > 0;
  return !flaws.ignoreSid && a.leader > b.leader;
}

export const sameVote = (a: Vote, b: Vote): boolean => decidingField(a, b) === 'equal';
