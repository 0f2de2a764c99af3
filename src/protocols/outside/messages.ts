/** What is asked of processes outside ZooKeeper, and how they answer. */
import type { Message, MessageDescription } from '../../kernel/model.ts';
import type { OutsideCode, RedisKey } from '../../view/outside.ts';
import { tokenText } from './token.ts';

/** Where all of them listen. */
export const SERVICE_PORT = 'service';

/** Of a storage. */
export type StorageRequest =
  | {
      readonly op: 'write';
      readonly value: string;
      /** Of the lock under which it is written; null: it has none. */
      readonly token: number | null;
    }
  | { readonly op: 'read' };

/** Of a table. Times are its own clock's. */
export type TableRequest =
  | { readonly op: 'insert'; readonly id: string; readonly owner: string }
  /** `UPDATE … SET beat = now WHERE id AND owner` */
  | { readonly op: 'beat'; readonly id: string; readonly owner: string }
  /** `UPDATE … SET owner, beat = now, term = term + 1 WHERE id AND owner = from AND beat < now − older` */
  | {
      readonly op: 'take-over';
      readonly id: string;
      readonly owner: string;
      readonly from: string;
      readonly olderMs: number;
    }
  /** Answers with the owner. */
  | { readonly op: 'select'; readonly id: string }
  /** `DELETE … WHERE id AND owner` */
  | { readonly op: 'delete-row'; readonly id: string; readonly owner: string };

/** Of a store of keys. */
export type RedisRequest =
  | {
      readonly op: 'set';
      readonly key: string;
      readonly value: string;
      /** Only when the key is not there. */
      readonly nx: boolean;
      /** It expires after so many ms; null: never. */
      readonly px: number | null;
    }
  | { readonly op: 'get' | 'incr' | 'del'; readonly key: string }
  /** Deletes it if its value is this one: in one step, as a script does. */
  | { readonly op: 'compare-and-delete'; readonly key: string; readonly value: string }
  /** Lets it expire so many ms from now if its value is this one. */
  | {
      readonly op: 'compare-and-extend';
      readonly key: string;
      readonly value: string;
      readonly px: number;
    };

/** Of a provider of a service. */
export interface ProviderRequest {
  readonly op: 'call';
}

export type OutsideRequest = StorageRequest | TableRequest | RedisRequest | ProviderRequest;

export interface OutsideReply {
  readonly err: OutsideCode;
  readonly value: string | number | null;
}

export const answerOf = (
  value: OutsideReply['value'] = null,
  err: OutsideCode = 'OK',
): OutsideReply => ({ err, value });

/** `id`: the asker's own number, which comes back with the answer. */
export interface RequestMessage {
  readonly type: 'OUTSIDE_REQUEST';
  readonly id: number;
  readonly request: OutsideRequest;
}

export interface ReplyMessage {
  readonly type: 'OUTSIDE_REPLY';
  readonly id: number;
  /** What was asked, for whoever looks at it on its way. */
  readonly op: OutsideRequest['op'];
  readonly reply: OutsideReply;
}

/** A replica asks for all keys, and for every change from then on. */
export interface FollowMessage {
  readonly type: 'FOLLOW';
}

/** What a master tells its replicas: all keys, or one that changed (`value` null: it is gone). */
export interface CopyMessage {
  readonly type: 'COPY';
  readonly keys: readonly RedisKey[];
}

export interface ChangedMessage {
  readonly type: 'CHANGED';
  readonly key: string;
  readonly now: RedisKey | null;
}

export type OutsideMessage =
  | RequestMessage
  | ReplyMessage
  | FollowMessage
  | CopyMessage
  | ChangedMessage;

const ofOutside: ReadonlySet<string> = new Set<OutsideMessage['type']>([
  'OUTSIDE_REQUEST',
  'OUTSIDE_REPLY',
  'FOLLOW',
  'COPY',
  'CHANGED',
]);

export const isOutside = (m: Message): m is OutsideMessage => ofOutside.has(m.type);

/** Labels: `write B #33`, `OK B`, `set lock NX`. */
export function describeOutside(m: OutsideMessage): Omit<MessageDescription, 'claim'> {
  const drawn = (kind: string, shape: MessageDescription['shape'], label: string) => ({
    kind,
    shape,
    label,
    short: label,
    routine: false,
  });
  switch (m.type) {
    case 'OUTSIDE_REQUEST':
      return drawn(m.request.op, 'request', requestText(m.request));
    case 'OUTSIDE_REPLY': {
      const { err, value } = m.reply;
      const shape = err === 'OK' ? 'ack' : 'refusal';
      return drawn(`${m.op} answer`, shape, value === null ? err : `${err} ${valueText(value)}`);
    }
    case 'FOLLOW':
      return drawn('follow', 'request', 'PSYNC');
    case 'COPY':
      return drawn('copy', 'ack', 'RDB');
    case 'CHANGED':
      return drawn('changed', 'ack', m.now === null ? `DEL ${m.key}` : `SET ${m.key}`);
  }
}

/** What an answer holds, as it is written: numbers may be tokens. */
export const valueText = (value: string | number): string =>
  typeof value === 'number' ? tokenText(value) : value;

/** As the process's own language writes it, as short as it can be. */
export function requestText(r: OutsideRequest): string {
  switch (r.op) {
    case 'write':
      return `write ${r.value}${r.token === null ? '' : ` #${tokenText(r.token)}`}`;
    case 'read':
    case 'call':
      return r.op;
    case 'insert':
      return `INSERT ${r.id}, ${r.owner}`;
    case 'beat':
      return `UPDATE ${r.id} beat`;
    case 'take-over':
      return `UPDATE ${r.id} owner ${r.from} → ${r.owner}`;
    case 'select':
      return `SELECT ${r.id}`;
    case 'delete-row':
      return `DELETE ${r.id}`;
    case 'set':
      return `SET ${r.key}${r.nx ? ' NX' : ''}${r.px === null ? '' : ` PX ${r.px}`}`;
    case 'get':
    case 'incr':
    case 'del':
      return `${r.op.toUpperCase()} ${r.key}`;
    case 'compare-and-delete':
      return `DEL ${r.key} if ${r.value}`;
    case 'compare-and-extend':
      return `PEXPIRE ${r.key} if ${r.value}`;
  }
}
