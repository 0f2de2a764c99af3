/** Votes leave a server. */
import { connectAll, haveDelivered, sendToPeers } from './connections.ts';
import { isVoter } from './config.ts';
import { backOff, isOlderRound, noteHeard, proposal, reply } from './electing.ts';
import type { PeerEvent } from './events.ts';
import { notificationOf } from './events.ts';
import { say } from './facts.ts';
import type { Server } from './server.ts';

/** [FastLeaderElection.sendNotifications] To all other voters, by ascending sid. */
export const notifyAll = (s: Server, e: PeerEvent): Server =>
  sendToPeers(s, e, s.config.voters, proposal(s));

// ---- answers [WorkerReceiver.run]

/** A server that has decided, or is asked by an observer, tells its vote. */
export function answer(s: Server, e: PeerEvent): Server {
  noteHeard(e);
  const message = reply(s);
  if (e.io.explaining) {
    const { vote, state, round } = message;
    say(e, 'answered', { to: e.from, leader: vote.leader, state, round });
  }
  return sendToPeers(s, e, [e.from], message);
}

/** R3, second point: who is in an earlier round hears the present vote. */
export function answerOldRound(s: Server, e: PeerEvent): Server {
  if (!isOlderRound(s, e)) return s;
  const answered = !s.config.broken.has('keep-old-rounds-waiting');
  if (e.io.explaining) {
    const theirs = notificationOf(e).round;
    say(e, 'old-round-ignored', { heardFrom: e.from, theirs, own: s.round, answered });
  }
  return answered ? sendToPeers(s, e, [e.from], proposal(s)) : s;
}

// ---- nothing heard

/** [FastLeaderElection.lookForLeader] Once more to all, or first of all a connection. */
export function resend(s: Server, e: PeerEvent): Server {
  const delivered = haveDelivered(s);
  const next = backOff(delivered ? notifyAll(s, e) : connectAll(s, e));
  if (e.io.explaining) {
    const nextMs = next.election.notTimeout / 1000;
    say(e, 'notification-timeout', { nextMs, dialled: !delivered });
  }
  return next;
}

/** Golden profile: a channel came up, and the last notification goes over it again (R7). */
export function resendOverLink(s: Server, e: PeerEvent): Server {
  if (!isVoter(s.config, e.from)) return s;
  if (e.io.explaining) say(e, 'vote-resent', { to: e.from, candidate: s.election.vote.leader });
  return sendToPeers(s, e, [e.from], proposal(s));
}
