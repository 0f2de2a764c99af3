/** FOLLOWING, written by hand as a switch; see peer.ts. */
import * as Electing from '../../src/protocols/election/electing.ts';
import type { PeerEvent } from '../../src/protocols/election/events.ts';
import * as Connecting from '../../src/protocols/election/learner.ts';
import * as Notify from '../../src/protocols/election/notify.ts';
import * as Election from '../../src/protocols/election/roles.ts';
import type { Server as Peer } from '../../src/protocols/election/server.ts';
import * as Learner from '../../src/zookeeper/quorum/learner.ts';
import * as Roles from '../../src/zookeeper/quorum/roles.ts';
import { writeDisk } from '../../src/zookeeper/quorum/write.ts';
import {
  CONNECTING,
  LEARNER_BROADCAST,
  LEARNER_DISCOVERY,
  LEARNER_SYNCHRONIZATION,
  peerIn,
  putPeer,
  serverOf,
  STARTING,
} from './states.ts';
import type { Process } from './states.ts';

/** @returns false when the role is over */
export function inFollowingStates(p: Process, e: PeerEvent): boolean {
  switch (p.state) {
    case CONNECTING:
      inConnecting(p, peerIn(p), e);
      break;
    case LEARNER_DISCOVERY:
      inDiscovery(p, peerIn(p), e);
      break;
    case LEARNER_SYNCHRONIZATION:
      inSynchronization(p, peerIn(p), e);
      break;
    default:
      inBroadcast(p, peerIn(p), e);
  }
  return p.state !== STARTING;
}

export function follow(p: Process, e: PeerEvent): void {
  putPeer(p, Election.takeLearnerRole(peerIn(p)));
  Learner.beginLearning(serverOf(p));
  const s = Connecting.dialLeader(peerIn(p), e);
  putPeer(p, s);
  e.io.setTimer('CONNECT_TIMEOUT', s.config.connectTimeout);
  p.state = CONNECTING;
}

function giveUp(p: Process, e: PeerEvent): void {
  Roles.leaveRole(serverOf(p), e);
  p.state = STARTING;
}

function stopConnecting(e: PeerEvent): void {
  e.io.clearTimer('CONNECT_TIMEOUT');
  e.io.clearTimer('CONNECT_RETRY');
}

function setReadTimeout(p: Process, e: PeerEvent): void {
  const s = peerIn(p);
  const { initLimit, syncLimit, tickTime } = s.config;
  const synced = s.following?.epoch === s.disk.currentEpoch && s.phase !== 'DISCOVERY';
  e.io.setTimer('READ_TIMEOUT', (synced ? syncLimit : initLimit) * tickTime);
}

/** What is the same in every state of a follower. */
function inFollowing(p: Process, s: Peer, e: PeerEvent): void {
  if (e.type === 'CONNECTED') closeStray(s, e);
  else if (e.type === 'NOTIFICATION') {
    if (Electing.wantsAnswer(s, e)) putPeer(p, Notify.answer(s, e));
    else Electing.noteHeard(e);
  }
}

function inConnecting(p: Process, s: Peer, e: PeerEvent): void {
  switch (e.type) {
    case 'CONNECTED':
      if (!Connecting.reachesLeader(s, e)) return inFollowing(p, s, e);
      stopConnecting(e);
      putPeer(p, Connecting.register(s, e));
      setReadTimeout(p, e);
      p.state = LEARNER_DISCOVERY;
      return;
    case 'CLOSED':
      if (!Connecting.reachesLeader(s, e)) return;
      if (Connecting.isLastTry(s)) {
        stopConnecting(e);
        e.io.clearTimer('READ_TIMEOUT');
        giveUp(p, e);
      } else {
        putPeer(p, Connecting.retry(s, e));
      }
      return;
    case 'CONNECT_RETRY':
      putPeer(p, Connecting.dialLeader(s, e));
      return;
    case 'CONNECT_TIMEOUT':
      Connecting.giveUpDial(s, e);
      stopConnecting(e);
      e.io.clearTimer('READ_TIMEOUT');
      giveUp(p, e);
      return;
    default:
      inFollowing(p, s, e);
  }
}

