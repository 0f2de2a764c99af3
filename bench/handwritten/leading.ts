/** LEADING, written by hand as a switch; see peer.ts. */
import * as Discovery from '../../src/protocols/election/discovery.ts';
import * as Electing from '../../src/protocols/election/electing.ts';
import type { PeerEvent } from '../../src/protocols/election/events.ts';
import * as Leader from '../../src/protocols/election/leader.ts';
import * as Liveness from '../../src/protocols/election/liveness.ts';
import * as Notify from '../../src/protocols/election/notify.ts';
import * as Roles from '../../src/protocols/election/roles.ts';
import type { Server } from '../../src/protocols/election/server.ts';
import * as StandIn from '../../src/protocols/election/stand-in-broadcast.ts';
import {
  ACKNOWLEDGING,
  COLLECTING,
  LEADER_BROADCAST,
  LEADER_SYNCHRONIZATION,
  PROPOSING,
} from './states.ts';
import type { Peer } from './states.ts';

export function lead(p: Peer, e: PeerEvent): void {
  p.s = Roles.takeLeaderRole(p.s as Server);
  Roles.write(p.s, e, 'FILES_WRITTEN');
  e.io.listen(Roles.QUORUM_PORT);
  setPhaseTimeout(p.s, e);
  p.state = COLLECTING;
  always(p, e);
}

/** @returns false when the role is over */
export function inLeading(p: Peer, s: Server, e: PeerEvent): boolean {
  if (!inPhase(p, s, e) && !inAnyPhase(p, s, e)) return false;
  always(p, e);
  return true;
}

const setPhaseTimeout = ({ config }: Server, e: PeerEvent): void =>
  e.io.setTimer('PHASE_TIMEOUT', config.initLimit * config.tickTime);

/** What happens by itself as soon as enough have come. */
function always(p: Peer, e: PeerEvent): void {
  let s = p.s as Server;
  if (p.state === COLLECTING && Discovery.isEpochAgreed(s.config, Leader.leadingOf(s))) {
    s = Leader.fixEpoch(s);
    Roles.write(s, e, 'EPOCH_WRITTEN');
    p.state = PROPOSING;
  }
  if (p.state === ACKNOWLEDGING && Discovery.isEpochAcknowledged(s.config, Leader.leadingOf(s))) {
    s = Leader.beginSynchronization(s);
    Roles.write(s, e, 'CURRENT_EPOCH_WRITTEN');
    s = Leader.synchroniseAll(s, e);
    setPhaseTimeout(s, e);
    p.state = LEADER_SYNCHRONIZATION;
  }
  if (p.state === LEADER_SYNCHRONIZATION && Leader.isSynchronised(s)) {
    e.io.clearTimer('PHASE_TIMEOUT');
    s = Leader.establish(s);
    s = Leader.tellUpToDate(s, e);
    e.io.setTimer('TICK', s.config.tickTime / 2);
    p.state = LEADER_BROADCAST;
  }
  p.s = s;
}

/** @returns whether the present phase knows the event; may also end the role by `state` −1 */
function inPhase(p: Peer, s: Server, e: PeerEvent): boolean {
  switch (p.state) {
    case PROPOSING:
      if (e.type !== 'EPOCH_WRITTEN') return false;
      if (!Roles.isOfThisRole(s, e)) return true;
      Leader.tellEpochToAll(s, e);
      p.s = Leader.ackOwnEpoch(s);
      setPhaseTimeout(p.s, e);
      p.state = ACKNOWLEDGING;
      return true;
    case ACKNOWLEDGING:
      return inAcknowledging(p, s, e);
    case LEADER_SYNCHRONIZATION:
      if (e.type === 'CURRENT_EPOCH_WRITTEN') {
        if (Roles.isOfThisRole(s, e)) p.s = Leader.ackOwnLeadership(s);
        return true;
      }
      return joins(p, s, e);
    case LEADER_BROADCAST:
      return inBroadcast(p, s, e) || joins(p, s, e);
    default:
      return false;
  }
}

