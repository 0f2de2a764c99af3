/** Synchronised by a leader, then following it [Learner.syncWithLeader, Follower, Observer.processPacket]. */
import type { Edit } from '../../kernel/edit.ts';
import { withEpoch } from '../../protocols/election/electing.ts';
import { newLeaderOf } from '../../protocols/election/events.ts';
import { say } from '../../protocols/election/facts.ts';
import { followingOf } from '../../protocols/election/learner.ts';
import type { Ack } from '../../protocols/election/messages.ts';
import { edit as editPeer, isObserver } from '../../protocols/election/server.ts';
import { sameZxid } from '../../protocols/election/zxid.ts';
import { zxidText } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { Txn } from '../records/txns.ts';
import { append, truncated, withSnapshot } from '../server/disk.ts';
import type { ServerEvent } from '../server/events.ts';
import { transmit } from '../server/cnxn.ts';
import { edit, wall } from '../server/server.ts';
import type { Server } from '../server/server.ts';
import type { Job } from '../server/job.ts';
import { applyTxn } from '../tree/apply.ts';
import { reload, remembered, replayed } from './histories.ts';
import type {
  CommitPacket,
  DiffOrTrunc,
  ProposalPacket,
  QuorumPing,
  Snap,
  SyncPacket,
} from './messages.ts';
import { askedFor } from './asked-for.ts';
import { commitNext } from './commit-stage.ts';
import { sayCommitHeard } from './facts.ts';
import { withMembership } from './membership.ts';
import { learnerIn, learnerOf, peerOf, serves } from './place.ts';
import { newLearner } from './role.ts';
import { writeDisk } from './write.ts';

const packetOf = <M>(e: ServerEvent): M => e.message as M;

/** A transaction of another server's client, or of whom the leader knows. */
const jobOf = (next: Edit<Server>, txn: Txn, now: number): Job => ({
  number: next.jobs++,
  connection: 0,
  owner: 0,
  session: txn.session,
  cxid: txn.cxid,
  request: askedFor(txn),
  ids: [],
  created: now,
  txn,
  err: null,
});

export function beginLearning(next: Edit<Server>): void {
  next.role = newLearner;
}

/** Effect: it waits no longer for its leader. */
export function closeLeader(s: Server, e: ServerEvent): void {
  const connection = peerOf(s).following?.connection ?? 0;
  if (connection !== 0 && !s.settings.broken.has('follow-older-leader')) e.io.close(connection);
}

// ---- synchronisation

/** DIFF keeps the tree, TRUNC cuts it, SNAP replaces it. */
export function takeSync(next: Edit<Server>, e: ServerEvent): void {
  const message = packetOf<DiffOrTrunc | Snap>(e);
  const { type, zxid } = message;
  const role = learnerIn(next);
  role.sync = type;
  role.logs = type === 'DIFF';
  role.unfinished = type !== 'DIFF';
  if (message.type === 'SNAP') {
    reload(next, {
      tree: message.tree,
      recent: { txns: next.recent.txns, from: next.recent.txns.length },
    });
  } else if (type === 'TRUNC') {
    next.disk = truncated(next.disk, zxid);
    next.logging = { ...next.logging, open: false };
    const { tree, recent } = replayed(next.disk, next.settings.cfg);
    // [Learner.syncWithLeader] setlastProcessedZxid
    reload(next, { tree: { ...tree, lastZxid: zxid }, recent });
    e.io.persist(next.disk, 'WRITTEN_BEHIND');
  }
  next.tree = withMembership(next.tree, peerOf(next), wall(next, e.io));
  if (!e.io.explaining) return;
  const { leader } = followingOf(peerOf(next));
  say(e, 'sync-received', { leader, how: type, zxid: zxidText(zxid), txns: 0 });
}

/** Before it serves, a learner holds what is proposed. */
export function hold(next: Edit<Server>, e: ServerEvent): void {
  const { type, txn } = packetOf<ProposalPacket>(e);
  const { held, heldCommits, logs } = learnerOf(next);
  if (type !== 'PROPOSAL' && !logs) {
    applyAtOnce(next, txn);
    return;
  }
  const role = learnerIn(next);
  role.held = [...held, txn];
  if (type !== 'PROPOSAL') role.heldCommits = [...heldCommits, txn.zxid];
}

