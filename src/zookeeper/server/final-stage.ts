/** Last stage: applies transactions, fires watches, answers [FinalRequestProcessor.processRequest]. */
import type { Edit } from '../../kernel/edit.ts';
import { allowed } from '../acl/check.ts';
import { PERMS } from '../records/acl.ts';
import type { Acl } from '../records/acl.ts';
import type { Code } from '../records/codes.ts';
import type { ReplyBody } from '../records/replies.ts';
import type { Txn } from '../records/txns.ts';
import { read } from '../final/read.ts';
import type { WatchEventMessage } from '../messages.ts';
import type { ReadRequest } from '../final/read.ts';
import { writeReply } from '../final/reply.ts';
import { isWrite } from '../prep/prepare.ts';
import { settled } from '../prep/outstanding.ts';
import { forget as forgetSession } from '../sessions/tracker.ts';
import { applyTxn } from '../tree/apply.ts';
import type { TxnResult } from '../tree/apply.ts';
import { fire } from '../watches/watches.ts';
import type { Notice } from '../watches/watches.ts';
import { hangUp, hangUpSession, noteSent, send } from './cnxn.ts';
import type { ServerEvent } from './events.ts';
import { tell } from './telling.ts';
import { noteApplied } from '../quorum/histories.ts';
import { endUpgrade } from '../quorum/local-sessions.ts';
import { readWaiting, welcome } from './intake.ts';
import type { Cnxn, Server } from './server.ts';
import type { Job } from './job.ts';
import { cnxnIn, cnxnOf, edit, elapsed, withCnxn } from './server.ts';
import { withLatency } from './stats.ts';

export const hasFinal = ({ final }: Server): boolean => final.length > 0;

export function setFinal(s: Server, e: ServerEvent): void {
  e.io.setTimer('FINAL', s.settings.stageDelay);
}

/** Takes the oldest request: its transaction first, then its events, then its reply. */
export function finishNext(s: Server, e: ServerEvent): Server {
  const [job, ...final] = s.final;
  if (job === undefined) return s;
  const next = edit(s);
  next.final = final;
  const fired: Notice[] = [];
  const result = job.txn === null ? null : apply(next, e, job.txn, fired);
  const err = answer(next, job, result, e, fired);
  if (tellsLate(s)) for (const notice of fired) sendEvent(e, notice);
  tell(next, e, { kind: 'finished', job, err, fired, zxid: next.tree.lastZxid });
  readWaiting(next, e);
  return next;
}

/** The mutant's order: events leave behind the reply. */
const tellsLate = ({ settings }: Server): boolean => settings.broken.has('watch-after-reply');

/** [ZooKeeperServer.processTxn] */
function apply(next: Edit<Server>, e: ServerEvent, txn: Txn, fired: Notice[]): TxnResult {
  const { broken } = next.settings;
  const { body, session } = txn;
  const kept = body.type === 'closeSession' && broken.has('keep-ephemerals');
  const before = next.tree;
  const { tree, result, changes } = applyTxn(before, txn);
  next.tree = kept ? { ...before, sessions: tree.sessions, lastZxid: tree.lastZxid } : tree;
  next.outstanding = settled(next.outstanding, txn.zxid);
  const notices = kept ? [] : told(next, e, changes);
  for (const notice of notices) fired.push(notice);
  if (body.type === 'closeSession') next.sessions = forgetSession(next.sessions, session);
  if (body.type === 'createSession') endUpgrade(next, session);
  if (next.peer !== null) noteApplied(next, txn);
  return result;
}

/** Fires what the changes touch; nobody is told of what he may not read. */
function told(
  next: Edit<Server>,
  e: ServerEvent,
  changes: Parameters<typeof fire>[1],
): readonly Notice[] {
  const { skipACL } = next.settings.cfg;
  const mayRead = (connection: number, acl: readonly Acl[]): boolean =>
    allowed(acl, PERMS.READ, cnxnOf(next, connection)?.ids ?? [], skipACL);
  const { watches, notices } = fire(next.watches, changes, mayRead);
  if (!next.settings.broken.has('watch-twice')) next.watches = watches;
  for (const notice of notices) notify(next, e, notice);
  return notices;
}

function notify(next: Edit<Server>, e: ServerEvent, notice: Notice): void {
  if (noteSent(next, notice.connection) && !tellsLate(next)) sendEvent(e, notice);
}