function registers(p: Peer, s: Server, e: PeerEvent): void {
  if (!Leader.isLearner(s, e)) return;
  p.s = Leader.register(s, e);
  Leader.tellEpoch(p.s, e);
}

function inAcknowledging(p: Peer, s: Server, e: PeerEvent): boolean {
  if (e.type === 'FOLLOWERINFO') registers(p, s, e);
  else if (e.type !== 'ACKEPOCH') return false;
  else if (Leader.isLearner(s, e)) {
    if (Leader.isTooFresh(s, e)) {
      p.s = Leader.refuse(s, e);
    } else p.s = Leader.noteEpochAck(s, e);
  }
  return true;
}

/** Late joiners. */
function joins(p: Peer, s: Server, e: PeerEvent): boolean {
  if (e.type === 'FOLLOWERINFO') registers(p, s, e);
  else if (e.type !== 'ACKEPOCH') return false;
  else if (Leader.isLearner(s, e)) {
    p.s = Leader.synchroniseAll(Leader.noteEpochAck(s, e), e);
  }
  return true;
}

function inBroadcast(p: Peer, s: Server, e: PeerEvent): boolean {
  switch (e.type) {
    case 'ACK':
      if (Leader.isNewLeaderAck(s, e) && Leader.isLearner(s, e)) {
        p.s = Leader.tellUpToDate(Leader.noteNewLeaderAck(s, e), e);
      } else if (Leader.isLearner(s, e)) p.s = StandIn.takeLogged(s, e);
      return true;
    case 'LOG_WRITTEN':
      if (Roles.isOfThisRole(s, e)) p.s = StandIn.takeLogged(s, e);
      return true;
    case 'REQUEST':
      if (Leader.isLearner(s, e)) p.s = StandIn.propose(Leader.hear(s, e), e);
      return true;
    case 'CLIENT_WRITE':
      p.s = StandIn.propose(s, e);
      return true;
    case 'TICK':
      if (Liveness.lostQuorum(s)) return false;
      p.s = Liveness.tick(s, e);
      e.io.setTimer('TICK', s.config.tickTime / 2);
      return true;
    default:
      return false;
  }
}

/** @returns false when the role is over */
function inAnyPhase(p: Peer, s: Server, e: PeerEvent): boolean {
  switch (e.type) {
    case 'NOTIFICATION':
      if (Electing.wantsAnswer(s, e)) p.s = Notify.answer(s, e);
      else Electing.noteHeard(e);
      return true;
    case 'CONNECTED':
      if (e.port === Roles.QUORUM_PORT && !e.dialled) p.s = Leader.admit(s, e);
      else if (e.port === Roles.QUORUM_PORT) e.io.close(e.connection);
      return true;
    case 'CLOSED':
      if (Leader.isLearner(s, e)) p.s = Leader.dropLearner(s, e);
      return true;
    case 'FOLLOWERINFO':
      if (Leader.isLearner(s, e)) p.s = Leader.register(s, e);
      return true;
    case 'PING':
      if (Leader.isLearner(s, e)) p.s = Leader.hear(s, e);
      return true;
    case 'ACK':
      if (!Leader.isLearner(s, e)) return true;
      p.s = Leader.isNewLeaderAck(s, e) ? Leader.noteNewLeaderAck(s, e) : Leader.hear(s, e);
      return true;
    case 'PHASE_TIMEOUT':
    case 'TICK':
      resign(p, s, e);
      return false;
    default:
      return true;
  }
}

function resign(p: Peer, s: Server, e: PeerEvent): void {
  e.io.clearTimer('TICK');
  e.io.unlisten(Roles.QUORUM_PORT);
  Leader.dismissAll(s, e);
  e.io.clearTimer('PHASE_TIMEOUT');
  p.s = Roles.leaveRole(s);
}
