/** What clients and servers say to each other, and how it is drawn. */
import { describing } from './describing.ts';
import type { Message, MessageDescription } from '../kernel/model.ts';
import type { Pid } from '../view/time.ts';
import type { Zxid } from '../view/zxid.ts';
import { zxidText } from '../view/zxid.ts';
import type { NodeEvent, Reply } from './records/replies.ts';
import type { ClientRequest, Request } from './records/requests.ts';
import type { Bytes, SessionId } from './records/values.ts';

/** Opens a session (id `0x0`) or resumes one [ConnectRequest]. */
export interface ConnectRequest {
  readonly type: 'CONNECT_REQUEST';
  readonly lastZxidSeen: Zxid;
  /** ms, as the client wishes. */
  readonly timeout: number;
  readonly session: SessionId;
  readonly password: Bytes;
  /** It will do with a server that has no leader [ZooKeeper.canBeReadOnly]. */
  readonly readOnly?: true;
}

/** The session with its negotiated timeout; timeout 0: there is no such session [ConnectResponse]. */
export interface ConnectResponse {
  readonly type: 'CONNECT_RESPONSE';
  /** ms */
  readonly timeout: number;
  readonly session: SessionId;
  readonly password: Bytes;
  /** It is of a server that has no leader. */
  readonly readOnly?: true;
}

/** A four-letter word that a client asks of a server, over a connection of its own … */
export interface WordMessage {
  readonly type: 'FOUR_LETTER';
  readonly word: string;
}

/** … and the answer, behind which the server closes it. */
export interface WordAnswer {
  readonly type: 'WORD_ANSWER';
  readonly text: string;
}

export interface RequestMessage {
  readonly type: 'REQUEST';
  /** 1, 2, 3 … in one handle; −2 ping, −4 auth, −8 setWatches. */
  readonly xid: number;
  readonly request: ClientRequest;
  /** Bytes of the frame, for `jute.maxbuffer`. */
  readonly size: number;
}

export interface ReplyMessage {
  readonly type: 'REPLY';
  readonly reply: Reply;
  /** What was asked, for whoever looks at it on its way. */
  readonly op: Request['op'];
}

/** A watch has fired [WatcherEvent in a reply with xid −1]. */
export interface WatchEventMessage {
  readonly type: 'WATCH_EVENT';
  readonly event: NodeEvent;
}

export type ZooKeeperMessage =
  | ConnectRequest
  | ConnectResponse
  | RequestMessage
  | ReplyMessage
  | WatchEventMessage
  | WordMessage
  | WordAnswer;

/** [ClientCnxn] */
export const PING_XID = -2;
export const AUTH_XID = -4;
export const SET_WATCHES_XID = -8;

/**
 * Describes messages, one description for each message object: it is drawn and recorded many times.
 * @param claimOf the number of the client that a message speaks for, whichever end it is at
 */
export function describer(
  claimOf: (from: Pid, to: Pid) => number | null,
): (message: Message, from: Pid, to: Pid) => MessageDescription {
  const known = new WeakMap<Message, MessageDescription>();
  return (message, from, to) => {
    const claim = claimOf(from, to);
    const description = known.get(message);
    // One event may go to several clients as the same object.
    if (description?.claim === claim) return description;
    const made = { ...describeNew(message as ZooKeeperMessage), claim };
    known.set(message, made);
    return made;
  };
}

/** Labels: `getData /a`, `OK 0·7`, `NodeDataChanged /a`. */
function describeNew(m: ZooKeeperMessage): MessageDescription {
  switch (m.type) {
    case 'CONNECT_REQUEST':
      return describing('connect', 'request', m.session === '0x0' ? 'new session' : m.session);
    case 'CONNECT_RESPONSE':
      return describing('connected', 'ack', m.timeout === 0 ? 'expired' : m.session);
    case 'FOUR_LETTER':
      return describing(m.word, 'request', m.word, m.word, true);
    case 'WORD_ANSWER':
      return describing('word', 'ack', m.text, m.text, true);
    case 'REQUEST': {
      const { op } = m.request;
      if (op === 'ping') return describing('ping', 'ping', 'ping', 'ping', true);
      return describing(op, 'request', `${op}${pathOf(m.request)}`, op);
    }
    case 'REPLY': {
      const { reply, op } = m;
      if (reply.xid === PING_XID) return describing('ping', 'ping', 'ping', 'ping', true);
      const shape = reply.err === 'OK' ? 'ack' : 'refusal';
      return describing(`${op} reply`, shape, `${reply.err} ${zxidText(reply.zxid)}`, reply.err);
    }
    case 'WATCH_EVENT': {
      const { type, path } = m.event;
      return describing('watch event', 'watch-event', `${type} ${path}`, type);
    }
  }
}

/** ` /a`, or nothing for a request without a path. */
const pathOf = (request: ClientRequest): string => ('path' in request ? ` ${request.path}` : '');
