/**
 * The peer's machine written by hand, as a switch: what one would write without statecharts. Golden
 * profile, voters only. Its rules are the functions of src/protocols/election.
 */
import * as Electing from '../../src/protocols/election/electing.ts';
import type { PeerEvent } from '../../src/protocols/election/events.ts';
import * as Looking from '../../src/protocols/election/looking.ts';
import * as Notify from '../../src/protocols/election/notify.ts';
import * as Roles from '../../src/protocols/election/roles.ts';
import type { Server } from '../../src/protocols/election/server.ts';
import { closeStray, follow, inFollowingStates } from './following.ts';
import { inLeading, lead } from './leading.ts';
import {
  CONNECTING,
  ELECTING,
  FINALIZING,
  LEARNER_BROADCAST,
  LEARNER_DISCOVERY,
  LEARNER_SYNCHRONIZATION,
  STARTING,
} from './states.ts';
import type { Peer } from './states.ts';

export function handle(p: Peer, e: PeerEvent): void {
  switch (p.state) {
    case STARTING:
      Roles.write(p.s as Server, e, 'FILES_WRITTEN');
      look(p, e);
      return;
    case ELECTING:
    case FINALIZING:
      inLooking(p, p.s as Server, e);
      return;
    case CONNECTING:
    case LEARNER_DISCOVERY:
    case LEARNER_SYNCHRONIZATION:
    case LEARNER_BROADCAST:
      if (!inFollowingStates(p, p.s as Server, e)) look(p, e);
      return;
    default:
      if (!inLeading(p, p.s as Server, e)) look(p, e);
  }
}

// ---- LOOKING

function look(p: Peer, e: PeerEvent): void {
  p.s = Looking.beginElection(p.s as Server, e);
  count(p, e);
}

function count(p: Peer, e: PeerEvent): void {
  const s = p.s as Server;
  if (Electing.isQuorum(s)) {
    e.io.setTimer('FINALIZE_WAIT', s.config.finalizeWait);
    p.state = FINALIZING;
  } else p.state = ELECTING;
}

function stopWaiting(p: Peer, e: PeerEvent): void {
  if (p.state === FINALIZING) e.io.clearTimer('FINALIZE_WAIT');
  p.state = ELECTING;
}

function inLooking(p: Peer, s: Server, e: PeerEvent): void {
  switch (e.type) {
    case 'NOTIFICATION':
      if (p.state === FINALIZING && Electing.isFromVoter(s, e) && !Electing.isBetter(s, e)) {
        p.s = Looking.recordWhileFinalizing(s, e);
        e.io.setTimer('FINALIZE_WAIT', s.config.finalizeWait);
      } else notified(p, s, e);
      return;
    case 'FINALIZE_WAIT':
      if (p.state !== FINALIZING) return;
      p.s = Looking.decide(s, e);
      e.io.clearTimer('FINALIZE_WAIT');
      if (Electing.iAmCandidate(s)) lead(p, e);
      else follow(p, e);
      return;
    case 'LINK_UP':
      p.s = Notify.resendOverLink(s, e);
      return;
    case 'CONNECTED':
      closeStray(s, e);
  }
}

function notified(p: Peer, s: Server, e: PeerEvent): void {
  if (Electing.isVoid(s, e)) {
    stopWaiting(p, e);
    Electing.noteHeard(e);
  } else if (Electing.isNewerRound(s, e)) {
    stopWaiting(p, e);
    p.s = Looking.adoptRound(s, e);
    count(p, e);
  } else if (Electing.isOlderRound(s, e)) {
    stopWaiting(p, e);
    p.s = Looking.refuseOldRound(s, e);
  } else if (Electing.isBetterVote(s, e)) {
    stopWaiting(p, e);
    p.s = Looking.switchVote(s, e);
    count(p, e);
  } else if (Electing.saysLooking(e)) {
    stopWaiting(p, e);
    p.s = Looking.recordVote(s, e);
    count(p, e);
  } else {
    answered(p, s, e);
  }
}

function answered(p: Peer, s: Server, e: PeerEvent): void {
  stopWaiting(p, e);
  if (Electing.endedBy(s, e) !== null) {
    const mine = Electing.namesMe(s, e);
    p.s = Looking.joinEstablished(s, e);
    if (mine) lead(p, e);
    else follow(p, e);
  } else if (Electing.isAnswer(e)) p.s = Looking.recordAnswer(s, e);
  else Electing.noteHeard(e);
}
