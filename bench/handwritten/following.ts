/** FOLLOWING, written by hand as a switch; see peer.ts. */
import * as Electing from '../../src/protocols/election/electing.ts';
import type { PeerEvent } from '../../src/protocols/election/events.ts';
import * as Learner from '../../src/protocols/election/learner.ts';
import * as Notify from '../../src/protocols/election/notify.ts';
import * as Roles from '../../src/protocols/election/roles.ts';
import type { Server } from '../../src/protocols/election/server.ts';
import { forward } from '../../src/protocols/election/stand-in-broadcast.ts';
import {
  CONNECTING,
  LEARNER_BROADCAST,
  LEARNER_DISCOVERY,
  LEARNER_SYNCHRONIZATION,
  STARTING,
} from './states.ts';
import type { Peer } from './states.ts';

/** @returns false when the role is over */
export function inFollowingStates(p: Peer, s: Server, e: PeerEvent): boolean {
  switch (p.state) {
    case CONNECTING:
      inConnecting(p, s, e);
      break;
    case LEARNER_DISCOVERY:
      inDiscovery(p, s, e);
      break;
    case LEARNER_SYNCHRONIZATION:
      inSynchronization(p, s, e);
      break;
    default:
      inBroadcast(p, s, e);
  }
  return p.state !== STARTING;
}

export function follow(p: Peer, e: PeerEvent): void {
  p.s = Roles.takeLearnerRole(p.s as Server);
  Learner.dialLeader(p.s, e);
  e.io.setTimer('CONNECT_TIMEOUT', p.s.config.connectTimeout);
  p.state = CONNECTING;
}

function giveUp(p: Peer, e: PeerEvent): void {
  e.io.clearTimer('READ_TIMEOUT');
  p.s = Roles.leaveRole(p.s as Server);
  p.state = STARTING;
}

function stopConnecting(e: PeerEvent): void {
  e.io.clearTimer('CONNECT_TIMEOUT');
  e.io.clearTimer('CONNECT_RETRY');
}

function setReadTimeout(s: Server, e: PeerEvent): void {
  const { initLimit, syncLimit, tickTime } = s.config;
  const synced = s.following?.epoch === s.disk.currentEpoch && s.phase !== 'DISCOVERY';
  e.io.setTimer('READ_TIMEOUT', (synced ? syncLimit : initLimit) * tickTime);
}

/** What is the same in every state of a follower. */
function inFollowing(p: Peer, s: Server, e: PeerEvent): void {
  if (e.type === 'CONNECTED') closeStray(s, e);
  else if (e.type === 'NOTIFICATION') {
    if (Electing.wantsAnswer(s, e)) p.s = Notify.answer(s, e);
    else Electing.noteHeard(e);
  }
}

function inConnecting(p: Peer, s: Server, e: PeerEvent): void {
  switch (e.type) {
    case 'CONNECTED':
      if (!Learner.reachesLeader(s, e)) return inFollowing(p, s, e);
      stopConnecting(e);
      p.s = Learner.register(s, e);
      setReadTimeout(p.s, e);
      p.state = LEARNER_DISCOVERY;
      return;
    case 'CLOSED':
      if (!Learner.reachesLeader(s, e)) return;
      if (Learner.isLastTry(s)) {
        stopConnecting(e);
        giveUp(p, e);
      } else {
        p.s = Learner.retry(s, e);
      }
      return;
    case 'CONNECT_RETRY':
      Learner.dialLeader(s, e);
      return;
    case 'CONNECT_TIMEOUT':
      stopConnecting(e);
      giveUp(p, e);
      return;
    default:
      inFollowing(p, s, e);
  }
}

function closeLeader(s: Server, e: PeerEvent): void {
  const connection = s.following?.connection ?? 0;
  if (connection !== 0) e.io.close(connection);
}

/** The leader's connection broke, or nothing came through it for too long. */
function leaderLost(p: Peer, s: Server, e: PeerEvent): void {
  if (e.type === 'READ_TIMEOUT') {
    closeLeader(s, e);
    giveUp(p, e);
  } else if (Learner.isFromMyLeader(s, e)) giveUp(p, e);
}

