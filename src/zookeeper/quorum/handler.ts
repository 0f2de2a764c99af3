/** The leader's end of a learner's connection [LearnerHandler]. */
import type { Edit } from '../../kernel/edit.ts';
import { withEntry } from '../../kernel/with-entry.ts';
import { ackOf } from '../../protocols/election/events.ts';
import { say } from '../../protocols/election/facts.ts';
import { leadingOf } from '../../protocols/election/leader.ts';
import { tick as tickPeer } from '../../protocols/election/liveness.ts';
import type { LeaderInfo, NewLeader } from '../../protocols/election/messages.ts';
import {
  edit as editPeer,
  editLeading,
  editLearner,
  takesProposals,
} from '../../protocols/election/server.ts';
import type { LearnerView } from '../../protocols/election/server.ts';
import { compareZxid } from '../../protocols/election/zxid.ts';
import { proposedAfter } from '../../protocols/zab/proposals.ts';
import { firstAfter, from } from '../../protocols/zab/ledger.ts';
import type { Ledger } from '../../protocols/zab/ledger.ts';
import { syncFollower } from '../../protocols/zab/sync-decision.ts';
import type { SyncDecision } from '../../protocols/zab/sync-decision.ts';
import { zxidText } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import { touch } from '../sessions/tracker.ts';
import type { ServerEvent } from '../server/events.ts';
import { transmit } from '../server/cnxn.ts';
import { edit, edited, elapsed } from '../server/server.ts';
import type { Server } from '../server/server.ts';
import type { Job } from '../server/job.ts';
import type { Txn } from '../records/txns.ts';
import { recentLedger } from './histories.ts';
import { logOnDisk } from './log-on-disk.ts';
import { noteAck } from './broadcast.ts';
import type {
  CommitPacket,
  DiffOrTrunc,
  ForwardedRequest,
  ProposalPacket,
  QuorumPing,
  Revalidate,
  Snap,
} from './messages.ts';
import { isLocal } from './local-sessions.ts';
import { leaderIn, leaderOf, leads, peerOf } from './place.ts';
import { isOverdue, nothingAwaited, proposalAcknowledged } from './sync-limit.ts';

/** The learner of the handler that speaks: its key is the number of the connection. */
const learnerHere = (s: Pick<Server, 'peer'>, e: ServerEvent): LearnerView | undefined =>
  leadingOf(peerOf(s)).learners.find(({ connection }) => connection === e.io.key);

function change(next: Edit<Server>, e: ServerEvent, what: Partial<LearnerView>): void {
  const leading = editLeading(leadingOf(peerOf(next)));
  leading.learners = leading.learners.map((each) =>
    each.connection === e.io.key ? { ...each, ...what } : each,
  );
  const peer = editPeer(peerOf(next));
  peer.leading = leading;
  next.peer = peer;
}

/** The kernel gives each learner's connection a machine of its own. */
export const beginHandler = (_next: Edit<Server>, e: ServerEvent): void =>
  e.io.spawn('handler', e.connection);

export const endHandler = (next: Edit<Server>, e: ServerEvent): void => {
  const { forwarding } = leaderOf(next);
  leaderIn(next).forwarding = forwarding.filter((each) => each !== e.io.key);
  e.io.stop(e.io.key);
};

/** Effect: the role is over. */
export function endHandlers(s: Server, e: ServerEvent): void {
  for (const { connection } of leadingOf(peerOf(s)).learners) e.io.stop(connection);
}

/** Whoever was silent for too long has no handler any more. */
export function tick(next: Edit<Server>, e: ServerEvent): void {
  const { learners } = leadingOf(peerOf(next));
  dropSlow(next, e);
  next.peer = tickPeer(peerOf(next), e);
  const kept = leadingOf(next.peer).learners;
  if (kept === learners) return;
  const gone = learners.filter((each) => !kept.includes(each)).map(({ connection }) => connection);
  for (const connection of gone) e.io.stop(connection);
  const { forwarding, awaited } = leaderOf(next);
  const role = leaderIn(next);
  role.forwarding = forwarding.filter((each) => !gone.includes(each));
  role.awaited = new Map([...awaited].filter(([connection]) => !gone.includes(connection)));
}

