/** A leader's end of each learner's connection, written by hand as a switch; see peer.ts. */
import type { PeerEvent } from '../../src/protocols/election/events.ts';
import * as Leader from '../../src/protocols/election/leader.ts';
import * as Rules from '../../src/zookeeper/quorum/handler.ts';
import { peerIn, putPeer, serverOf } from './states.ts';
import type { Handler, Process } from './states.ts';

const REGISTERING = 0;
const REGISTERED = 1;
const PROMISING = 2;
const PROMISED = 3;
const SYNCHRONIZING = 4;
const SYNCHRONIZED = 5;
const SERVING = 6;
const REFUSED = 7;

export const newHandler = (key: number): Handler => ({ key, state: REGISTERING });

export function inHandler(p: Process, handler: Handler, e: PeerEvent): void {
  const s = peerIn(p);
  switch (e.type) {
    case 'CLOSED':
      putPeer(p, Leader.dropLearner(s, e));
      Rules.endHandler(serverOf(p), e);
      return;
    case 'PING':
      putPeer(p, Leader.hear(s, e));
      p.s = Rules.takeTouches(serverOf(p), e);
      return;
    case 'REQUEST':
      putPeer(p, Leader.hear(s, e));
      Rules.takeRequest(serverOf(p), e);
      return;
    case 'ACK':
      if (
        handler.state === SYNCHRONIZING &&
        Leader.isLearner(s, e) &&
        Leader.isNewLeaderAck(s, e)
      ) {
        putPeer(p, Leader.noteNewLeaderAck(s, e));
        handler.state = SYNCHRONIZED;
      } else {
        putPeer(p, Leader.hear(s, e));
        Rules.takeAck(serverOf(p), e);
      }
      break;
    case 'FOLLOWERINFO':
      if (handler.state !== REGISTERING) return;
      putPeer(p, Leader.register(s, e));
      handler.state = REGISTERED;
      break;
    case 'ACKEPOCH':
      if (handler.state !== PROMISING) return;
      if (Leader.isLearner(s, e) && Leader.isTooFresh(s, e)) {
        handler.state = REFUSED;
        putPeer(p, Leader.refuse(s, e));
        Rules.endHandler(serverOf(p), e);
        return;
      }
      putPeer(p, Leader.noteEpochAck(s, e));
      handler.state = PROMISED;
      break;
    default:
      return;
  }
  goOnHandling(p, handler, e);
}

/** What it waits for has come. @returns whether it did */
export function goOnHandling(p: Process, handler: Handler, e: PeerEvent): boolean {
  const { state } = handler;
  const s = serverOf(p);
  if (handler.state === REGISTERED && Rules.isEpochPromised(s)) {
    Rules.tellEpoch(s, e);
    handler.state = PROMISING;
  }
  if (handler.state === PROMISED && Rules.isPastDiscovery(s)) {
    Rules.synchronise(s, e);
    handler.state = SYNCHRONIZING;
  }
  if (handler.state === SYNCHRONIZED && Rules.isEstablished(s)) {
    Rules.tellUpToDate(s, e);
    handler.state = SERVING;
  }
  return handler.state !== state;
}