function synchronize(p: Peer, s: Server, e: PeerEvent): void {
  p.s = Learner.enterSynchronization(s);
  setReadTimeout(p.s, e);
  p.state = LEARNER_SYNCHRONIZATION;
}

function inDiscovery(p: Peer, s: Server, e: PeerEvent): void {
  switch (e.type) {
    case 'LEADERINFO':
      if (!Learner.isFromMyLeader(s, e)) return;
      if (Learner.isEpochTooOld(s, e)) {
        closeLeader(s, e);
        giveUp(p, e);
      } else if (Learner.isEpochNew(s, e)) {
        p.s = Learner.acceptEpoch(s, e);
        Roles.write(p.s, e, 'EPOCH_WRITTEN');
        setReadTimeout(p.s, e);
      } else {
        p.s = Learner.repeatEpoch(s, e);
        synchronize(p, p.s, e);
      }
      return;
    case 'EPOCH_WRITTEN':
      if (!Roles.isOfThisRole(s, e)) return;
      Learner.sendAckEpoch(s, e, true);
      synchronize(p, s, e);
      return;
    case 'CLOSED':
    case 'READ_TIMEOUT':
      leaderLost(p, s, e);
      return;
    default:
      inFollowing(p, s, e);
  }
}

function inSynchronization(p: Peer, s: Server, e: PeerEvent): void {
  switch (e.type) {
    case 'CLOSED':
    case 'READ_TIMEOUT':
      leaderLost(p, s, e);
      return;
    case 'HISTORY_WRITTEN':
      if (Roles.isOfThisRole(s, e)) Learner.ackNewLeader(s, e);
      return;
    case 'NOTIFICATION':
    case 'CONNECTED':
      inFollowing(p, s, e);
      return;
  }
  if (!Learner.isFromMyLeader(s, e)) return;
  switch (e.type) {
    case 'DIFF':
    case 'SNAP':
      p.s = Learner.takeSync(s, e);
      break;
    case 'TRUNC':
      p.s = Learner.takeSync(s, e);
      Learner.writeLog(p.s, e);
      break;
    case 'PROPOSAL':
      p.s = Learner.hold(s, e);
      break;
    case 'COMMIT':
      p.s = Learner.holdCommit(s, e);
      break;
    case 'PING':
      Learner.pong(s, e);
      break;
    case 'NEWLEADER':
      p.s = Learner.takeHistory(s);
      Learner.writeHistory(p.s, e);
      p.s = Learner.takeEpoch(p.s, e);
      Learner.writeEpoch(p.s, e);
      break;
    case 'UPTODATE':
      p.s = Learner.serve(s);
      Learner.ackUpToDate(p.s, e);
      p.state = LEARNER_BROADCAST;
      break;
    default:
      return;
  }
  setReadTimeout(p.s as Server, e);
}

function inBroadcast(p: Peer, s: Server, e: PeerEvent): void {
  switch (e.type) {
    case 'PING':
      if (!Learner.isFromMyLeader(s, e)) return;
      Learner.pong(s, e);
      setReadTimeout(s, e);
      return;
    case 'PROPOSAL':
      if (!Learner.isFromMyLeader(s, e)) return;
      p.s = Learner.logProposal(s, e);
      Learner.writeLog(p.s, e);
      setReadTimeout(p.s, e);
      return;
    case 'COMMIT':
      if (!Learner.isFromMyLeader(s, e)) return;
      p.s = Learner.commit(s, e);
      setReadTimeout(p.s, e);
      return;
    case 'LOG_WRITTEN':
      if (Roles.isOfThisRole(s, e)) Learner.ackLogged(s, e);
      return;
    case 'CLIENT_WRITE':
      forward(s, e);
      return;
    case 'CLOSED':
    case 'READ_TIMEOUT':
      leaderLost(p, s, e);
      return;
    default:
      inFollowing(p, s, e);
  }
}

export function closeStray(s: Server, e: PeerEvent): void {
  if (e.port === Roles.QUORUM_PORT && e.connection !== s.following?.connection)
    e.io.close(e.connection);
}
