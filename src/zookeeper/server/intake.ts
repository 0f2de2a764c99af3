/** What a client says first, and then: sessions and requests [ZooKeeperServer.processPacket]. */
import type { Edit } from '../../kernel/edit.ts';
import { withEntry } from '../../kernel/with-entry.ts';
import { addIds, authenticate } from '../acl/providers.ts';
import { negotiated } from '../config.ts';
import { AUTH_XID } from '../messages.ts';
import type { RequestMessage } from '../messages.ts';
import { ZERO } from '../../protocols/election/zxid.ts';
import type { Rounding, Sessions } from '../sessions/tracker.ts';
import type { Code } from '../records/codes.ts';
import { NO_SESSION } from '../records/values.ts';
import { NO_PASSWORD, nextSessionId, passwordOf } from '../sessions/session-id.ts';
import { lastBoundary, nextBoundary, touch, track } from '../sessions/tracker.ts';
import { givesLocal, isGlobal, isLocal, isUpgrading } from '../quorum/local-sessions.ts';
import { peerOf, readsOnly } from '../quorum/place.ts';
import { whyNot } from '../quorum/read-only.ts';
import type { LearnerRole } from '../quorum/role.ts';
import type { SessionId } from '../records/values.ts';
import type { Micros } from '../../view/time.ts';
import { hangUp, hangUpSession, noteReceived, send, transmit } from './cnxn.ts';
import type { Outcome } from './done.ts';
import type { ServerEvent } from './events.ts';
import { connectOf, requestOf } from './events.ts';
import { tell } from './telling.ts';
import { submit } from './jobs.ts';
import type { Cnxn, Server } from './server.ts';
import { cnxnOf, edit, elapsed, inProcess, withCnxn } from './server.ts';

const rounding = ({ settings }: Server): Rounding =>
  settings.broken.has('expire-early') ? lastBoundary : nextBoundary;

/** [ZooKeeperServer.processConnectRequest] */
export function connect(s: Server, e: ServerEvent): Server {
  const cnxn = cnxnOf(s, e.connection);
  if (cnxn === undefined || cnxn.session !== NO_SESSION) return s;
  const next = edit(s);
  const request = connectOf(e);
  const { cfg } = s.settings;
  const timeout = negotiated(cfg, request.timeout);
  noteReceived(next, cnxn, e.io.now);
  const outcome = (kind: Outcome, session: string): void => {
    tell(next, e, { kind: 'connect', request, outcome: kind, session, timeout });
  };
  const why = whyNot(s, request);
  if (why !== null) {
    hangUp(next, e, cnxn.id);
    outcome(why, request.session);
    return next;
  }
  const now = elapsed(s, e.io.now);
  withCnxn(next, cnxn.id, { timeout });
  if (request.session === NO_SESSION) {
    const id = s.nextSession;
    next.nextSession = nextSessionId(id);
    const local = givesLocal(s);
    if (s.peer === null || local)
      next.sessions = track(s.sessions, id, timeout, now, cfg.tickTime, rounding(s), local);
    withCnxn(next, cnxn.id, { session: id });
    submit(next, e, cnxnOf(next, cnxn.id) ?? cnxn, id, 0, { op: 'createSession', timeout });
    outcome('new', id);
    return next;
  }
  hangUpSession(next, e, request.session, cnxn.id);
  const knows = request.password === passwordOf(request.session);
  if (knows && next.role?.kind === 'learner' && !isLocal(s, request.session)) {
    withCnxn(next, cnxn.id, { session: request.session });
    askLeader(next, e, next.role, cnxn.id, request.session, timeout);
    outcome('asked', request.session);
    return next;
  }
  const touched = knows ? touchKnown(s, request.session, timeout, now) : null;
  if (touched !== null) {
    next.sessions = touched;
    own(next, request.session);
    withCnxn(next, cnxn.id, { session: request.session });
    welcome(next, e, cnxn.id);
    outcome('resumed', request.session);
  } else {
    refuseSession(next, e, cnxn.id);
    outcome('refused', request.session);
  }
  return next;
}

/**
 * Without local sessions whoever reads only takes each session for one of somebody's
 * [LearnerSessionTracker.touchSession].
 */
function touchKnown(s: Server, id: SessionId, timeout: number, now: number): Sessions | null {
  if (readsOnly(s) && !givesLocal(s)) return s.sessions;
  return touch(s.sessions, id, timeout, now, s.settings.cfg.tickTime, rounding(s));
}

/** Only the leader knows which sessions there are [QuorumZooKeeperServer.revalidateSession]. */
function askLeader(
  next: Edit<Server>,
  e: ServerEvent,
  role: LearnerRole,
  connection: number,
  session: SessionId,
  timeout: number,
): void {
  next.role = { ...role, revalidating: new Map(role.revalidating).set(session, connection) };
  const leader = peerOf(next).following?.connection ?? 0;
  transmit(e, leader, { type: 'REVALIDATE', session, timeout });
}

/** From now on the session belongs to the leader's own server [SessionTrackerImpl.setOwner]. */
function own(next: Edit<Server>, session: SessionId): void {
  if (next.role?.kind !== 'leader') return;
  next.role = { ...next.role, owners: new Map(next.role.owners).set(session, next.pid) };
}

/** There is no such session: the client learns that it has expired. */
export function refuseSession(next: Edit<Server>, e: ServerEvent, connection: number): void {
  send(next, e, connection, {
    type: 'CONNECT_RESPONSE',
    timeout: 0,
    session: NO_SESSION,
    password: NO_PASSWORD,
  });
  hangUp(next, e, connection);
}

