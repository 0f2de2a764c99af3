/** FOLLOWING and OBSERVING up to serving [Learner.connectToLeader, registerWithLeader, syncWithLeader]. */
import { zxidText } from '../../view/zxid.ts';
import { keepCommitted, restore, truncated, withLogged, withSnapshot } from './disk.ts';
import { withEpoch } from './electing.ts';
import type { PeerEvent } from './events.ts';
import { commitOf, leaderInfoOf, newLeaderOf, proposalOf, syncOf, writtenOf } from './events.ts';
import { say } from './facts.ts';
import type { Ack, AckEpoch, LearnerInfo } from './messages.ts';
import { QUORUM_PORT, withDisk, write } from './roles.ts';
import type { Following, Server } from './server.ts';
import { acceptedEpochOf, currentEpochOf, edit } from './server.ts';
import * as Txns from './txn-log.ts';
import { maxZxid } from './zxid.ts';

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

// ---- connecting

export const dialLeader = (s: Server, e: PeerEvent): void => {
  e.io.dial(followingOf(s).leader, QUORUM_PORT);
};

/** My dial stands. */
export const reachesLeader = (s: Server, e: PeerEvent): boolean =>
  e.port === QUORUM_PORT && e.dialled && e.from === followingOf(s).leader;

export const isLastTry = (s: Server): boolean => followingOf(s).tries >= MAX_TRIES;