/** What follows a SNAP or a TRUNC changes the tree in memory, which is saved at NEWLEADER. */
function applyAtOnce(next: Edit<Server>, txn: Txn): void {
  next.tree = applyTxn(next.tree, txn).tree;
  next.recent = remembered(next.recent, txn, next.settings.cfg);
}

export function holdCommit(next: Edit<Server>, e: ServerEvent): void {
  const { zxid } = packetOf<CommitPacket>(e);
  const { logs, held, heldCommits } = learnerOf(next);
  if (logs) {
    learnerIn(next).heldCommits = [...heldCommits, zxid];
    return;
  }
  const [first, ...rest] = held;
  if (first === undefined || !sameZxid(first.zxid, zxid)) return;
  applyAtOnce(next, first);
  learnerIn(next).held = rest;
}

/**
 * NEWLEADER: a snapshot if the tree is new, then what is held goes to the log, and then currentEpoch to
 * its file: the order that ZooKeeper has from 3.8.5 on (ZOOKEEPER-4643, -4646).
 */
export function takeHistory(next: Edit<Server>, e: ServerEvent): void {
  if (learnerOf(next).unfinished) {
    next.disk = withSnapshot(next.disk, { zxid: next.tree.lastZxid, tree: next.tree });
    learnerIn(next).unfinished = false;
  }
  learnerIn(next).logs = true;
  const steps = [logHeld, noteEpoch];
  if (next.settings.broken.has('epoch-before-history')) steps.reverse();
  const [first, second] = steps;
  first?.(next, e);
  writeDisk(next, e, 'TXNS_WRITTEN');
  second?.(next, e);
  writeDisk(next, e, 'HISTORY_WRITTEN');
}

/** An observer logs what it holds only when it is committed. */
function logHeld(next: Edit<Server>): void {
  if (isObserver(peerOf(next))) return;
  const { held, pending } = learnerOf(next);
  for (const txn of held) {
    next.disk = append(next.disk, txn, next.logging.open);
    next.logging = { ...next.logging, open: true, count: next.logging.count + 1 };
  }
  const role = learnerIn(next);
  role.held = [];
  role.pending = [...pending, ...held];
}

function noteEpoch(next: Edit<Server>, e: ServerEvent): void {
  const { epoch } = newLeaderOf(e);
  const peer = editPeer(peerOf(next));
  peer.disk = { ...peer.disk, currentEpoch: epoch };
  next.peer = peer;
  next.disk = { ...next.disk, currentEpoch: epoch };
}

/** History and then epoch are on disk: NEWLEADER is acknowledged, and each transaction that was logged. */
export function ackNewLeader(next: Edit<Server>, e: ServerEvent): void {
  const peer = peerOf(next);
  const { connection, epoch, leader } = followingOf(peer);
  transmit(e, connection, { type: 'ACK', zxid: { epoch, counter: 0 } } satisfies Ack);
  if (!isObserver(peer)) {
    for (const { zxid } of learnerOf(next).pending)
      transmit(e, connection, { type: 'ACK', zxid } satisfies Ack);
  }
  if (e.io.explaining)
    say(e, 'history-written', { leader, epoch, zxid: zxidText(next.tree.lastZxid) });
}

/** UPTODATE: what is known to be committed is on its way to the tree, the rest to the log; it serves. */
export function serve(next: Edit<Server>, e: ServerEvent): void {
  const { held, heldCommits } = learnerOf(next);
  const old = peerOf(next);
  const { epoch, connection } = followingOf(old);
  const role = learnerIn(next);
  role.held = [];
  role.heldCommits = [];
  const observes = isObserver(old);
  for (const txn of held) {
    if (!observes) accept(next, txn, e);
    else if (heldCommits.some((zxid) => sameZxid(zxid, txn.zxid))) takeCommitted(next, txn, e);
  }
  if (!observes) for (const zxid of heldCommits) commitPending(next, zxid, e);
  const peer = editPeer(peerOf(next));
  peer.phase = 'BROADCAST';
  peer.currentVote = withEpoch(peer.currentVote, epoch);
  next.peer = peer;
  transmit(e, connection, { type: 'ACK', zxid: { epoch, counter: 0 } } satisfies Ack);
  if (!e.io.explaining) return;
  say(e, 'serving', { leader: followingOf(old).leader, epoch, zxid: zxidText(next.tree.lastZxid) });
}