const sendEvent = ({ io }: ServerEvent, { connection, event }: Notice): void =>
  io.send(connection, { type: 'WATCH_EVENT', event } as WatchEventMessage);

/** @returns the code of the reply; OK for what has none */
function answer(
  next: Edit<Server>,
  job: Job,
  result: TxnResult | null,
  e: ServerEvent,
  fired: Notice[],
): Code {
  const { request, connection, session, local } = job;
  const cnxn = cnxnOf(next, connection);
  if (request.op === 'closeSession' && local === true)
    next.sessions = forgetSession(next.sessions, session);
  if (request.op === 'closeSession' && cnxn === undefined) {
    // The server itself ended it: whoever is still connected learns it from the silence.
    hangUpSession(next, e, session);
    return 'OK';
  }
  if (request.op === 'createSession' && job.err === null) {
    if (cnxn !== undefined) welcome(next, e, cnxn.id);
    noteAnswer(next, cnxn, job, e);
    return 'OK';
  }
  const { err, body } = said(next, e, job, result, fired);
  if (cnxn === undefined) return err;
  if (err === 'SessionMoved') {
    // Its client speaks through another server now: here nobody answers [FinalRequestProcessor].
    hangUp(next, e, connection);
    return err;
  }
  if (err === 'NotReadOnly') noteRefusal(next, cnxn, job);
  else noteAnswer(next, cnxn, job, e);
  const reply = { xid: job.cxid, zxid: next.tree.lastZxid, err, body };
  send(next, e, connection, { type: 'REPLY', op: request.op, reply });
  if (request.op === 'closeSession') hangUp(next, e, connection);
  return err;
}

/** What the client is told: of a write what became of it, of a read what stands there now. */
function said(
  next: Edit<Server>,
  e: ServerEvent,
  { request, err, session, connection, ids, local }: Job,
  result: TxnResult | null,
  fired: Notice[],
): { readonly err: Code; readonly body: ReplyBody } {
  if (local === true) return { err: 'OK', body: { kind: 'none' } };
  // Its leader knows no such session; its own server knows why [FinalRequestProcessor.processRequest].
  const isToldHere = err === 'EphemeralOnLocalSession' && result?.type === 'error';
  if (result !== null && !isToldHere) return writeReply(result);
  if (err !== null) return { err, body: { kind: 'none' } };
  if (isWrite(request) || request.op === 'auth')
    return { err: 'Unimplemented', body: { kind: 'none' } };
  const { skipACL } = next.settings.cfg;
  const { tree, watches } = next;
  const reading = { tree, watches, session, connection, ids, skipACL };
  const answered = read(reading, request satisfies ReadRequest);
  next.watches = answered.watches;
  for (const notice of answered.notices) {
    fired.push(notice);
    notify(next, e, notice);
  }
  return answered;
}

/** What is refused leaves no trace in the figures of a connection. */
function noteRefusal(next: Edit<Server>, { id, outstanding }: Cnxn, { cxid }: Job): void {
  withCnxn(next, id, { outstanding: Math.max(0, outstanding - (cxid > 0 ? 1 : 0)) });
}

/** Counts the answer, for the connection and for the server. */
function noteAnswer(
  next: Edit<Server>,
  cnxn: Cnxn | undefined,
  { cxid, created, request }: Job,
  e: ServerEvent,
): void {
  const latency = Math.floor((e.io.now - created) / 1000);
  next.stats = withLatency(next.stats, latency);
  if (cnxn === undefined) return;
  const known = cnxnOf(next, cnxn.id) ?? cnxn;
  const { least, most, total, count } = known.latency;
  const of = cnxnIn(next, known);
  of.outstanding = Math.max(0, known.outstanding - (cxid > 0 ? 1 : 0));
  of.last = {
    op: request.op,
    // Pings and the like leave the number of the last real request [updateStatsForResponse].
    cxid: cxid >= 0 ? cxid : known.last.cxid,
    zxid: next.tree.lastZxid,
    response: elapsed(next, e.io.now),
  };
  of.latency = {
    last: latency,
    least: count === 0 ? latency : Math.min(least, latency),
    most: Math.max(most, latency),
    total: total + latency,
    count: count + 1,
  };
}
