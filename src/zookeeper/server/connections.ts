/** Connections come and go [NIOServerCnxnFactory]. */
import { NO_SESSION } from '../records/values.ts';
import { watchesOn } from '../watches/watches.ts';
import { forget, hangUp, silentAfter } from './cnxn.ts';
import type { ServerEvent } from './events.ts';
import { expireSession } from './expiry.ts';
import { tell } from './telling.ts';
import type { Cnxn, Server } from './server.ts';
import { cnxnOf, edit, elapsed, wall } from './server.ts';

/** Clients dial from ports of this range, the next one each time. */
const FIRST_PORT = 50_000;
const PORTS = 15_000;

const addressOf = (s: Server, e: ServerEvent): string =>
  s.settings.addresses.get(e.from) ?? '127.0.0.1';

/** @returns why one more connection from there is one too many; null when it is not */
function tooMany(s: Server, e: ServerEvent): string | null {
  const { maxClientCnxns, maxCnxns } = s.settings.cfg;
  const address = addressOf(s, e);
  const from = s.connections.filter((cnxn) => cnxn.address === address).length;
  if (maxClientCnxns > 0 && from >= maxClientCnxns) return 'maxClientCnxns';
  return maxCnxns > 0 && s.connections.length >= maxCnxns ? 'maxCnxns' : null;
}

export const isTooMany = (s: Server, e: ServerEvent): boolean => tooMany(s, e) !== null;

function newCnxn(s: Server, e: ServerEvent): Cnxn {
  const address = addressOf(s, e);
  return {
    id: e.connection,
    peer: e.from,
    address,
    port: FIRST_PORT + (e.connection % PORTS),
    session: NO_SESSION,
    timeout: 0,
    ready: false,
    ids: [{ scheme: 'ip', id: address }],
    established: wall(s, e.io),
    expires: silentAfter(s, 0, e.io.now),
    received: 0,
    sent: 0,
    outstanding: 0,
    unread: [],
    last: { op: 'NA', cxid: -1, zxid: null, response: 0 },
    latency: { last: 0, least: 0, most: 0, total: 0, count: 0 },
  };
}

export function accept(s: Server, e: ServerEvent): Server {
  const next = edit(s);
  const cnxn = newCnxn(s, e);
  next.connections = [...s.connections, cnxn];
  tell(next, e, { kind: 'accepted', cnxn });
  return next;
}

export function refuse(s: Server, e: ServerEvent): Server {
  const next = edit(s);
  next.stats = { ...s.stats, rejected: s.stats.rejected + 1 };
  e.io.close(e.connection);
  tell(next, e, { kind: 'refused', cnxn: newCnxn(s, e), why: tooMany(s, e) ?? '' });
  return next;
}

export const isKnown = (s: Server, e: ServerEvent): boolean =>
  cnxnOf(s, e.connection) !== undefined;

/** The other end is gone: its session lives on. */
export function drop(s: Server, e: ServerEvent): Server {
  const cnxn = cnxnOf(s, e.connection);
  if (cnxn === undefined) return s;
  const next = edit(s);
  forget(next, cnxn.id);
  tell(next, e, { kind: 'dropped', cnxn, why: e.reason, watches: watchesOn(s.watches, cnxn.id) });
  if (s.settings.broken.has('expire-on-disconnect')) expireSession(next, e, cnxn.session);
  return next;
}

/** Whoever comes while nobody is served is sent away [NIOServerCnxn.readConnectRequest]. */
export function dismiss(s: Server, e: ServerEvent): Server {
  const next = edit(s);
  hangUp(next, e, e.connection);
  return next;
}

/** Those that have been silent for too long [ConnectionExpirerThread]. */
export function closeSilent(s: Server, e: ServerEvent): Server {
  const now = elapsed(s, e.io.now);
  const silent = s.connections.filter(({ expires }) => expires <= now);
  const [first] = silent;
  if (first === undefined) return s;
  const next = edit(s);
  for (const { id } of silent) hangUp(next, e, id);
  next.stats = { ...s.stats, sessionless: s.stats.sessionless + silent.length };
  const watches = watchesOn(s.watches, first.id);
  tell(next, e, { kind: 'dropped', cnxn: first, why: 'silence', watches });
  return next;
}
