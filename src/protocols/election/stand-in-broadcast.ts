/**
 * A stand-in for ZooKeeper's data: transactions without content. A client's connecting, each of its
 * writes (failed ones too) and its closing take one zxid each. A leader proposes them, followers log
 * and acknowledge them, a quorum commits them. It leaves out sessions, znodes and the client itself:
 * an election needs only zxids in logs.
 */
import { zxidText } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import { hasVoterQuorum, isVoter } from './config.ts';
import { withLogged } from './disk.ts';
import type { PeerEvent } from './events.ts';
import { ackOf, requestOf, writtenOf } from './events.ts';
import { say } from './facts.ts';
import { changeLeading, leadingOf, sidsText } from './leader.ts';
import { applyTo, followingOf } from './learner.ts';
import type { Commit, Proposal, Request } from './messages.ts';
import { write } from './roles.ts';
import type { LearnerView, Outstanding, Server } from './server.ts';
import { edit } from './server.ts';
import * as Txns from './txn-log.ts';
import type { Run } from './txn-log.ts';
import { compareZxid, maxZxid } from './zxid.ts';

/** How many transactions an input or a REQUEST asks for. */
export const opsOf = (e: PeerEvent): number => {
  const asked = e.type === 'REQUEST' ? requestOf(e) : (e.data as { readonly ops?: unknown } | null);
  const ops = asked?.ops;
  return typeof ops === 'number' && Number.isSafeInteger(ops) && ops > 0 ? ops : 1;
};

const endOf = (run: Run): Zxid => ({ epoch: run.epoch, counter: run.to });

/** Learner: what its client wants goes to the leader. */
export function forward(s: Server, e: PeerEvent): void {
  const { connection, leader } = followingOf(s);
  const ops = opsOf(e);
  e.io.send(connection, { type: 'REQUEST', ops } as Request);
  if (e.io.explaining) say(e, 'client-write', { ops, forwardedTo: leader });
}

export const refuseClient = (_s: Server, e: PeerEvent): void => {
  if (e.io.explaining) say(e, 'client-refused', { ops: opsOf(e) });
};

/** Everyone that has been sent NEWLEADER gets what is proposed later. */
const isForwarding = ({ stage }: LearnerView): boolean =>
  stage === 'syncing' || stage === 'acked' || stage === 'serving';

/** Leader: the next zxids, in its log, on their way to the followers and outstanding [Leader.propose]. */
export function propose(s: Server, e: PeerEvent): Server {
  const { lastProposed, outstanding, learners } = leadingOf(s);
  const { epoch, counter } = lastProposed;
  const run = { epoch, from: counter + 1, to: counter + opsOf(e) };
  const proposal: Outstanding = { run, acks: [], proposedAt: e.io.now };
  const next = edit(
    changeLeading(s, { lastProposed: endOf(run), outstanding: [...outstanding, proposal] }),
  );
  next.history = Txns.append(s.history, run);
  next.disk = withLogged(s.disk, Txns.of(run), s.fileOpen);
  next.fileOpen = true;
  for (const learner of learners) {
    if (!isForwarding(learner) || !isVoter(s.config, learner.sid)) continue;
    e.io.send(learner.connection, { type: 'PROPOSAL', run } as Proposal);
  }
  write(next as Server, e, 'LOG_WRITTEN');
  explainProposed(e, run);
  return next;
}

function explainProposed(e: PeerEvent, run: Run): void {
  if (!e.io.explaining) return;
  if (e.type === 'CLIENT_WRITE') say(e, 'client-write', { ops: opsOf(e), forwardedTo: null });
  const first = zxidText({ epoch: run.epoch, counter: run.from });
  say(e, 'transaction-proposed', { first, last: zxidText(endOf(run)), ops: opsOf(e) });
}

/** Who has logged a proposal: voters whose newest ACK is not below it, and the leader by its log. */
const withAcks = (s: Server, sid: number, upTo: Zxid): readonly Outstanding[] =>
  leadingOf(s).outstanding.map((each) =>
    compareZxid(endOf(each.run), upTo) <= 0 && isVoter(s.config, sid) && !each.acks.includes(sid)
      ? { ...each, acks: [...each.acks, sid] }
      : each,
  );

/** A follower's ACK, or the leader's own sync; what a quorum has logged now is committed. */
export const takeLogged = (s: Server, e: PeerEvent): Server => commitAgreed(noteAck(s, e), e);

function noteAck(s: Server, e: PeerEvent): Server {
  if (e.type === 'LOG_WRITTEN') {
    return changeLeading(s, { outstanding: withAcks(s, s.sid, writtenOf(e).end) });
  }
  const { zxid } = ackOf(e);
  const leading = leadingOf(s);
  const learners = leading.learners.map((learner) =>
    learner.connection === e.connection
      ? {
          ...learner,
          acked: maxZxid(learner.acked, zxid),
          heardAt: e.io.now,
          deadline: leading.tick + s.config.syncLimit,
        }
      : learner,
  );
  return changeLeading(s, { learners, outstanding: withAcks(s, e.from, zxid) });
}

/** The proposals that a quorum has logged, in order and without a gap [Leader.tryToCommit]. */
function committable(s: Server): readonly Outstanding[] {
  const { outstanding } = leadingOf(s);
  const end = outstanding.findIndex(({ acks }) => !hasVoterQuorum(s.config, acks));
  return end === -1 ? outstanding : outstanding.slice(0, end);
}

/** COMMIT to followers, INFORM to observers, and into the own tree. */
function commitAgreed(s: Server, e: PeerEvent): Server {
  const done = committable(s);
  const newest = done[done.length - 1];
  if (newest === undefined) return s;
  const { learners, outstanding } = leadingOf(s);
  for (const { run, acks } of done) {
    const zxid = endOf(run);
    for (const learner of learners) {
      if (!isForwarding(learner)) continue;
      const message: Commit | Proposal = isVoter(s.config, learner.sid)
        ? { type: 'COMMIT', zxid }
        : { type: 'INFORM', run };
      e.io.send(learner.connection, message);
    }
    if (!e.io.explaining) continue;
    const needed = s.config.quorum;
    say(e, 'transaction-committed', { zxid: zxidText(zxid), acks: sidsText(acks), needed });
  }
  const next = changeLeading(s, { outstanding: outstanding.slice(done.length) });
  return applyTo(next, endOf(newest.run));
}

/** STANDALONE: logged is committed. */
export function applyAlone(s: Server, e: PeerEvent): Server {
  const { epoch, counter } = s.processed;
  const run = { epoch, from: counter + 1, to: counter + opsOf(e) };
  const next = edit(s);
  next.history = Txns.append(s.history, run);
  next.disk = withLogged(s.disk, Txns.of(run), s.fileOpen);
  next.fileOpen = true;
  return applyTo(next, endOf(run));
}
