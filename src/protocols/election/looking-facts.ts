/** What is said about an election while it lasts. All are called before the state changes. */
import { zxidText } from '../../view/zxid.ts';
import { endedBy, isBetter, isQuorum, judgeAnswer, saysLooking, votesForMine } from './electing.ts';
import type { PeerEvent } from './events.ts';
import { notificationOf } from './events.ts';
import { compared, say } from './facts.ts';
import type { Server } from './server.ts';
import { decidingField, totalOrderPredicate } from './vote.ts';

/** After the state has changed: the new round. */
export function explainLooking(s: Server, e: PeerEvent): void {
  if (!e.io.explaining) return;
  const { leader, peerEpoch, zxid } = s.election.vote;
  say(e, 'looking', { round: s.round, candidate: leader, epoch: peerEpoch, zxid: zxidText(zxid) });
}

const comparison = (s: Server, e: PeerEvent) => {
  const { vote } = notificationOf(e);
  const own = s.election.vote;
  return compared(e.from, vote, own, decidingField(vote, own));
};

export function explainSwitch(s: Server, e: PeerEvent): void {
  if (!e.io.explaining) return;
  const from = s.election.vote.leader;
  say(e, 'vote-switched', { ...comparison(s, e), from, to: notificationOf(e).vote.leader });
}

export function explainKept(s: Server, e: PeerEvent): void {
  if (e.io.explaining) say(e, 'vote-kept', comparison(s, e));
}

export function explainRound(s: Server, e: PeerEvent): void {
  if (!e.io.explaining) return;
  const { round, vote } = notificationOf(e);
  const { initial } = s.election;
  const candidate = totalOrderPredicate(vote, initial, s.config.order) ? vote : initial;
  const to = { from: s.round, to: round, candidate: candidate.leader };
  say(e, 'round-adopted', { heardFrom: e.from, ...to });
}

export function explainAnswer(s: Server, e: PeerEvent): void {
  if (!e.io.explaining) return;
  const { vote, state, round } = notificationOf(e);
  const { agreeing, missing } = judgeAnswer(s, e);
  if (endedBy(s, e) === null) {
    const needed = s.config.quorum;
    const data = { heardFrom: e.from, leader: vote.leader, state, agreeing, needed, missing };
    say(e, 'answer-noted', data);
  } else {
    say(e, 'joined-established', { leader: vote.leader, agreeing, roundBefore: s.round, round });
  }
}

export function explainQuorum(s: Server, e: PeerEvent): void {
  if (!e.io.explaining) return;
  const { quorum: needed, finalizeWait } = s.config;
  const candidate = s.election.vote.leader;
  const waitMs = finalizeWait / 1000;
  say(e, 'quorum-seen', { candidate, votes: votesForMine(s), needed, waitMs });
}

/** While it waits for a better vote. */
export function explainWhileFinalizing(s: Server, e: PeerEvent): void {
  if (e.io.explaining && saysLooking(e) && notificationOf(e).round === s.round) explainKept(s, e);
}

export function explainReopened(s: Server, e: PeerEvent): void {
  if (!e.io.explaining || !isQuorum(s) || !isBetter(s, e)) return;
  say(e, 'quorum-reopened', { heardFrom: e.from, candidate: s.election.vote.leader });
}

export function explainWaitOver(s: Server, e: PeerEvent): void {
  if (!e.io.explaining) return;
  say(e, 'finalize-wait-over', { candidate: s.election.vote.leader, votes: votesForMine(s) });
}
