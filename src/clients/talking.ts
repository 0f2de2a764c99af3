/** What a connected handle sends and hears [ClientCnxn.SendThread.readResponse]. */
import { AUTH_XID, PING_XID, SET_WATCHES_XID } from '../zookeeper/messages.ts';
import type { RequestMessage } from '../zookeeper/messages.ts';
import { requestSize } from '../zookeeper/records/request-size.ts';
import type { Client, Packet } from './client.ts';
import { edit, handleOf, withHandle } from './client.ts';
import type { ClientEvent } from './events.ts';
import { lineOf, replyOf, watchOf } from './events.ts';
import { tell } from './facts.ts';
import { failAll, feed, finish, sessionEvent, watchEvent } from './feed.ts';
import { isMine, leave } from './connecting.ts';

/** What a packet is numbered when the next free number is `free`. */
function xidOf({ request }: Packet, free: number): number {
  if (request.op === 'auth') return AUTH_XID;
  return request.op === 'setWatches' ? SET_WATCHES_XID : free;
}

const numbered = (s: Client): Packet[] => {
  let free = handleOf(s).nextXid;
  return handleOf(s).outgoing.map((packet) => {
    const xid = xidOf(packet, free);
    if (xid > 0) free++;
    return { ...packet, xid };
  });
};

export const hasOutgoing = (s: Client): boolean => handleOf(s).outgoing.length > 0;

/** What was sent waits for its reply; pings and identities do not. */
export function send(s: Client, e: ClientEvent): Client {
  const sent = numbered(s);
  const next = edit(s);
  const { pending, nextXid } = handleOf(s);
  withHandle(next, {
    outgoing: [],
    pending: [...pending, ...sent.filter(({ xid }) => xid !== AUTH_XID)],
    nextXid: nextXid + sent.filter(({ xid }) => xid > 0).length,
  });
  for (const packet of sent) {
    const { xid, request } = packet;
    const message: RequestMessage = { type: 'REQUEST', xid, request, size: requestSize(request) };
    e.io.send(s.connection, message);
    tell(next, e, { kind: 'sent', packet });
  }
  return next;
}

export function sendPing(s: Client, e: ClientEvent): void {
  const message: RequestMessage = {
    type: 'REQUEST',
    xid: PING_XID,
    request: { op: 'ping' },
    size: 8,
  };
  e.io.send(s.connection, message);
}

export const isPing = (s: Client, e: ClientEvent): boolean =>
  isMine(s, e) && replyOf(e).xid === PING_XID;
export const isAuthFailure = (s: Client, e: ClientEvent): boolean =>
  isMine(s, e) && replyOf(e).xid === AUTH_XID && replyOf(e).err === 'AuthFailed';
export const isAuth = (s: Client, e: ClientEvent): boolean =>
  isMine(s, e) && replyOf(e).xid === AUTH_XID;
/** `Xid out of order`: a handle that meets this trusts its connection no more. */
export const isNext = (s: Client, e: ClientEvent): boolean =>
  isMine(s, e) && handleOf(s).pending[0]?.xid === replyOf(e).xid;

export const isCloseReply = (s: Client, e: ClientEvent): boolean =>
  isNext(s, e) && handleOf(s).pending[0]?.request.op === 'closeSession';

/** The reply to the oldest request that waits: replies come in the order of the requests. */
export function takeReply(s: Client, e: ClientEvent): Client {
  const reply = replyOf(e);
  const [packet, ...pending] = handleOf(s).pending;
  const next = edit(s);
  if (packet === undefined) return next;
  withHandle(next, { pending, ...(isLater(reply.zxid) && { lastZxid: reply.zxid }) });
  const { err, body, zxid } = reply;
  feed(next, e, finish(next, e, packet, { err, body, zxid }));
  return next;
}

const isLater = ({ epoch, counter }: { epoch: number; counter: number }): boolean =>
  epoch > 0 || counter > 0;

/** The session has ended as asked; the call of `close` returns. */
export function takeClose(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  leave(next, e);
  const [packet, ...pending] = handleOf(s).pending;
  withHandle(next, { pending, state: 'CLOSED' });
  tell(next, e, { kind: 'state', state: 'CLOSED', reason: 'closed' });
  const { err, body, zxid } = replyOf(e);
  const result = packet === undefined ? [] : finish(next, e, packet, { err, body, zxid });
  feed(next, e, [...sessionEvent(next, e, 'Closed'), ...result, ...failAll(next, e)]);
  return next;
}

export function takeAuthFailure(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  leave(next, e);
  withHandle(next, { state: 'AUTH_FAILED' });
  tell(next, e, { kind: 'state', state: 'AUTH_FAILED', reason: 'authentication refused' });
  const lost = failAll(next, e);
  feed(next, e, [...sessionEvent(next, e, 'AuthFailed'), ...lost]);
  return next;
}

export function takeEvent(s: Client, e: ClientEvent): Client {
  const { type, path } = watchOf(e);
  const next = edit(s);
  withHandle(next, { heard: handleOf(s).heard + 1 });
  feed(next, e, watchEvent(next, e, type, path));
  return next;
}

export function takeLine(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  next.wakeAfter = null;
  feed(next, e, [{ kind: 'line', text: lineOf(e) }]);
  return next;
}

export function wake(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  next.wakeAfter = null;
  feed(next, e, [{ kind: 'wake' }]);
  return next;
}

export const wantsWaking = (s: Client): boolean => s.wakeAfter !== null;

export function setWake(s: Client, e: ClientEvent): Client {
  if (s.wakeAfter === Infinity) e.io.clearTimer('WAKE');
  else if (s.wakeAfter !== null) e.io.setTimer('WAKE', s.wakeAfter);
  const next = edit(s);
  next.wakeAfter = null;
  return next;
}
