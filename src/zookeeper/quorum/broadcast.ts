/** The leader's side of a transaction: proposed, acknowledged, committed [Leader]. */
import type { Edit } from '../../kernel/edit.ts';
import { hasVoterQuorum, isVoter, neededIn } from '../../protocols/election/config.ts';
import { leadingOf, sidsText } from '../../protocols/election/leader.ts';
import { takesProposals } from '../../protocols/election/server.ts';
import { sameZxid } from '../../protocols/election/zxid.ts';
import { acknowledged, committable } from '../../protocols/zab/proposals.ts';
import type { Outstanding } from '../../protocols/zab/proposals.ts';
import type { Pid } from '../../view/time.ts';
import type { Micros } from '../../view/time.ts';
import { zxidText } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { ServerEvent } from '../server/events.ts';
import { txnSize } from '../records/txn-size.ts';
import { transmit } from '../server/cnxn.ts';
import type { Server } from '../server/server.ts';
import type { Job } from '../server/job.ts';
import { commitNext } from './commit-stage.ts';
import { say } from './facts.ts';
import type { CommitPacket, ProposalPacket, QuorumMessage, SyncPacket } from './messages.ts';
import { leaderIn, leaderOf, peerOf } from './place.ts';
import type { LeaderRole, Proposed } from './role.ts';
import { nothingAwaited, proposalSent } from './sync-limit.ts';
import type { Awaited } from './sync-limit.ts';

/** To every learner that gets what is proposed; an observer hears of it when it is committed. */
function toForwarding(
  next: Edit<Server>,
  e: ServerEvent,
  toVoters: QuorumMessage,
  toObservers: QuorumMessage | null,
): void {
  const { config, leading } = peerOf(next);
  const { forwarding } = leaderOf(next);
  for (const learner of leading?.learners ?? []) {
    if (!forwarding.includes(learner.connection)) continue;
    const message = takesProposals(config, learner) ? toVoters : toObservers;
    if (message !== null) transmit(e, learner.connection, message);
  }
}

/** Who gets what is proposed: voters, or observers; null: nobody. */
function forwardedTo(
  { peer, role }: Pick<Server, 'peer' | 'role'>,
  voters: boolean,
): string | null {
  const { config, leading } = peerOf({ peer });
  const { forwarding } = leaderOf({ role });
  const named = (leading?.learners ?? []).filter(
    (learner) =>
      forwarding.includes(learner.connection) && takesProposals(config, learner) === voters,
  );
  return named.length === 0 ? null : sidsText(named.map(({ sid }) => sid));
}

/**
 * What Prep has judged waits for its commit; a transaction goes to the followers and to the own log
 * [ProposalRequestProcessor.processRequest].
 */
export function propose(next: Edit<Server>, e: ServerEvent, job: Job): void {
  const { queued, committed } = next.committing;
  if (job.request.op === 'sync' && job.owner !== next.pid) {
    processSync(next, e, job);
    return;
  }
  next.committing = { queued: [...queued, job], committed };
  const { txn } = job;
  if (txn === null) return;
  if (txn.zxid.counter >= LAST_COUNTER) {
    leaderIn(next).rolledOver = true;
    return;
  }
  const role = leaderIn(next);
  role.outstanding = [...role.outstanding, { txn: { zxid: txn.zxid, job }, acks: [] }];
  role.sizes = withSize(role.sizes, txnSize(txn));
  toForwarding(next, e, { type: 'PROPOSAL', txn } satisfies ProposalPacket, null);
  noteAwaited(next, txn.zxid, e.io.now);
  next.sync = [...next.sync, job];
  if (e.io.explaining) {
    const to = forwardedTo(next, true);
    say(e, 'proposal-sent', { zxid: zxidText(txn.zxid), op: job.request.op, to });
  }
}

/** The lower half of a zxid in which all bits are set belongs to no transaction (ZOOKEEPER-1277). */
const LAST_COUNTER = 0xffff_ffff;

/** Followers have so long to acknowledge it. */
function noteAwaited(next: Edit<Server>, zxid: Zxid, now: Micros): void {
  const { config, leading } = peerOf(next);
  const { forwarding, awaited } = leaderOf(next);
  const changed = new Map<number, Awaited>();
  for (const [connection, each] of awaited) changed.set(connection, each);
  for (const learner of leading?.learners ?? []) {
    const { connection } = learner;
    if (!forwarding.includes(connection) || !takesProposals(config, learner)) continue;
    changed.set(connection, proposalSent(awaited.get(connection) ?? nothingAwaited, zxid, now));
  }
  leaderIn(next).awaited = changed;
}

/** [BufferStats.setLastBufferSize] */
const withSize = ({ least, most }: LeaderRole['sizes'], last: number): LeaderRole['sizes'] => ({
  last,
  least: least === -1 ? last : Math.min(least, last),
  most: Math.max(most, last),
});

/** The leader's own log has it [AckRequestProcessor]. */
export function noteOwnAck(next: Edit<Server>, e: ServerEvent, { txn }: Job): void {
  if (txn !== null) noteAck(next, e, txn.zxid, next.pid);
}

