/** LOOKING: what is done about what is heard, with what is said of it and sent; a rule for each row. */
import * as Electing from './electing.ts';
import type { PeerEvent } from './events.ts';
import * as Facts from './looking-facts.ts';
import { answerOldRound, notifyAll } from './notify.ts';
import type { Server } from './server.ts';

export function beginElection(s: Server, e: PeerEvent): Server {
  const next = Electing.beginElection(s);
  Facts.explainLooking(next, e);
  return notifyAll(next, e);
}

export function adoptRound(s: Server, e: PeerEvent): Server {
  Electing.noteHeard(e);
  Facts.explainRound(s, e);
  return notifyAll(Electing.adoptRound(s, e), e);
}

export function refuseOldRound(s: Server, e: PeerEvent): Server {
  Electing.noteHeard(e);
  Facts.explainReopened(s, e);
  return answerOldRound(s, e);
}

export function switchVote(s: Server, e: PeerEvent): Server {
  Electing.noteHeard(e);
  Facts.explainSwitch(s, e);
  return notifyAll(Electing.switchVote(s, e), e);
}

export function recordVote(s: Server, e: PeerEvent): Server {
  Electing.noteHeard(e);
  Facts.explainKept(s, e);
  return Electing.recordVote(s, e);
}

export function joinEstablished(s: Server, e: PeerEvent): Server {
  Electing.noteHeard(e);
  Facts.explainAnswer(s, e);
  return Electing.joinEstablished(s, e);
}

export function recordAnswer(s: Server, e: PeerEvent): Server {
  Electing.noteHeard(e);
  Facts.explainAnswer(s, e);
  return Electing.recordAnswer(s, e);
}

export function recordWhileFinalizing(s: Server, e: PeerEvent): Server {
  Electing.noteHeard(e);
  Facts.explainWhileFinalizing(s, e);
  return Electing.recordWhileFinalizing(answerOldRound(s, e), e);
}

export function decide(s: Server, e: PeerEvent): Server {
  Facts.explainWaitOver(s, e);
  return Electing.decide(s);
}
