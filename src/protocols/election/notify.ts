/** Votes leave a server. */
import { noteConnectAll, connectAll, haveDelivered, noteSent, sendToPeer } from './connections.ts';
import { isVoter } from './config.ts';
import { isOlderRound, proposal, reply } from './electing.ts';
import type { PeerEvent } from './events.ts';
import { notificationOf } from './events.ts';
import { say } from './facts.ts';
import type { Server } from './server.ts';

// [FastLeaderElection.sendNotifications] To all other voters, by ascending sid.

export function notifyAll(s: Server, e: PeerEvent): void {
  const message = proposal(s);
  for (const voter of s.config.voters) if (voter !== s.sid) sendToPeer(s, e, voter, message);
}

export const noteNotified = (s: Server, e: PeerEvent): Server =>
  s.config.profile === 'golden' ? s : noteSent(s, e, s.config.voters, proposal(s));

// ---- answers [WorkerReceiver.run]

/** A server that has decided, or is asked by an observer, tells its vote. */
export function answer(s: Server, e: PeerEvent): void {
  const message = reply(s);
  sendToPeer(s, e, e.from, message);
  if (!e.io.explaining) return;
  const { vote, state, round } = message;
  say(e, 'answered', { to: e.from, leader: vote.leader, state, round });
}

export const noteAnswered = (s: Server, e: PeerEvent): Server => noteSent(s, e, [e.from], reply(s));

const tellsOldRound = (s: Server, e: PeerEvent): boolean =>
  isOlderRound(s, e) && !s.config.broken.has('keep-old-rounds-waiting');

/** R3, second point: who is in an earlier round hears the present vote. */
export function answerOldRound(s: Server, e: PeerEvent): void {
  if (!isOlderRound(s, e)) return;
  const answered = tellsOldRound(s, e);
  if (answered) sendToPeer(s, e, e.from, proposal(s));
  if (!e.io.explaining) return;
  const theirs = notificationOf(e).round;
  say(e, 'old-round-ignored', { heardFrom: e.from, theirs, own: s.round, answered });
}

export const noteOldRoundAnswered = (s: Server, e: PeerEvent): Server =>
  tellsOldRound(s, e) ? noteSent(s, e, [e.from], proposal(s)) : s;

// ---- nothing heard

/** [FastLeaderElection.lookForLeader] Once more to all, or first of all a connection. */
export function resend(s: Server, e: PeerEvent): void {
  const delivered = haveDelivered(s);
  if (delivered) notifyAll(s, e);
  else connectAll(s, e);
  if (!e.io.explaining) return;
  const nextMs = Math.min(2 * s.election.notTimeout, 60_000_000) / 1000;
  say(e, 'notification-timeout', { nextMs, dialled: !delivered });
}

export const noteResent = (s: Server, e: PeerEvent): Server =>
  haveDelivered(s) ? noteNotified(s, e) : noteConnectAll(s, e);

/** Golden profile: a channel came up, and the last notification goes over it again (R7). */
export function resendOverLink(s: Server, e: PeerEvent): void {
  if (!isVoter(s.config, e.from)) return;
  sendToPeer(s, e, e.from, proposal(s));
  if (e.io.explaining) say(e, 'vote-resent', { to: e.from, candidate: s.election.vote.leader });
}
