/** What a connected handle sends and hears [ClientCnxn.SendThread.readResponse]. */
import { AUTH_XID, PING_XID, SET_WATCHES_XID } from '../zookeeper/messages.ts';
import type { RequestMessage } from '../zookeeper/messages.ts';
import { requestSize } from '../zookeeper/records/request-size.ts';
import type { Client, Packet } from './client.ts';
import { edit, handleOf, withHandle } from './client.ts';
import type { ClientEvent } from './events.ts';
import { lineOf, replyOf, watchOf } from './events.ts';
import { failAll, feed, finish, sessionEvent, watchEvent } from './feed.ts';
import { isMine } from './connecting.ts';

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

export function send(s: Client, e: ClientEvent): void {
  for (const { xid, request } of numbered(s)) {
    const message: RequestMessage = { type: 'REQUEST', xid, request, size: requestSize(request) };
    e.io.send(s.connection, message);
  }
}

/** What was sent waits for its reply; pings and identities do not. */
export function noteSent(s: Client): Client {
  const sent = numbered(s);
  const next = edit(s);
  const { pending, nextXid } = handleOf(s);
  withHandle(next, {
    outgoing: [],
    pending: [...pending, ...sent.filter(({ xid }) => xid !== AUTH_XID)],
    nextXid: nextXid + sent.filter(({ xid }) => xid > 0).length,
  });
  next.news = [...s.news, ...sent.map((packet) => ({ kind: 'sent', packet }) as const)];
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
  next.news = [];
  withHandle(next, { pending, ...(isLater(reply.zxid) && { lastZxid: reply.zxid }) });
  const { err, body, zxid } = reply;
  feed(next, finish(next, packet, { err, body, zxid }), e.io.now);
  return next;
}

const isLater = ({ epoch, counter }: { epoch: number; counter: number }): boolean =>
  epoch > 0 || counter > 0;

/** The session has ended as asked; the call of `close` returns. */
export function takeClose(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  next.connection = 0;
  next.news = [{ kind: 'state', state: 'CLOSED', reason: 'closed' }];
  const [packet, ...pending] = handleOf(s).pending;
  withHandle(next, { pending, state: 'CLOSED' });
  const { err, body, zxid } = replyOf(e);
  const result = packet === undefined ? [] : finish(next, packet, { err, body, zxid });
  feed(next, [...sessionEvent(next, 'Closed'), ...result, ...failAll(next)], e.io.now);
  return next;
}

export function takeAuthFailure(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  next.connection = 0;
  next.news = [{ kind: 'state', state: 'AUTH_FAILED', reason: 'authentication refused' }];
  withHandle(next, { state: 'AUTH_FAILED' });
  const lost = failAll(next);
  feed(next, [...sessionEvent(next, 'AuthFailed'), ...lost], e.io.now);
  return next;
}

export function takeEvent(s: Client, e: ClientEvent): Client {
  const { type, path } = watchOf(e);
  const next = edit(s);
  next.news = [];
  withHandle(next, { heard: handleOf(s).heard + 1 });
  feed(next, watchEvent(next, type, path), e.io.now);
  return next;
}

export function takeLine(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  next.news = [];
  next.wakeAfter = null;
  feed(next, [{ kind: 'line', text: lineOf(e) }], e.io.now);
  return next;
}

export function wake(s: Client, e: ClientEvent): Client {
  const next = edit(s);
  next.news = [];
  next.wakeAfter = null;
  feed(next, [{ kind: 'wake' }], e.io.now);
  return next;
}

export const wantsWaking = (s: Client): boolean => s.wakeAfter !== null;

export function setWake(s: Client, e: ClientEvent): void {
  if (s.wakeAfter === Infinity) e.io.clearTimer('WAKE');
  else if (s.wakeAfter !== null) e.io.setTimer('WAKE', s.wakeAfter);
}

export function noteWake(s: Client): Client {
  const next = edit(s);
  next.wakeAfter = null;
  return next;
}
