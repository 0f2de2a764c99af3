/**
 * The election connections of the real profile [QuorumCnxManager]: one for each pair, used both
 * ways. The one that the larger sid dialled survives.
 */
import type { Micros, Pid } from '../../view/time.ts';
import type { PeerEvent } from './events.ts';
import type { Notification } from './messages.ts';
import type { PeerLink, Server } from './server.ts';
import { edit, newLink } from './server.ts';

export const ELECTION_PORT = 'election';
export const CONNECT_TIMEOUT = 5_000_000;

export const linkTo = (s: Server, sid: Pid): PeerLink | undefined =>
  s.links.find((link) => link.sid === sid);

/** Whom its list does not name it cannot dial: it knows no address [QuorumCnxManager.connectOne]. */
const dial = (s: Server, e: PeerEvent, link: PeerLink): PeerLink =>
  s.config.servers.includes(link.sid) ? dialBack(s, e, link) : link;

const connectTimeout = ({ config }: Server): Micros => config.times?.dialling ?? CONNECT_TIMEOUT;

const dialBack = (s: Server, e: PeerEvent, link: PeerLink): PeerLink => ({
  ...link,
  dialling: e.io.now + connectTimeout(s),
  dialled: e.io.dial(link.sid, ELECTION_PORT),
});

const NO_DIAL = { dialling: 0, dialled: 0 };

/** Changes links, some of which may be dialled: one alarm serves all dials, each has its deadline. */
function changeAll(s: Server, e: PeerEvent, how: (link: PeerLink) => PeerLink): Server {
  const next = edit(s);
  next.links = s.links.map(how);
  const isDialling = ({ dialling }: PeerLink): boolean => dialling !== 0;
  if (!s.links.some(isDialling) && next.links.some(isDialling)) {
    e.io.setTimer('ELECTION_CONNECT_TIMEOUT', connectTimeout(s));
  }
  return next;
}

/** [QuorumCnxManager.toSend] On the open connection, or after dialling; never to itself. */
export function sendToPeers(
  s: Server,
  e: PeerEvent,
  to: readonly Pid[],
  message: Notification,
): Server {
  if (s.config.profile === 'golden') {
    for (const sid of to) if (sid !== s.sid) e.io.sendTo(sid, message);
    return s;
  }
  return changeAll(s, e, (link) => {
    if (!to.includes(link.sid)) return link;
    if (link.connection !== 0) {
      e.io.send(link.connection, message);
      return { ...link, queued: null, lastSent: message };
    }
    return { ...(link.dialling === 0 ? dial(s, e, link) : link), queued: message };
  });
}

// ---- at a notification time-out

/** [QuorumCnxManager.haveDelivered] Whether some queue is empty: somebody heard us. */
export const haveDelivered = (s: Server): boolean => s.links.some(({ queued }) => queued === null);

/** [QuorumCnxManager.connectAll] Those known to the queue map, without connection, not being dialled. */
export const connectAll = (s: Server, e: PeerEvent): Server =>
  changeAll(s, e, (link) =>
    link.connection === 0 && link.dialling === 0 && link.queued !== undefined
      ? dial(s, e, link)
      : link,
  );

// ---- a dial ends

/** Whether the link that was just dialled may be kept: the other sid is smaller. */
export const isMineToKeep = (s: Server, e: PeerEvent): boolean => e.from < s.sid;

/** It says who it is; what goes over a fresh connection follows. */
export function keepDialled(s: Server, e: PeerEvent): Server {
  sayHello(s, e);
  return startSender(s, e);
}

const sayHello = (s: Server, e: PeerEvent): void =>
  e.io.send(e.connection, { type: 'HELLO', sid: s.sid } as { type: 'HELLO' });

/** The smaller sid drops what it dialled, so that the larger dials back. */
export function dropDialled(s: Server, e: PeerEvent): Server {
  sayHello(s, e);
  e.io.close(e.connection);
  return change(s, e.from, (link) => ({ ...link, ...NO_DIAL }));
}

/** An older connection to this peer ends; what is queued, or was sent last, goes out. */
export const startSender = (s: Server, e: PeerEvent): Server =>
  change(withLink(s, e.from), e.from, (link) => {
    if (link.connection !== 0 && link.connection !== e.connection) e.io.close(link.connection);
    const message = link.queued ?? link.lastSent;
    if (message !== null) e.io.send(e.connection, message);
    return {
      ...link,
      ...(e.from < s.sid && NO_DIAL),
      connection: e.connection,
      queued: link.queued === undefined ? undefined : null,
      lastSent: message,
    };
  });

/** One whom its list does not name has dialled it: it is answered over this connection. */
function withLink(s: Server, sid: Pid): Server {
  if (linkTo(s, sid) !== undefined) return s;
  const next = edit(s);
  next.links = [...s.links, newLink(sid)];
  return next;
}

/** The hello of a smaller sid, with its address: its connections end, and it is dialled back. */
export function refuseSmaller(s: Server, e: PeerEvent): Server {
  const connection = linkTo(s, e.from)?.connection ?? 0;
  if (connection !== 0) e.io.close(connection);
  e.io.close(e.connection);
  return changeAll(withLink(s, e.from), e, (link) => {
    if (link.sid !== e.from) return link;
    return { ...(link.dialling === 0 ? dialBack(s, e, link) : link), connection: 0 };
  });
}

// ---- a connection ends

/** A dial was refused, or the connection in use is gone. Nobody dials until there is a vote to send. */
export const loseConnection = (s: Server, e: PeerEvent): Server =>
  change(s, e.from, (link) => {
    if (link.connection === e.connection) return { ...link, connection: 0 };
    return link.dialled === e.connection ? { ...link, ...NO_DIAL } : link;
  });

/**
 * Some dials have lasted too long, and are given up with their sockets [QuorumCnxManager.initiateConnection,
 * closeSocket]; the alarm is set for the next deadline.
 */
export function expireDials(s: Server, e: PeerEvent): Server {
  const next = edit(s);
  let earliest = 0;
  next.links = s.links.map((link) => {
    const { dialling, dialled } = link;
    if (dialling === 0) return link;
    if (dialling <= e.io.now) {
      e.io.close(dialled);
      return { ...link, ...NO_DIAL };
    }
    if (earliest === 0 || dialling < earliest) earliest = dialling;
    return link;
  });
  if (earliest !== 0) e.io.setTimer('ELECTION_CONNECT_TIMEOUT', earliest - e.io.now);
  return next;
}

function change(s: Server, sid: Pid, how: (link: PeerLink) => PeerLink): Server {
  const at = s.links.findIndex((link) => link.sid === sid);
  const link = s.links[at];
  if (link === undefined) return s;
  const next = edit(s);
  next.links = s.links.with(at, how(link));
  return next;
}
