/** How a handle finds a server, and what becomes of it when it loses it [ClientCnxn.SendThread]. */
import type { Edit } from '../kernel/edit.ts';
import type { ConnectRequest } from '../zookeeper/messages.ts';
import type { Pid } from '../view/time.ts';
import { NO_SESSION } from '../zookeeper/records/values.ts';
import type { ClientEvent } from './events.ts';
import { responseOf, serverOf } from './events.ts';
import type { Client, Packet } from './client.ts';
import { edit, handleOf, isConnected, newHandle, withHandle } from './client.ts';
import { tell } from './facts.ts';
import { failAll, feed, sessionEvent } from './feed.ts';
import { atHome, dialsBefore, hostList, machineAt, presentHost, roundPause } from './host-list.ts';
import { connected, dialled as tried, newSearch } from './searching.ts';
import { allWatchers } from './watches.ts';

const MS = 1000;
/** The pause before every dial but the first is random and shorter than this. */
const MOST_PAUSE = 1000 * MS;
/** [ClientCnxn.SendThread.MAX_SEND_PING_INTERVAL] */
const MOST_PING_INTERVAL = 10_000 * MS;

export function begin(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  next.wants = s.config.connects ? 'connect' : 'nothing';
  feed(next, e, [{ kind: 'start' }]);
  return next;
}

export const wantsConnect = (s: Client): boolean => s.wants === 'connect';
export const wantsExit = (s: Client): boolean => s.wants === 'exit';

export function takeNewHandle(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  const servers = hostList(s.wishedServers, s.config, () => e.io.random());
  const search = s.config.readOnly === true ? newSearch(e.io.now) : null;
  next.handle = newHandle(s.wishedTimeout, servers, search);
  next.wants = 'nothing';
  tell(next, e, { kind: 'state', state: 'CONNECTING', reason: 'new' });
  return next;
}

export function setPause(s: Client, e: ClientEvent): void {
  const pause = Math.floor(e.io.random() * MOST_PAUSE);
  const { search } = handleOf(s);
  e.io.setTimer('RECONNECT', pause + (search?.found === true ? 0 : roundPause(handleOf(s))));
}

/** Whose machine the present name stands for. */
const dialled = (s: Client): Pid | undefined => machineAt(s, presentHost(handleOf(s))?.host ?? '');

/** Nobody serves at such a name: that is known without asking anybody. */
export const isNobody = (s: Client): boolean => dialled(s) === undefined;

/** It is its connection from the first news of it on; until then it is what it dials. */
export function dial(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  next.connection = 0;
  const { dials, search } = handleOf(s);
  if (search?.found === true) withHandle(next, { search: tried(search) });
  else withHandle(next, { dials: dials + 1 });
  const pid = dialled(next);
  if (pid === undefined) return next;
  const handle = handleOf(next);
  next.dialled = e.io.dial(pid, String(presentHost(handle)?.port ?? 0));
  e.io.setTimer('CONNECT_TIMEOUT', Math.round((basis(s) / handle.servers.length) * MS));
  return next;
}

const basis = (s: Client): number => handleOf(s).timeout || handleOf(s).wished;

/** [ClientCnxn.SendThread.primeConnection] */
export function greet(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  next.connection = e.connection;
  next.dialled = 0;
  withHandle(next, { heard: 0 });
  const { lastZxid, wished, session, password, search } = handleOf(s);
  const request: ConnectRequest = {
    type: 'CONNECT_REQUEST',
    lastZxidSeen: lastZxid,
    timeout: wished,
    // One that only a server without a leader has given is nothing to another.
    session: search?.seen === false ? NO_SESSION : session,
    password,
    ...(search !== undefined && { readOnly: true }),
  };
  e.io.send(e.connection, request);
  return next;
}

export const isMine = (s: Client, e: ClientEvent): boolean => e.connection === s.connection;
export const isDialled = (s: Client, e: ClientEvent): boolean => e.connection === s.dialled;
export const isSession = (s: Client, e: ClientEvent): boolean =>
  isMine(s, e) && responseOf(e).timeout > 0;

/** Identities first, then watches, then what the program has asked meanwhile. */
export function accept(s: Client, e: ClientEvent): Client {
  const { timeout, session, password, readOnly = false } = responseOf(e);
  const next = edit(s);
  const known = handleOf(s);
  const state = readOnly ? 'CONNECTEDREADONLY' : 'CONNECTED';
  withHandle(next, {
    state,
    ...(known.search !== undefined && { search: connected(known.search, readOnly) }),
    timeout,
    session,
    password,
    ...atHome(known),
    outgoing: [...known.auth.map(authPacket), ...rearming(s), ...known.outgoing],
  });
  tell(next, e, { kind: 'state', state, reason: '' });
  const typed = s.untyped.map((text) => ({ kind: 'line', text }) as const);
  next.untyped = [];
  const news = sessionEvent(next, e, readOnly ? 'ConnectedReadOnly' : 'SyncConnected');
  feed(next, e, [...news, ...typed]);
  return next;
}