/** The client is told its session [ZooKeeperServer.finishSessionInit]. */
export function welcome(next: Edit<Server>, e: ServerEvent, connection: number): void {
  const cnxn = cnxnOf(next, connection);
  if (cnxn === undefined) return;
  const { session, timeout } = cnxn;
  const password = passwordOf(session);
  const readOnly = readsOnly(next) && ({ readOnly: true } as const);
  send(next, e, connection, { type: 'CONNECT_RESPONSE', timeout, session, password, ...readOnly });
  withCnxn(next, connection, { ready: true });
}

export const isTooLarge = (s: Server, e: ServerEvent): boolean =>
  requestOf(e).size > s.settings.cfg.maxBuffer;

/** `Len error`: what is said in that frame is never known. */
export function refuseLarge(s: Server, e: ServerEvent): Server {
  const next = edit(s);
  next.stats = { ...s.stats, large: s.stats.large + 1 };
  hangUp(next, e, e.connection);
  const session = cnxnOf(s, e.connection)?.session ?? NO_SESSION;
  const { request, size } = requestOf(e);
  tell(next, e, { kind: 'too-large', session, op: request.op, size });
  return next;
}

export const isAuth = (_s: Server, e: ServerEvent): boolean => requestOf(e).xid === AUTH_XID;

/** Identities are added at once, past the pipeline [ZooKeeperServer.processPacket, auth]. */
export function addAuth(s: Server, e: ServerEvent): Server {
  const cnxn = cnxnOf(s, e.connection);
  const { request } = requestOf(e);
  if (cnxn === undefined || request.op !== 'auth') return s;
  const next = edit(s);
  noteReceived(next, cnxn, e.io.now);
  const { scheme, auth } = request;
  const more = authenticate(scheme, auth, cnxn.address, s.settings.cfg.superDigest);
  tell(next, e, { kind: 'auth', scheme, ok: more !== null, peer: cnxn.peer });
  const err: Code = more === null ? 'AuthFailed' : 'OK';
  const reply = { xid: AUTH_XID, zxid: ZERO, err, body: { kind: 'none' } } as const;
  send(next, e, cnxn.id, { type: 'REPLY', op: 'auth', reply });
  if (more === null) hangUp(next, e, cnxn.id);
  else withCnxn(next, cnxn.id, { ids: addIds(cnxn.ids, more) });
  return next;
}

/** A request waits unread while the server has too much to do and its client waits for others. */
export const mustWait = (s: Server, e: ServerEvent): boolean => {
  const cnxn = cnxnOf(s, e.connection);
  if (cnxn === undefined) return false;
  const { globalOutstandingLimit } = s.settings.cfg;
  return cnxn.unread.length > 0 || (cnxn.outstanding > 0 && inProcess(s) > globalOutstandingLimit);
};

export function leaveUnread(s: Server, e: ServerEvent): Server {
  const next = edit(s);
  const unread = cnxnOf(s, e.connection)?.unread ?? [];
  withCnxn(next, e.connection, { unread: [...unread, requestOf(e)] });
  return next;
}

export function enqueue(s: Server, e: ServerEvent): Server {
  const cnxn = cnxnOf(s, e.connection);
  if (cnxn === undefined) return s;
  const next = edit(s);
  read(next, e, cnxn, requestOf(e));
  return next;
}

/** A request touches its session and comes into the pipeline, unless the session has ended. */
function read(
  next: Edit<Server>,
  e: ServerEvent,
  cnxn: Cnxn,
  { xid, request }: RequestMessage,
): void {
  noteReceived(next, cnxn, e.io.now);
  const { session } = cnxn;
  if (!touchSession(next, cnxn, e.io.now)) {
    next.stats = { ...next.stats, stale: next.stats.stale + 1 };
    tell(next, e, { kind: 'late', session, op: request.op });
    return;
  }
  if (xid >= 0) withCnxn(next, cnxn.id, { outstanding: cnxn.outstanding + 1 });
  const job = submit(next, e, cnxn, session, xid, request);
  tell(next, e, { kind: 'queued', job });
}

/** A learner only notes it, and tells its leader with the next ping [LearnerSessionTracker.touchSession]. */
function touchSession(next: Edit<Server>, { session, timeout }: Cnxn, now: Micros): boolean {
  const hasTracker = isLocal(next, session) || next.role?.kind === 'leader' || next.peer === null;
  const isKnown = isGlobal(next, session) || isUpgrading(next, session);
  if (!hasTracker && givesLocal(next) && !isKnown) return false;
  if (!hasTracker && readsOnly(next)) return true;
  if (!hasTracker && next.role?.kind === 'learner') {
    next.role = { ...next.role, touched: withEntry(next.role.touched, session, timeout) };
    return true;
  }
  const { tickTime } = next.settings.cfg;
  const time = elapsed(next, now);
  const touched = touch(next.sessions, session, timeout, time, tickTime, rounding(next));
  if (touched === null) return false;
  next.sessions = touched;
  return true;
}

/** What had waited unread, once there is room again. */
export function readWaiting(next: Edit<Server>, e: ServerEvent): void {
  if (inProcess(next) > next.settings.cfg.globalOutstandingLimit) return;
  const cnxn = next.connections.find(({ unread }) => unread.length > 0);
  const [first, ...unread] = cnxn?.unread ?? [];
  if (cnxn === undefined || first === undefined) return;
  withCnxn(next, cnxn.id, { unread });
  read(next, e, { ...cnxn, unread }, first);
}
