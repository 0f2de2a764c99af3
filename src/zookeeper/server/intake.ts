/** What a client says first, and then: sessions and requests [ZooKeeperServer.processPacket]. */
import { addIds, authenticate } from '../acl/providers.ts';
import { negotiated } from '../config.ts';
import { AUTH_XID } from '../messages.ts';
import type { RequestMessage } from '../messages.ts';
import { compareZxid, ZERO } from '../../protocols/election/zxid.ts';
import type { Rounding } from '../sessions/tracker.ts';
import type { Code } from '../records/codes.ts';
import { NO_SESSION } from '../records/values.ts';
import { NO_PASSWORD, nextSessionId, passwordOf } from '../sessions/session-id.ts';
import { lastBoundary, nextBoundary, touch, track } from '../sessions/tracker.ts';
import { hangUp, hangUpSession, noteReceived, send } from './cnxn.ts';
import type { ServerEvent } from './events.ts';
import { connectOf, requestOf } from './events.ts';
import { tell } from './telling.ts';
import { submit } from './jobs.ts';
import type { Cnxn, Edit, Job, Server } from './server.ts';
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
  const outcome = (kind: 'new' | 'resumed' | 'refused' | 'behind', session: string): void => {
    tell(next, e, { kind: 'connect', request, outcome: kind, session, timeout });
  };
  if (compareZxid(request.lastZxidSeen, s.tree.lastZxid) > 0) {
    // It has seen what this server has not: it must not see time go back.
    hangUp(next, e, cnxn.id);
    outcome('behind', request.session);
    return next;
  }
  const now = elapsed(s, e.io.now);
  withCnxn(next, cnxn.id, { timeout });
  if (request.session === NO_SESSION) {
    const id = s.nextSession;
    next.nextSession = nextSessionId(id);
    next.sessions = track(s.sessions, id, timeout, now, cfg.tickTime, rounding(s));
    withCnxn(next, cnxn.id, { session: id });
    submit(next, cnxnOf(next, cnxn.id) ?? cnxn, id, 0, { op: 'createSession', timeout }, e.io.now);
    outcome('new', id);
    return next;
  }
  hangUpSession(next, e, request.session, cnxn.id);
  const touched =
    request.password === passwordOf(request.session)
      ? touch(s.sessions, request.session, timeout, now, cfg.tickTime, rounding(s))
      : null;
  if (touched !== null) {
    next.sessions = touched;
    withCnxn(next, cnxn.id, { session: request.session });
    welcome(next, e, cnxn.id);
    outcome('resumed', request.session);
  } else {
    send(next, e, cnxn.id, {
      type: 'CONNECT_RESPONSE',
      timeout: 0,
      session: NO_SESSION,
      password: NO_PASSWORD,
    });
    hangUp(next, e, cnxn.id);
    outcome('refused', request.session);
  }
  return next;
}

/** The client is told its session [ZooKeeperServer.finishSessionInit]. */
export function welcome(next: Edit<Server>, e: ServerEvent, connection: number): void {
  const cnxn = cnxnOf(next, connection);
  if (cnxn === undefined) return;
  const { session, timeout } = cnxn;
  const password = passwordOf(session);
  send(next, e, connection, { type: 'CONNECT_RESPONSE', timeout, session, password });
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
  const { now } = e.io;
  noteReceived(next, cnxn, now);
  const { tickTime } = next.settings.cfg;
  const { session, timeout } = cnxn;
  const time = elapsed(next, now);
  const touched = touch(next.sessions, session, timeout, time, tickTime, rounding(next));
  if (touched === null) {
    next.stats = { ...next.stats, stale: next.stats.stale + 1 };
    tell(next, e, { kind: 'late', session, op: request.op });
    return;
  }
  next.sessions = touched;
  submit(next, cnxn, session, xid, request, now);
  if (xid >= 0) withCnxn(next, cnxn.id, { outstanding: cnxn.outstanding + 1 });
  tell(next, e, { kind: 'queued', job: next.prep[next.prep.length - 1] as Job });
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
