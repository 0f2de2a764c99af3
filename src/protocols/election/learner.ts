/** FOLLOWING and OBSERVING as far as the epoch [Learner.connectToLeader, registerWithLeader]. */
import type { PeerEvent } from './events.ts';
import { leaderInfoOf } from './events.ts';
import { say } from './facts.ts';
import type { AckEpoch, LearnerInfo } from './messages.ts';
import { QUORUM_PORT, withDisk } from './roles.ts';
import type { Following, Server } from './server.ts';
import { acceptedEpochOf, currentEpochOf, edit } from './server.ts';

export const MAX_TRIES = 5;
const RETRY_DELAY = 100_000;

/** What a learner always has; the machine calls these rules in no other role. */
export const followingOf = (s: Server): Following => s.following as Following;

const change = (s: Server, what: Partial<Following>): Server => {
  const next = edit(s);
  next.following = { ...followingOf(s), ...what };
  return next;
};

export const isFromMyLeader = (s: Server, e: PeerEvent): boolean =>
  s.following !== null && e.connection !== 0 && e.connection === s.following.connection;

/** How long it bears its leader's silence, µs: before it has joined it initLimit, then syncLimit. */
export const readTimeout = ({ config, following, disk, phase }: Server): number => {
  const hasJoined = following?.epoch === disk.currentEpoch && phase !== 'DISCOVERY';
  return (hasJoined ? config.syncLimit : config.initLimit) * config.tickTime;
};

// ---- connecting

export const dialLeader = (s: Server, e: PeerEvent): Server =>
  change(s, { dialled: e.io.dial(followingOf(s).leader, QUORUM_PORT) });

/** It has waited long enough: its dial ends with the role [Learner.closeSocket]. */
export const giveUpDial = (s: Server, e: PeerEvent): void => {
  const { dialled } = followingOf(s);
  if (dialled !== 0) e.io.close(dialled);
};

/** My dial stands. */
export const reachesLeader = (s: Server, e: PeerEvent): boolean =>
  e.port === QUORUM_PORT && e.dialled && e.from === followingOf(s).leader;

export const isLastTry = (s: Server): boolean => followingOf(s).tries >= MAX_TRIES;

/** It will dial again in a while. */
export function retry(s: Server, e: PeerEvent): Server {
  explainRefused(s, e, false);
  e.io.setTimer('CONNECT_RETRY', RETRY_DELAY);
  return change(s, { tries: followingOf(s).tries + 1, dialled: 0 });
}

export const explainRefused = (s: Server, e: PeerEvent, gaveUp: boolean): void => {
  if (!e.io.explaining) return;
  const { leader, tries } = followingOf(s);
  say(e, 'leader-refused', { leader, tries, gaveUp });
};

// ---- discovery

/** The connection stands: it says who it is and what it has promised. */
export function register(s: Server, e: PeerEvent): Server {
  const info: LearnerInfo = {
    type: s.state === 'OBSERVING' ? 'OBSERVERINFO' : 'FOLLOWERINFO',
    acceptedEpoch: acceptedEpochOf(s),
  };
  e.io.send(e.connection, info);
  if (e.io.explaining) say(e, 'leader-connected', { leader: followingOf(s).leader });
  return change(s, { connection: e.connection, dialled: 0 });
}

/** The leader's epoch is older than what this server has promised [Learner.registerWithLeader]. */
export const isEpochTooOld = (s: Server, e: PeerEvent): boolean =>
  leaderInfoOf(e).epoch < acceptedEpochOf(s) && !s.config.broken.has('accept-old-epoch');

export const isEpochNew = (s: Server, e: PeerEvent): boolean =>
  leaderInfoOf(e).epoch !== acceptedEpochOf(s) || s.config.keepsEpoch === true;

/** The promise: it is written before the answer leaves. */
export function acceptEpoch(s: Server, e: PeerEvent): Server {
  explainAccepted(s, e);
  const { epoch } = leaderInfoOf(e);
  const next = edit(change(s, { epoch }));
  if (!s.config.broken.has('forget-epoch')) next.disk = withDisk(s, { acceptedEpoch: epoch });
  return next;
}

/** It has promised this epoch before: its answer is not to be counted. */
export function repeatEpoch(s: Server, e: PeerEvent): Server {
  explainAccepted(s, e);
  sendAckEpoch(s, e, false);
  return change(s, { epoch: leaderInfoOf(e).epoch });
}

export const explainAccepted = (s: Server, e: PeerEvent): void => {
  if (!e.io.explaining) return;
  const { leader } = followingOf(s);
  const { epoch } = leaderInfoOf(e);
  const accepted = acceptedEpochOf(s);
  if (isEpochTooOld(s, e)) say(e, 'epoch-refused', { leader, epoch, accepted });
  else if (epoch === accepted) say(e, 'epoch-repeated', { leader, epoch });
  else say(e, 'epoch-accepted', { leader, epoch, before: accepted });
};

/** With currentEpoch −1 when the epoch had been accepted before: not to be counted. */
export function sendAckEpoch(s: Server, e: PeerEvent, counted: boolean): void {
  const ack: AckEpoch = {
    type: 'ACKEPOCH',
    currentEpoch: counted ? currentEpochOf(s) : -1,
    zxid: s.processed,
  };
  e.io.send(followingOf(s).connection, ack);
}

export function enterSynchronization(s: Server): Server {
  const next = edit(s);
  next.phase = 'SYNCHRONIZATION';
  return next;
}
