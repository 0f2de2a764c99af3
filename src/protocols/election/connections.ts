/**
 * The election connections of the real profile [QuorumCnxManager]: one for each pair, used both
 * ways. The one that the larger sid dialled survives.
 */
import type { Pid } from '../../view/time.ts';
import type { PeerEvent } from './events.ts';
import type { Notification } from './messages.ts';
import type { PeerLink, Server } from './server.ts';
import { edit } from './server.ts';

export const ELECTION_PORT = 'election';
export const CONNECT_TIMEOUT = 5_000_000;

export const linkTo = (s: Server, sid: Pid): PeerLink | undefined =>
  s.links.find((link) => link.sid === sid);

// ---- sending [QuorumCnxManager.toSend]

/** Effect: on the open connection, or after dialling. */
export function sendToPeer(s: Server, e: PeerEvent, to: Pid, message: Notification): void {
  if (s.config.profile === 'golden') {
    e.io.sendTo(to, message);
    return;
  }
  const link = linkTo(s, to);
  if (link === undefined) return;
  if (link.connection !== 0) e.io.send(link.connection, message);
  else if (link.dialling === 0) dialPeer(s, e, to);
}

/** State: what {@link sendToPeer} did to the queue. */
const sent = (link: PeerLink, message: Notification, now: number): PeerLink =>
  link.connection === 0
    ? { ...link, queued: message, dialling: link.dialling || now + CONNECT_TIMEOUT }
    : { ...link, queued: null, lastSent: message };

export function noteSent(
  s: Server,
  e: PeerEvent,
  to: readonly Pid[],
  message: Notification,
): Server {
  if (s.config.profile === 'golden') return s;
  const next = edit(s);
  next.links = s.links.map((link) =>
    to.includes(link.sid) ? sent(link, message, e.io.now) : link,
  );
  return next;
}

/** Effect. One alarm serves all dials: each has its deadline. */
export function dialPeer(s: Server, e: PeerEvent, to: Pid): void {
  e.io.dial(to, ELECTION_PORT);
  if (s.links.every(({ dialling }) => dialling === 0)) {
    e.io.setTimer('ELECTION_CONNECT_TIMEOUT', CONNECT_TIMEOUT);
  }
}

// ---- at a notification time-out

/** [QuorumCnxManager.haveDelivered] Whether some queue is empty: somebody heard us. */
export const haveDelivered = (s: Server): boolean => s.links.some(({ queued }) => queued === null);

/** Those that connectAll dials: known to the queue map, without connection, not being dialled. */
const toDial = (s: Server): readonly PeerLink[] =>
  s.links.filter(
    ({ connection, dialling, queued }) =>
      connection === 0 && dialling === 0 && queued !== undefined,
  );

/** Effect [QuorumCnxManager.connectAll]. */
export function connectAll(s: Server, e: PeerEvent): void {
  for (const { sid } of toDial(s)) dialPeer(s, e, sid);
}

export function noteConnectAll(s: Server, e: PeerEvent): Server {
  const dialled = toDial(s);
  const next = edit(s);
  next.links = s.links.map((link) =>
    dialled.includes(link) ? { ...link, dialling: e.io.now + CONNECT_TIMEOUT } : link,
  );
  return next;
}

// ---- a dial ends

/** Whether the link that was just dialled may be kept: the other sid is smaller. */
export const isMineToKeep = (s: Server, e: PeerEvent): boolean => e.from < s.sid;

/** Effect: says who it is; what goes over a fresh connection follows. */
export function sayHello(s: Server, e: PeerEvent): void {
  e.io.send(e.connection, { type: 'HELLO', sid: s.sid } as { type: 'HELLO' });
}

/** Effect: the smaller sid drops what it dialled, so that the larger dials back. */
export const dropDialled = (_s: Server, e: PeerEvent): void => e.io.close(e.connection);

export const endDial = (s: Server, sid: Pid): Server =>
  change(s, sid, (link) => ({ ...link, dialling: 0 }));

/** Effect: an older connection to this peer ends; what is queued, or was sent last, goes out. */
export function startSender(s: Server, e: PeerEvent): void {
  const link = linkTo(s, e.from);
  if (link === undefined) return;
  if (link.connection !== 0 && link.connection !== e.connection) e.io.close(link.connection);
  const message = link.queued ?? link.lastSent;
  if (message !== null) e.io.send(e.connection, message);
}

export const useConnection = (s: Server, e: PeerEvent): Server =>
  change(s, e.from, (link) => ({
    ...link,
    connection: e.connection,
    dialling: e.from < s.sid ? 0 : link.dialling,
    queued: link.queued === undefined ? undefined : null,
    lastSent: link.queued ?? link.lastSent,
  }));

/** The hello of a smaller sid: its connections end, and it is dialled back. */
export function refuseSmaller(s: Server, e: PeerEvent): void {
  const link = linkTo(s, e.from);
  if (link !== undefined && link.connection !== 0) e.io.close(link.connection);
  e.io.close(e.connection);
  if (link?.dialling === 0) dialPeer(s, e, e.from);
}

export const noteDialBack = (s: Server, e: PeerEvent): Server =>
  change(s, e.from, (link) => ({
    ...link,
    connection: 0,
    dialling: link.dialling || e.io.now + CONNECT_TIMEOUT,
  }));

// ---- a connection ends

/** A dial was refused, or the connection in use is gone. Nobody dials until there is a vote to send. */
export const loseConnection = (s: Server, e: PeerEvent): Server =>
  change(s, e.from, (link) => {
    if (link.connection === e.connection) return { ...link, connection: 0 };
    return e.dialled ? { ...link, dialling: 0 } : link;
  });

/** Some dials have lasted too long. */
export function expireDials(s: Server, e: PeerEvent): Server {
  const next = edit(s);
  next.links = s.links.map((link) =>
    link.dialling !== 0 && link.dialling <= e.io.now ? { ...link, dialling: 0 } : link,
  );
  return next;
}

/** Effect: the alarm for the next deadline. */
export function awaitNextDial(s: Server, e: PeerEvent): void {
  let earliest = 0;
  for (const { dialling } of s.links) {
    if (dialling !== 0 && (earliest === 0 || dialling < earliest)) earliest = dialling;
  }
  if (earliest !== 0) e.io.setTimer('ELECTION_CONNECT_TIMEOUT', earliest - e.io.now);
}

function change(s: Server, sid: Pid, how: (link: PeerLink) => PeerLink): Server {
  const at = s.links.findIndex((link) => link.sid === sid);
  const link = s.links[at];
  if (link === undefined) return s;
  const next = edit(s);
  next.links = s.links.with(at, how(link));
  return next;
}
