/**
 * The member's machine written by hand, as a switch: what one would write without statecharts. Golden
 * profile, voters only. Its rules are the functions of src/protocols/election and src/zookeeper.
 */
import * as Electing from '../../src/protocols/election/electing.ts';
import type { PeerEvent } from '../../src/protocols/election/events.ts';
import * as Looking from '../../src/protocols/election/looking.ts';
import * as Notify from '../../src/protocols/election/notify.ts';
import type { Server as Peer } from '../../src/protocols/election/server.ts';
import { writeDisk } from '../../src/zookeeper/quorum/write.ts';
import { closeStray, follow, inFollowingStates } from './following.ts';
import { inLeading, lead } from './leading.ts';
import {
  CONNECTING,
  ELECTING,
  FINALIZING,
  LEARNER_BROADCAST,
  LEARNER_DISCOVERY,
  LEARNER_SYNCHRONIZATION,
  peerIn,
  putPeer,
  serverOf,
  STARTING,
} from './states.ts';
import type { Process } from './states.ts';

export function inPeer(p: Process, e: PeerEvent): void {
  switch (p.state) {
    case STARTING:
      writeDisk(serverOf(p), e, 'FILES_WRITTEN');
      look(p, e);
      return;
    case ELECTING:
    case FINALIZING:
      inLooking(p, peerIn(p), e);
      return;
    case CONNECTING:
    case LEARNER_DISCOVERY:
    case LEARNER_SYNCHRONIZATION:
    case LEARNER_BROADCAST:
      if (!inFollowingStates(p, e)) look(p, e);
      return;
    default:
      if (!inLeading(p, e)) look(p, e);
  }
}

// ---- LOOKING

function look(p: Process, e: PeerEvent): void {
  putPeer(p, Looking.beginElection(peerIn(p), e));
  count(p, e);
}

function count(p: Process, e: PeerEvent): void {
  const s = peerIn(p);
  if (Electing.isQuorum(s)) {
    e.io.setTimer('FINALIZE_WAIT', s.config.finalizeWait);
    p.state = FINALIZING;
  } else p.state = ELECTING;
}

function stopWaiting(p: Process, e: PeerEvent): void {
  if (p.state === FINALIZING) e.io.clearTimer('FINALIZE_WAIT');
  p.state = ELECTING;
}

function inLooking(p: Process, s: Peer, e: PeerEvent): void {
  switch (e.type) {
    case 'NOTIFICATION':
      if (p.state === FINALIZING && Electing.isFromVoter(s, e) && !Electing.isBetter(s, e)) {
        putPeer(p, Looking.recordWhileFinalizing(s, e));
        e.io.setTimer('FINALIZE_WAIT', s.config.finalizeWait);
      } else notified(p, s, e);
      return;
    case 'FINALIZE_WAIT':
      if (p.state !== FINALIZING) return;
      e.io.clearTimer('FINALIZE_WAIT');
      putPeer(p, Looking.decide(s, e));
      if (Electing.iAmCandidate(s)) lead(p, e);
      else follow(p, e);
      return;
    case 'LINK_UP':
      putPeer(p, Notify.resendOverLink(s, e));
      return;
    case 'CONNECTED':
      closeStray(s, e);
  }
}

function notified(p: Process, s: Peer, e: PeerEvent): void {
  if (Electing.isVoid(s, e)) {
    stopWaiting(p, e);
    Electing.noteHeard(e);
  } else if (Electing.isNewerRound(s, e)) {
    stopWaiting(p, e);
    putPeer(p, Looking.adoptRound(s, e));
    count(p, e);
  } else if (Electing.isOlderRound(s, e)) {
    stopWaiting(p, e);
    putPeer(p, Looking.refuseOldRound(s, e));
  } else if (Electing.isBetterVote(s, e)) {
    stopWaiting(p, e);
    putPeer(p, Looking.switchVote(s, e));
    count(p, e);
  } else if (Electing.saysLooking(e)) {
    stopWaiting(p, e);
    putPeer(p, Looking.recordVote(s, e));
    count(p, e);
  } else {
    answered(p, s, e);
  }
}

function answered(p: Process, s: Peer, e: PeerEvent): void {
  stopWaiting(p, e);
  if (Electing.endedBy(s, e) !== null) {
    const mine = Electing.namesMe(s, e);
    putPeer(p, Looking.joinEstablished(s, e));
    if (mine) lead(p, e);
    else follow(p, e);
  } else if (Electing.isAnswer(e)) putPeer(p, Looking.recordAnswer(s, e));
  else Electing.noteHeard(e);
}