/** It will dial again in a while. */
export function retry(s: Server, e: PeerEvent): Server {
  explainRefused(s, e, false);
  e.io.setTimer('CONNECT_RETRY', RETRY_DELAY);
  return change(s, { tries: followingOf(s).tries + 1 });
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
  return change(s, { connection: e.connection });
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

// ---- synchronisation

/** DIFF keeps the tree, TRUNC cuts it, SNAP replaces it. */
export function takeSync(s: Server, e: PeerEvent): Server {
  const { type, zxid, txns } = syncOf(e);
  const next = edit(change(s, { sync: type, held: txns, unfinishedSnap: type === 'SNAP' }));
  if (type === 'SNAP') {
    next.history = txns;
    next.processed = zxid;
    next.committedLog = Txns.EMPTY;
    next.following = { ...followingOf(next as Server), held: Txns.EMPTY };
  } else if (type === 'TRUNC') {
    next.disk = truncated(s.disk, zxid);
    next.fileOpen = false;
    const tree = restore(next.disk);
    next.history = Txns.concat(Txns.upTo(tree.history, zxid), txns);
    next.processed = Txns.last(txns) ?? zxid;
    next.committedLog = keepCommitted(Txns.upTo(tree.committedLog, zxid), txns);
    next.following = { ...followingOf(next as Server), held: Txns.EMPTY };
  }
  return next;
}

export const explainSync = (s: Server, e: PeerEvent): void => {
  if (!e.io.explaining) return;
  const { type, zxid, txns } = syncOf(e);
  const { leader } = followingOf(s);
  say(e, 'sync-received', { leader, how: type, zxid: zxidText(zxid), txns: Txns.size(txns) });
};

/** Before it serves, a learner holds what is proposed and remembers what is committed. */
export const hold = (s: Server, e: PeerEvent): Server => {
  const { type, run } = proposalOf(e);
  const following = followingOf(s);
  const held = Txns.append(following.held, run);
  if (type === 'PROPOSAL') return change(s, { held });
  return change(s, { held, heldCommit: { epoch: run.epoch, counter: run.to } });
};

export const holdCommit = (s: Server, e: PeerEvent): Server =>
  change(s, { heldCommit: commitOf(e).zxid });

const logHeld = (s: Server): Server => {
  const { held } = followingOf(s);
  if (held === Txns.EMPTY) return s;
  const next = edit(change(s, { held: Txns.EMPTY }));
  next.history = Txns.concat(s.history, held);
  next.disk = withLogged(s.disk, held, s.fileOpen);
  next.fileOpen = true;
  return next;
};

/** NEWLEADER: a snapshot if the tree is new, then the transactions held, all on disk … */
export function takeHistory(s: Server): Server {
  const { sync, held } = followingOf(s);
  // The transactions of a DIFF are committed, and applied once this server serves.
  const applied = sync === 'DIFF' ? Txns.last(held) : null;
  let next = s;
  if (sync === 'SNAP' || sync === 'TRUNC') {
    const draft = edit(s);
    draft.disk = withSnapshot(s.disk, s.processed, s.history);
    next = change(draft as Server, { unfinishedSnap: false });
  }
  const logged = logHeld(next);
  return applied === null ? logged : change(logged, { heldCommit: applied });
}

/** … and then currentEpoch. */
export function takeEpoch(s: Server, e: PeerEvent): Server {
  const next = edit(s);
  next.disk = withDisk(s, { currentEpoch: newLeaderOf(e).epoch });
  return next;
}

export const writeHistory = (s: Server, e: PeerEvent): void => write(s, e, 'TXNS_WRITTEN');
export const writeEpoch = (s: Server, e: PeerEvent): void => write(s, e, 'HISTORY_WRITTEN');

export function ackNewLeader(s: Server, e: PeerEvent): void {
  const { connection, epoch, leader } = followingOf(s);
  e.io.send(connection, { type: 'ACK', zxid: { epoch, counter: 0 } } as Ack);
  ackLast(s, e);
  if (!e.io.explaining) return;
  say(e, 'history-written', { leader, epoch, zxid: zxidText(s.processed) });
}

/** Of the newest transaction in the log, when it is of this epoch and may be waited for. */
function ackLast(s: Server, e: PeerEvent): void {
  const { connection, epoch } = followingOf(s);
  const { end } = writtenOf(e);
  if (s.state !== 'FOLLOWING' || end.epoch !== epoch) return;
  e.io.send(connection, { type: 'ACK', zxid: end } as Ack);
}

/** UPTODATE: it applies what it knows to be committed, logs the rest, and serves. */
export function serve(s: Server): Server {
  const { epoch, heldCommit } = followingOf(s);
  const logged = logHeld(s);
  const next = edit(heldCommit === null ? logged : applyTo(logged, heldCommit));
  next.following = { ...followingOf(logged), heldCommit: null };
  next.phase = 'BROADCAST';
  next.currentVote = withEpoch(s.currentVote, epoch);
  return next;
}

export function explainServing(s: Server, e: PeerEvent): void {
  if (!e.io.explaining) return;
  const { leader, epoch } = followingOf(s);
  say(e, 'serving', { leader, epoch, zxid: zxidText(s.processed) });
}

/** The leader ignores this second ACK; what was logged meanwhile is acknowledged after its write. */
export function ackUpToDate(s: Server, e: PeerEvent): void {
  const { connection, epoch } = followingOf(s);
  e.io.send(connection, { type: 'ACK', zxid: { epoch, counter: 0 } } as Ack);
  if (Txns.last(s.history)?.epoch === epoch) write(s, e, 'LOG_WRITTEN');
}

// ---- broadcast

/** Every transaction up to `zxid` is applied. */
export function applyTo(s: Server, zxid: { epoch: number; counter: number }): Server {
  const done = Txns.upTo(Txns.after(s.history, s.processed), zxid);
  if (done === Txns.EMPTY) return s;
  const next = edit(s);
  next.processed = maxZxid(s.processed, Txns.last(done) ?? zxid);
  next.committedLog = keepCommitted(s.committedLog, done);
  return next;
}

/** PROPOSAL or INFORM: into the log; an INFORM is committed already. */
export function logProposal(s: Server, e: PeerEvent): Server {
  const { type, run } = proposalOf(e);
  const next = edit(s);
  next.history = Txns.append(s.history, run);
  next.disk = withLogged(s.disk, Txns.of(run), s.fileOpen);
  next.fileOpen = true;
  return type === 'PROPOSAL'
    ? (next as Server)
    : applyTo(next as Server, { epoch: run.epoch, counter: run.to });
}

export const writeLog = (s: Server, e: PeerEvent): void => write(s, e, 'LOG_WRITTEN');

/** After the fsync; it says that everything before is logged too. */
export const ackLogged = (s: Server, e: PeerEvent): void => ackLast(s, e);

export const commit = (s: Server, e: PeerEvent): Server => applyTo(s, commitOf(e).zxid);

export const pong = (s: Server, e: PeerEvent): void =>
  e.io.send(followingOf(s).connection, { type: 'PING' });