// ---- broadcast

/** [FollowerZooKeeperServer.logRequest] */
function accept(next: Edit<Server>, txn: Txn, e: ServerEvent): void {
  learnerIn(next).pending = [...learnerOf(next).pending, txn];
  next.sync = [...next.sync, jobOf(next, txn, e.io.now)];
  if (isOfOlderLeader(next, e)) learnerIn(next).older = e.connection;
  if (next.settings.broken.has('ack-before-sync')) {
    const { connection } = followingOf(peerOf(next));
    transmit(e, connection, { type: 'ACK', zxid: txn.zxid } satisfies Ack);
  }
}

/** [ObserverZooKeeperServer.commitRequest] */
function takeCommitted(next: Edit<Server>, txn: Txn, e: ServerEvent): void {
  const job = jobOf(next, txn, e.io.now);
  next.sync = [...next.sync, job];
  commitNext(next, job);
}

/** A mutant's: what another leader than the own one proposes. */
export const isOfOlderLeader = (s: Pick<Server, 'peer' | 'settings'>, e: ServerEvent): boolean =>
  s.settings.broken.has('follow-older-leader') &&
  e.type === 'PROPOSAL' &&
  peerOf(s).phase === 'BROADCAST' &&
  peerOf(s).state === 'FOLLOWING' &&
  e.connection !== followingOf(peerOf(s)).connection;

export function takeProposal(next: Edit<Server>, e: ServerEvent): void {
  const { type, txn } = packetOf<ProposalPacket>(e);
  if (type !== 'PROPOSAL') {
    if (e.io.explaining) sayCommitHeard(next, e, txn.zxid, type);
    takeCommitted(next, txn, e);
  } else if (isOvertaken(next, txn)) learnerIn(next).held = [...learnerOf(next).held, txn];
  else accept(next, txn, e);
}

/** A mutant's: every other proposal comes late to every other follower. */
const isOvertaken = ({ settings, pid }: Edit<Server>, { zxid }: Txn): boolean =>
  settings.broken.has('unordered-queue') && pid % 2 === 0 && zxid.counter % 2 === 0;

/** It must be the oldest one that is pending [FollowerZooKeeperServer.commit]. */
function commitPending(next: Edit<Server>, zxid: Zxid, e: ServerEvent): void {
  const { pending } = learnerOf(next);
  const at = pending.findIndex((txn) => sameZxid(txn.zxid, zxid));
  const first = pending[at];
  if (first === undefined || (at > 0 && !next.settings.broken.has('unordered-queue'))) return;
  learnerIn(next).pending = pending.toSpliced(at, 1);
  commitNext(next, jobOf(next, first, e.io.now));
}

export function takeCommit(next: Edit<Server>, e: ServerEvent): void {
  const { zxid, type } = packetOf<CommitPacket>(e);
  if (e.io.explaining) sayCommitHeard(next, e, zxid, type);
  commitPending(next, zxid, e);
}

/** The oldest `sync` that waits may be answered [FollowerZooKeeperServer.sync]. */
export function takeSyncReply(next: Edit<Server>, e: ServerEvent): void {
  const { session, cxid } = packetOf<SyncPacket>(e);
  const { queued, committed } = next.committing;
  const job = queued.find(
    (each) => each.request.op === 'sync' && each.session === session && each.cxid === cxid,
  );
  if (job !== undefined) next.committing = { queued, committed: [...committed, job] };
}

/** Answers with the sessions that it has heard of [Learner.ping]; without any it stays as it is. */
export function pong(s: Server, e: ServerEvent): Server {
  const { connection } = followingOf(peerOf(s));
  const { touched, held } = learnerOf(s);
  const answer: QuorumPing = { type: 'PING', touched };
  const accepts = serves(s) && held.length > 0;
  if (!accepts && touched.size === 0) {
    transmit(e, connection, answer);
    return s;
  }
  const next = edit(s);
  if (accepts) {
    learnerIn(next).held = [];
    for (const txn of held) accept(next, txn, e);
  }
  transmit(e, connection, answer);
  if (touched.size > 0) learnerIn(next).touched = new Map();
  return next;
}