/** `Closing connection to peer due to transaction timeout.` [LearnerHandler.ping] */
function dropSlow(next: Edit<Server>, e: ServerEvent): void {
  const { config } = peerOf(next);
  const limit = config.syncLimit * config.tickTime;
  const { awaited } = leaderOf(next);
  const leading = leadingOf(peerOf(next));
  const slow = leading.learners.filter(({ connection }) =>
    isOverdue(awaited.get(connection) ?? nothingAwaited, e.io.now, limit),
  );
  if (slow.length === 0) return;
  for (const { connection, sid } of slow) {
    e.io.close(connection);
    if (e.io.explaining) say(e, 'learner-gone', { learner: sid, reason: 'slow' });
  }
  const peer = editPeer(peerOf(next));
  peer.leading = { ...leading, learners: leading.learners.filter((each) => !slow.includes(each)) };
  next.peer = peer;
}

// ---- discovery

/** The leader has promised the epoch itself, on disk. */
export const isEpochPromised = (s: Server): boolean =>
  leads(s) && leadingOf(peerOf(s)).epochAcks.some(({ sid }) => sid === s.pid);

export function tellEpoch(next: Edit<Server>, e: ServerEvent): void {
  const { epoch } = leadingOf(peerOf(next));
  transmit(e, e.io.key, { type: 'LEADERINFO', epoch } satisfies LeaderInfo);
}

/** A quorum has acknowledged the epoch. */
export const isPastDiscovery = (s: Server): boolean => leads(s) && peerOf(s).phase !== 'DISCOVERY';

// ---- synchronisation

/** Everything that makes the learner's history equal, and what is under way; then NEWLEADER. */
export function synchronise(next: Edit<Server>, e: ServerEvent): void {
  const learner = learnerHere(next, e);
  if (learner === undefined) return;
  const { epoch } = leadingOf(peerOf(next));
  const { tree } = next;
  const recent = recentLedger(next.recent);
  const decided = syncFollower(learner.zxid, {
    lastProcessed: tree.lastZxid,
    committed: recent,
    onDisk: (from) => logOnDisk(next.disk, from, next.settings.cfg),
  });
  const decision = next.settings.broken.has('skip-truncation')
    ? withoutTruncation(decided, learner.zxid, recent)
    : decided;
  const { how, row, zxid, txns } = decision;
  if (how === 'SNAP') transmit(e, e.io.key, { type: how, zxid, tree } satisfies Snap);
  else transmit(e, e.io.key, { type: how, zxid } satisfies DiffOrTrunc);
  for (const txn of txns) sendCommitted(next, e, txn);
  const sent = txns[txns.length - 1]?.zxid ?? (how === 'SNAP' ? tree.lastZxid : zxid);
  forwardFrom(next, e, learner, sent);
  transmit(e, e.io.key, { type: 'NEWLEADER', epoch } satisfies NewLeader);
  change(next, e, { stage: 'syncing' });
  if (!e.io.explaining) return;
  say(e, 'sync-decided', {
    learner: learner.sid,
    how,
    row,
    peerLast: zxidText(learner.zxid),
    min: zxidText(recent.length === 0 ? tree.lastZxid : recent.at(0).zxid),
    max: zxidText(recent.length === 0 ? tree.lastZxid : recent.at(recent.length - 1).zxid),
    processed: zxidText(tree.lastZxid),
    zxid: zxidText(zxid),
    txns: txns.length,
  });
}

/** A mutant's: what the learner has and the leader has not stays. */
function withoutTruncation(
  decision: SyncDecision<Txn>,
  peerLast: Zxid,
  recent: Ledger<Txn>,
): SyncDecision<Txn> {
  const { how, row } = decision;
  if (how === 'DIFF' || row === '4' || row === '5') return decision;
  const txns = from(recent, firstAfter(recent, peerLast));
  return { ...decision, how: 'DIFF', zxid: txns[txns.length - 1]?.zxid ?? peerLast, txns };
}

function sendCommitted(next: Edit<Server>, e: ServerEvent, txn: Txn): void {
  transmit(e, e.io.key, { type: 'PROPOSAL', txn } satisfies ProposalPacket);
  transmit(e, e.io.key, { type: 'COMMIT', zxid: txn.zxid } satisfies CommitPacket);
}

