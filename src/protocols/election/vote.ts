import type { BoxEntryView, VoteView } from '../../view/election.ts';
import type { Pid } from '../../view/time.ts';
import { compareZxid } from './zxid.ts';

/** Whom a server would follow, with what that candidate has [server.quorum.Vote]. */
export type Vote = VoteView;

/** An entry of `recvset` or `outofelection`. */
export type BoxEntry = BoxEntryView;

/** What changes the order of votes: rules that are left out (mutants), and weights. */
export interface Order {
  readonly ignoreEpoch: boolean;
  readonly ignoreZxid: boolean;
  readonly ignoreSid: boolean;
  /** No flaw: whoever weighs nothing is never voted for by another [QuorumHierarchical.getWeight]. */
  readonly weightless: readonly Pid[];
}

export const soundOrder: Order = {
  ignoreEpoch: false,
  ignoreZxid: false,
  ignoreSid: false,
  weightless: [],
};

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
export function totalOrderPredicate(a: Vote, b: Vote, order: Order = soundOrder): boolean {
  if (order.weightless.includes(a.leader)) return false;
  if (!order.ignoreEpoch && a.peerEpoch !== b.peerEpoch) return a.peerEpoch > b.peerEpoch;
  const byZxid = order.ignoreZxid ? 0 : compareZxid(a.zxid, b.zxid);
  if (byZxid !== 0) return byZxid > 0;
  return !order.ignoreSid && a.leader > b.leader;
}

export const sameVote = (a: Vote, b: Vote): boolean => decidingField(a, b) === 'equal';