const internal = (request: Packet['request']): Packet => ({
  call: null,
  xid: 0,
  request,
  watch: null,
  unwatch: null,
});

const authPacket = ({ scheme, auth }: { scheme: string; auth: string | null }): Packet =>
  internal({ op: 'auth', scheme, auth });

/** The watches of this handle, to be set again at its new connection. */
function rearming(s: Client): Packet[] {
  const { watches, lastZxid } = handleOf(s);
  if (allWatchers(watches).length === 0) return [];
  return [
    internal({
      op: 'setWatches',
      relativeZxid: lastZxid,
      data: [...watches.data.keys()],
      exist: [...watches.exist.keys()],
      child: [...watches.child.keys()],
      persistent: [...watches.persistent.keys()],
      persistentRecursive: [...watches.recursive.keys()],
    }),
  ];
}

/** No such session any more: only a server can say so, and the handle is dead. */
export function expire(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  leave(next, e);
  withHandle(next, { state: 'CLOSED', expired: true, timeout: 0, session: NO_SESSION });
  tell(next, e, { kind: 'state', state: 'EXPIRED', reason: 'session expired' });
  const lost = failAll(next, e);
  feed(next, e, [...sessionEvent(next, e, 'Expired'), ...lost]);
  return next;
}

/** Nothing can be said any more: calls under way fail, their outcome unknown [ClientCnxn.cleanup]. */
export function lose(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  const { closing } = handleOf(s);
  leave(next, e);
  const was = isConnected(s) ? 'DISCONNECTED' : 'UNREACHED';
  withHandle(next, { state: closing ? 'CLOSED' : 'CONNECTING' });
  tell(next, e, { kind: 'state', state: closing ? 'CLOSED' : was, reason: reasonOf(s, e) });
  const lost = closing ? closed(next, e) : failAll(next, e);
  const news = sessionEvent(next, e, closing ? 'Closed' : 'Disconnected');
  feed(next, e, [...news, ...lost]);
  return next;
}

const placeOf = (s: Client, e: ClientEvent): number =>
  handleOf(s).servers.findIndex(({ host }) => machineAt(s, host) === serverOf(e));

/** Its connect string names the server to which it is moved. */
export const isNamed = (s: Client, e: ClientEvent): boolean => placeOf(s, e) !== -1;

/** The next server that it dials is the one named, whatever its turn. */
export function aim(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  const handle = handleOf(s);
  withHandle(next, { dials: dialsBefore(handle, placeOf(s, e)) });
  return next;
}

/**
 * Leaves its server for another one, with its session: what `updateServerList` does to a client whose
 * server the new list does not name [ZooKeeper.updateServerList, ClientCnxn.disconnect].
 */
export const move = (s: Client, e: ClientEvent): Client => aim(lose(s, e), e);

/** The close that was asked for is done, if not as one would like: the session will expire. */
function closed(next: Client, e: ClientEvent): ReturnType<typeof failAll> {
  return failAll(next, e).map((input) =>
    input.kind === 'result' ? { ...input, result: { ...input.result, err: 'OK' } } : input,
  );
}

function reasonOf(s: Client, { type, reason }: ClientEvent): string {
  if (isNobody(s)) return 'refused';
  if (type === 'CLOSED') return reason;
  if (type === 'REPLY') return isConnected(s) ? 'disorder' : 'unreadable';
  if (type === 'WORD_ANSWER') return 'moved';
  if (type === 'MOVE') return 'moved';
  return type === 'READ_TIMEOUT' ? 'silence' : 'timeout';
}

export const isClosed = (s: Client): boolean => handleOf(s).state === 'CLOSED';

/** It has no connection any more, and ends the one that it still holds, or dials [ClientCnxnSocket.cleanup]. */
export function leave(next: Edit<Client>, e: ClientEvent): void {
  if (e.type !== 'CLOSED') hangUp(next, e);
  next.connection = 0;
  next.dialled = 0;
}

export function hangUp(s: Client, e: ClientEvent): void {
  for (const each of [s.connection, s.dialled]) if (each !== 0) e.io.close(each);
}

export function clearTimers(_s: Client, e: ClientEvent): void {
  e.io.clearTimer('CLIENT_PING');
  e.io.clearTimer('READ_TIMEOUT');
}

/** Two thirds of the negotiated timeout [ClientCnxn.onConnected]. */
const readTimeout = (s: Client): number => Math.round((handleOf(s).timeout * 2 * MS) / 3);

export function setReadTimeout(s: Client, e: ClientEvent): void {
  e.io.setTimer('READ_TIMEOUT', readTimeout(s));
}

export function setPing(s: Client, e: ClientEvent): void {
  e.io.setTimer('CLIENT_PING', Math.min(Math.round(readTimeout(s) / 2), MOST_PING_INTERVAL));
}