/** [Leader.processAck] */
export function noteAck(next: Edit<Server>, e: ServerEvent, zxid: Zxid, sid: Pid): void {
  const peer = peerOf(next);
  if (!isVoter(peer.config, sid)) return;
  const { outstanding } = leaderOf(next);
  const { broken } = next.settings;
  const isOld = broken.has('count-acks-of-old-epochs') && zxid.epoch < leadingOf(peer).epoch;
  const acked = isOld
    ? acknowledgedUpTo(outstanding, zxid.counter, sid)
    : acknowledged(outstanding, zxid, sid);
  if (e.io.explaining) sayAck(next, e, zxid, sid, acked);
  if (acked === outstanding) return;
  leaderIn(next).outstanding = acked;
  if (broken.has('unordered-queue')) announce(next, e, zxid);
  commitAll(next, e);
}

/** @param outstanding what is waited for, with this ACK */
function sayAck(
  { peer }: Edit<Server>,
  e: ServerEvent,
  zxid: Zxid,
  by: Pid,
  outstanding: Outstanding<Proposed>,
): void {
  const waits = outstanding.find(({ txn }) => sameZxid(txn.zxid, zxid));
  const of = { zxid: zxidText(zxid), by };
  if (waits === undefined) say(e, 'ack-late', of);
  else {
    const needed = neededIn(peerOf({ peer }).config);
    say(e, 'ack-counted', { ...of, acks: sidsText(waits.acks), needed });
  }
}

/** A mutant's: whatever epoch the ACK is of. */
const acknowledgedUpTo = (
  outstanding: Outstanding<Proposed>,
  counter: number,
  by: Pid,
): Outstanding<Proposed> =>
  outstanding
    .filter(({ txn }) => txn.zxid.counter <= counter)
    .reduce((all, { txn }) => acknowledged(all, txn.zxid, by), outstanding);

/** A mutant's: COMMIT for what has a quorum, while an earlier one waits for it. */
function announce(next: Edit<Server>, e: ServerEvent, zxid: Zxid): void {
  const [oldest, ...later] = leaderOf(next).outstanding;
  const { config } = peerOf(next);
  if (oldest === undefined || hasVoterQuorum(config, oldest.acks)) return;
  const due = later.find(({ txn }) => sameZxid(txn.zxid, zxid));
  if (due === undefined || !hasVoterQuorum(config, due.acks)) return;
  toForwarding(next, e, { type: 'COMMIT', zxid } satisfies CommitPacket, null);
}

/** [Leader.tryToCommit] */
function commitAll(next: Edit<Server>, e: ServerEvent): void {
  const { config } = peerOf(next);
  const { outstanding } = leaderOf(next);
  const careless = next.settings.broken.has('commit-without-quorum');
  const done = committable(outstanding, (sids) => careless || hasVoterQuorum(config, sids));
  if (done.length === 0) return;
  leaderIn(next).outstanding = outstanding.slice(done.length);
  for (const { txn: proposed, acks } of done) {
    if (e.io.explaining) sayCommit(next, e, proposed.zxid, acks);
    commit(next, e, proposed.zxid, proposed.job);
  }
}

function sayCommit(next: Edit<Server>, e: ServerEvent, zxid: Zxid, acks: readonly Pid[]): void {
  const { config } = peerOf(next);
  say(e, 'commit-sent', {
    zxid: zxidText(zxid),
    acks: sidsText(acks),
    needed: neededIn(config),
    to: forwardedTo(next, true),
    observers: forwardedTo(next, false),
  });
}

function commit(next: Edit<Server>, e: ServerEvent, zxid: Zxid, job: Job): void {
  const { txn } = job;
  if (txn === null) return;
  const role = leaderIn(next);
  const { pendingSyncs } = role;
  role.toBeApplied = [...role.toBeApplied, txn];
  role.lastCommitted = zxid;
  toForwarding(
    next,
    e,
    { type: 'COMMIT', zxid } satisfies CommitPacket,
    { type: 'INFORM', txn } satisfies ProposalPacket,
  );
  commitNext(next, job);
  const due = pendingSyncs.filter((each) => sameZxid(each.zxid, zxid));
  if (due.length === 0) return;
  leaderIn(next).pendingSyncs = pendingSyncs.filter((each) => !due.includes(each));
  for (const each of due) sendSync(next, e, each.job, zxid);
}

/** It is answered when all that is proposed by now is committed [Leader.processSync]. */
function processSync(next: Edit<Server>, e: ServerEvent, job: Job): void {
  const { outstanding, pendingSyncs } = leaderOf(next);
  const last = outstanding[outstanding.length - 1];
  if (last === undefined) sendSync(next, e, job, null);
  else leaderIn(next).pendingSyncs = [...pendingSyncs, { zxid: last.txn.zxid, job }];
}

/** To the handler that it came by, and to none if that has ended. @param behind what it waited for */
function sendSync(
  next: Edit<Server>,
  e: ServerEvent,
  { session, cxid, owner, handler }: Job,
  behind: Zxid | null,
): void {
  const { learners } = leadingOf(peerOf(next));
  const asked = learners.find(({ connection }) => connection === handler);
  if (asked === undefined) return;
  transmit(e, asked.connection, { type: 'SYNC', session, cxid } satisfies SyncPacket);
  if (e.io.explaining)
    say(e, 'sync-passed', { learner: owner, behind: behind === null ? null : zxidText(behind) });
}