/** From here on the learner gets all that is proposed [Leader.startForwarding]. */
function forwardFrom(next: Edit<Server>, e: ServerEvent, to: LearnerView, seen: Zxid): void {
  const { toBeApplied, outstanding, forwarding } = leaderOf(next);
  for (const txn of toBeApplied) if (compareZxid(txn.zxid, seen) > 0) sendCommitted(next, e, txn);
  const forgets = next.settings.broken.has('forget-outstanding-proposals');
  if (takesProposals(peerOf(next).config, to) && !forgets) {
    for (const { txn: proposed } of proposedAfter(outstanding, seen)) {
      const { txn } = proposed.job;
      if (txn !== null) transmit(e, e.io.key, { type: 'PROPOSAL', txn } satisfies ProposalPacket);
    }
  }
  leaderIn(next).forwarding = [...forwarding, e.io.key];
}

/** Leaders begin a new epoch when the counter of theirs has no number left. */
export const hasRolledOver = (s: Server): boolean => leads(s) && leaderOf(s).rolledOver;

export const isEstablished = (s: Server): boolean => leads(s) && peerOf(s).phase === 'BROADCAST';

export function tellUpToDate(next: Edit<Server>, e: ServerEvent): void {
  transmit(e, e.io.key, { type: 'UPTODATE' });
  change(next, e, { stage: 'serving' });
}

// ---- broadcast

export function takeAck(next: Edit<Server>, e: ServerEvent): void {
  const learner = learnerHere(next, e);
  const { zxid } = ackOf(e);
  if (learner === undefined || zxid.counter === 0) return;
  if (compareZxid(zxid, learner.acked) > 0) noteAcked(next, learner, zxid);
  const { awaited } = leaderOf(next);
  const known = awaited.get(e.io.key);
  const still = known === undefined ? known : proposalAcknowledged(known, zxid);
  if (still !== undefined && still !== known)
    leaderIn(next).awaited = withEntry(awaited, e.io.key, still);
  noteAck(next, e, zxid, learner.sid);
}

function noteAcked(next: Edit<Server>, learner: LearnerView, zxid: Zxid): void {
  const acked = editLearner(learner);
  acked.acked = zxid;
  const leading = editLeading(leadingOf(peerOf(next)));
  leading.learners = leading.learners.map((each) => (each === learner ? acked : each));
  const peer = editPeer(peerOf(next));
  peer.leading = leading;
  next.peer = peer;
}

/** A write of one of its clients [LearnerHandler.run, LeaderZooKeeperServer.submitLearnerRequest]. */
export function takeRequest(next: Edit<Server>, e: ServerEvent): void {
  const learner = learnerHere(next, e);
  if (learner === undefined) return;
  const { session, cxid, request, ids } = e.message as ForwardedRequest;
  const job: Job = {
    number: next.jobs++,
    connection: 0,
    owner: learner.sid,
    session,
    cxid,
    request,
    ids,
    created: e.io.now,
    txn: null,
    err: null,
    ...(request.op === 'sync' && { handler: learner.connection }),
  };
  next.prep = [...next.prep, job];
}

/** Sessions that the learner has heard of since the last ping. */
export function takeTouches(s: Server, e: ServerEvent): Server {
  const { touched } = e.message as QuorumPing;
  if (touched === undefined || touched.size === 0) return s;
  const next = edit(s);
  const now = elapsed(s, e.io.now);
  const { tickTime } = s.settings.cfg;
  for (const [session, timeout] of touched)
    next.sessions = touch(next.sessions, session, timeout, now, tickTime) ?? next.sessions;
  return edited(next, s);
}

/** [Leader.revalidateSession] From now on the session belongs to that learner's server. */
export function revalidate(next: Edit<Server>, e: ServerEvent): void {
  const learner = learnerHere(next, e);
  if (learner === undefined) return;
  const { session, timeout } = e.message as Revalidate;
  const { tickTime } = next.settings.cfg;
  const touched = touch(next.sessions, session, timeout, elapsed(next, e.io.now), tickTime);
  const valid = touched !== null && !isLocal(next, session);
  if (valid) {
    next.sessions = touched;
    leaderIn(next).owners = new Map(leaderOf(next).owners).set(session, learner.sid);
  }
  transmit(e, e.io.key, { type: 'REVALIDATE', session, timeout, valid } satisfies Revalidate);
}