/** The leader's connection broke, or nothing came through it for too long. */
function leaderLost(p: Process, s: Peer, e: PeerEvent): void {
  if (e.type !== 'READ_TIMEOUT' && !Connecting.isFromMyLeader(s, e)) return;
  e.io.clearTimer('READ_TIMEOUT');
  if (e.type === 'READ_TIMEOUT') Learner.closeLeader(serverOf(p), e);
  giveUp(p, e);
}

function synchronize(p: Process, e: PeerEvent): void {
  putPeer(p, Connecting.enterSynchronization(peerIn(p)));
  setReadTimeout(p, e);
  p.state = LEARNER_SYNCHRONIZATION;
}

function inDiscovery(p: Process, s: Peer, e: PeerEvent): void {
  switch (e.type) {
    case 'LEADERINFO':
      if (!Connecting.isFromMyLeader(s, e)) return;
      if (Connecting.isEpochTooOld(s, e)) {
        e.io.clearTimer('READ_TIMEOUT');
        Learner.closeLeader(serverOf(p), e);
        giveUp(p, e);
      } else if (Connecting.isEpochNew(s, e)) {
        putPeer(p, Connecting.acceptEpoch(s, e));
        writeDisk(serverOf(p), e, 'EPOCH_WRITTEN');
        setReadTimeout(p, e);
      } else {
        putPeer(p, Connecting.repeatEpoch(s, e));
        synchronize(p, e);
      }
      return;
    case 'EPOCH_WRITTEN':
      if (!Election.isOfThisRole(s, e)) return;
      Connecting.sendAckEpoch(s, e, true);
      synchronize(p, e);
      return;
    case 'CLOSED':
    case 'READ_TIMEOUT':
      leaderLost(p, s, e);
      return;
    default:
      inFollowing(p, s, e);
  }
}

function inSynchronization(p: Process, s: Peer, e: PeerEvent): void {
  const next = serverOf(p);
  switch (e.type) {
    case 'CLOSED':
    case 'READ_TIMEOUT':
      leaderLost(p, s, e);
      return;
    case 'HISTORY_WRITTEN':
      if (Election.isOfThisRole(s, e)) Learner.ackNewLeader(next, e);
      return;
    case 'NOTIFICATION':
    case 'CONNECTED':
      inFollowing(p, s, e);
      return;
  }
  if (!Connecting.isFromMyLeader(s, e)) return;
  switch (e.type) {
    case 'DIFF':
    case 'SNAP':
    case 'TRUNC':
      Learner.takeSync(next, e);
      break;
    case 'PROPOSAL':
      Learner.hold(next, e);
      break;
    case 'COMMIT':
      Learner.holdCommit(next, e);
      break;
    case 'PING':
      p.s = Learner.pong(next, e);
      break;
    case 'NEWLEADER':
      Learner.takeHistory(next, e);
      break;
    case 'UPTODATE':
      Learner.serve(next, e);
      Roles.beginServing(next, e);
      p.state = LEARNER_BROADCAST;
      break;
    default:
      return;
  }
  setReadTimeout(p, e);
}

function inBroadcast(p: Process, s: Peer, e: PeerEvent): void {
  const next = serverOf(p);
  switch (e.type) {
    case 'PING':
    case 'PROPOSAL':
    case 'COMMIT':
      if (!Connecting.isFromMyLeader(s, e)) return;
      if (e.type === 'PING') p.s = Learner.pong(next, e);
      else if (e.type === 'PROPOSAL') Learner.takeProposal(next, e);
      else Learner.takeCommit(next, e);
      setReadTimeout(p, e);
      return;
    case 'CLOSED':
    case 'READ_TIMEOUT':
      leaderLost(p, s, e);
      return;
    default:
      inFollowing(p, s, e);
  }
}

export function closeStray(s: Peer, e: PeerEvent): void {
  if (e.connection !== s.following?.connection) e.io.close(e.connection);
}
