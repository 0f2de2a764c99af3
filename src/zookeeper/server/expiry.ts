/** What ends by itself: silent sessions, empty containers, nodes past their time. */
import type { Edit } from '../../kernel/edit.ts';
import type { Micros } from '../../view/time.ts';
import { NO_SESSION } from '../records/values.ts';
import type { SessionId } from '../records/values.ts';
import { expired, markClosing, nextBoundary, sessionOf } from '../sessions/tracker.ts';
import { reapable } from '../tree/containers.ts';
import { SESSIONLESS_TIMEOUT } from './cnxn.ts';
import type { ServerEvent } from './events.ts';
import { tell } from './telling.ts';
import { submit } from './jobs.ts';
import type { Cnxn, Server } from './server.ts';
import { edit, elapsed, wall } from './server.ts';

/** The server itself closes a session: nothing ends before that transaction is applied. */
export function expireSession(next: Edit<Server>, e: ServerEvent, session: SessionId): void {
  if (sessionOf(next.sessions, session) === undefined) return;
  next.sessions = markClosing(next.sessions, session);
  submit(next, e, null, session, 0, { op: 'closeSession' });
}

/** The connection of a client that the input names, if it has a session here. */
function namedIn({ connections }: Server, { data }: ServerEvent): Cnxn | undefined {
  const { client } = (data ?? {}) as { readonly client?: unknown };
  return connections.find(({ peer, session }) => peer === client && session !== NO_SESSION);
}

/**
 * Somebody ends the session of a connection by hand, as JMX lets an operator do: by the same transaction
 * that ends a silent one, whatever the client is at [ConnectionBean.terminateSession]. Who is not connected
 * here has no such bean.
 */
export function terminateSession(s: Server, e: ServerEvent): Server {
  const cnxn = namedIn(s, e);
  const next = edit(s);
  const [client, session] = [cnxn?.peer ?? null, cnxn?.session ?? NO_SESSION];
  if (cnxn !== undefined) submit(next, e, null, session, 0, { op: 'closeSession' });
  tell(next, e, { kind: 'terminated', client, session });
  return next;
}

/** The sessions whose bucket's time has come [SessionTrackerImpl.run]. */
export function expireBucket(s: Server, e: ServerEvent): Server {
  const due = expired(s.sessions, elapsed(s, e.io.now));
  if (due.length === 0) return s;
  const next = edit(s);
  for (const { id } of due) expireSession(next, e, id);
  const sessions = due.map(({ id, timeout }) => ({ id, timeout }));
  tell(next, e, { kind: 'expired', sessions });
  return next;
}

/** In µs. */
function untilBoundary(s: Server, now: Micros, interval: number): Micros {
  const exact = s.settings.uptime * 1000 + now;
  return nextBoundary(exact, interval * 1000) - exact;
}

export function setExpiryTick(s: Server, e: ServerEvent): void {
  e.io.setTimer('EXPIRY_TICK', untilBoundary(s, e.io.now, s.settings.cfg.tickTime));
}

export function setCnxnTick(s: Server, e: ServerEvent): void {
  e.io.setTimer('CNXN_TICK', untilBoundary(s, e.io.now, SESSIONLESS_TIMEOUT));
}

export function setContainerTick(s: Server, e: ServerEvent): void {
  e.io.setTimer('CONTAINER_TICK', s.settings.cfg.containerCheckInterval * 1000);
}

/** Containers that have lost their last child, and nodes past their time [ContainerManager]. */
export function reap(s: Server, e: ServerEvent): Server {
  const { containerMaxNeverUsed, containerMaxPerMinute, containerCheckInterval } = s.settings.cfg;
  const most = Math.max(1, Math.floor((containerMaxPerMinute * containerCheckInterval) / 60_000));
  const paths = reapable(s.tree, wall(s, e.io), containerMaxNeverUsed).slice(0, most);
  if (paths.length === 0) return s;
  const next = edit(s);
  for (const path of paths) {
    submit(next, e, null, NO_SESSION, 0, { op: 'deleteContainer', path });
  }
  tell(next, e, { kind: 'reaping', paths });
  return next;
}
