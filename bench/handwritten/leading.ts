/** LEADING, written by hand as a switch; see peer.ts. */
import * as Discovery from '../../src/protocols/election/discovery.ts';
import * as Electing from '../../src/protocols/election/electing.ts';
import type { PeerEvent } from '../../src/protocols/election/events.ts';
import * as Leader from '../../src/protocols/election/leader.ts';
import * as Liveness from '../../src/protocols/election/liveness.ts';
import * as Notify from '../../src/protocols/election/notify.ts';
import * as Election from '../../src/protocols/election/roles.ts';
import type { Server as Peer } from '../../src/protocols/election/server.ts';
import * as Handlers from '../../src/zookeeper/quorum/handler.ts';
import * as Roles from '../../src/zookeeper/quorum/roles.ts';
import { writeDisk } from '../../src/zookeeper/quorum/write.ts';
import { closeStray } from './following.ts';
import {
  ACKNOWLEDGING,
  COLLECTING,
  LEADER_BROADCAST,
  LEADER_SYNCHRONIZATION,
  peerIn,
  PROPOSING,
  putPeer,
  serverOf,
} from './states.ts';
import type { Process } from './states.ts';

export function lead(p: Process, e: PeerEvent): void {
  putPeer(p, Election.takeLeaderRole(peerIn(p)));
  Roles.beginLeading(serverOf(p));
  writeDisk(serverOf(p), e, 'FILES_WRITTEN');
  e.io.listen(Election.QUORUM_PORT);
  setPhaseTimeout(p, e);
  p.state = COLLECTING;
  goOn(p, e);
}

/** @returns false when the role is over */
export function inLeading(p: Process, e: PeerEvent): boolean {
  if (!inPhase(p, peerIn(p), e) && !inAnyPhase(p, peerIn(p), e)) return false;
  goOn(p, e);
  return true;
}

function setPhaseTimeout(p: Process, e: PeerEvent): void {
  const { initLimit, tickTime } = peerIn(p).config;
  e.io.setTimer('PHASE_TIMEOUT', initLimit * tickTime);
}

/** What happens by itself as soon as enough have come. @returns whether anything did */
export function goOn(p: Process, e: PeerEvent): boolean {
  const { state } = p;
  if (p.state === COLLECTING && isEpochAgreed(peerIn(p))) {
    putPeer(p, Leader.fixEpoch(peerIn(p)));
    writeDisk(serverOf(p), e, 'EPOCH_WRITTEN');
    p.state = PROPOSING;
  }
  if (p.state === ACKNOWLEDGING && isEpochAcknowledged(peerIn(p))) {
    putPeer(p, Leader.beginSynchronization(peerIn(p)));
    writeDisk(serverOf(p), e, 'CURRENT_EPOCH_WRITTEN');
    setPhaseTimeout(p, e);
    p.state = LEADER_SYNCHRONIZATION;
  }
  if (p.state === LEADER_SYNCHRONIZATION && Leader.isSynchronised(peerIn(p))) {
    e.io.clearTimer('PHASE_TIMEOUT');
    Roles.establish(serverOf(p), e);
    e.io.setTimer('TICK', peerIn(p).config.tickTime / 2);
    p.state = LEADER_BROADCAST;
  }
  return p.state !== state;
}

const isEpochAgreed = (s: Peer): boolean => Discovery.isEpochAgreed(s.config, Leader.leadingOf(s));
const isEpochAcknowledged = (s: Peer): boolean =>
  Discovery.isEpochAcknowledged(s.config, Leader.leadingOf(s));

/** @returns whether the present phase knows the event */
function inPhase(p: Process, s: Peer, e: PeerEvent): boolean {
  switch (p.state) {
    case PROPOSING:
      if (e.type !== 'EPOCH_WRITTEN') return false;
      if (!Election.isOfThisRole(s, e)) return true;
      putPeer(p, Leader.ackOwnEpoch(s));
      setPhaseTimeout(p, e);
      p.state = ACKNOWLEDGING;
      return true;
    case LEADER_SYNCHRONIZATION:
      if (e.type !== 'CURRENT_EPOCH_WRITTEN') return false;
      if (Election.isOfThisRole(s, e)) putPeer(p, Leader.ackOwnLeadership(s));
      return true;
    case LEADER_BROADCAST:
      if (e.type !== 'TICK' || Liveness.lostQuorum(s)) return false;
      Handlers.tick(serverOf(p), e);
      e.io.setTimer('TICK', s.config.tickTime / 2);
      return true;
    default:
      return false;
  }
}

/** @returns false when the role is over */
function inAnyPhase(p: Process, s: Peer, e: PeerEvent): boolean {
  switch (e.type) {
    case 'NOTIFICATION':
      if (Electing.wantsAnswer(s, e)) putPeer(p, Notify.answer(s, e));
      else Electing.noteHeard(e);
      return true;
    case 'CONNECTED':
      if (e.dialled) closeStray(s, e);
      else {
        putPeer(p, Leader.admit(s, e));
        Handlers.beginHandler(serverOf(p), e);
      }
      return true;
    case 'PHASE_TIMEOUT':
    case 'TICK':
      resign(p, s, e);
      return false;
    default:
      return true;
  }
}

function resign(p: Process, s: Peer, e: PeerEvent): void {
  e.io.clearTimer('TICK');
  e.io.unlisten(Election.QUORUM_PORT);
  Leader.dismissAll(s, e);
  Handlers.endHandlers(serverOf(p), e);
  e.io.clearTimer('PHASE_TIMEOUT');
  Roles.leaveRole(serverOf(p), e);
}
