/** The state of a process outside ZooKeeper: immutable; a rule makes the next one with {@link edit}. */
import type { KernelEvent } from '../../kernel/model.ts';
import type { Pid } from '../../view/time.ts';
import type { OutsideSetup } from '../../view/outside.ts';
import type { OutsideData } from './data.ts';
import { answerOf, SERVICE_PORT } from './messages.ts';
import type { OutsideReply, OutsideRequest, ReplyMessage, RequestMessage } from './messages.ts';

export type OutsideEvent = KernelEvent;

export interface OutsideConfig<K extends OutsideSetup = OutsideSetup> {
  readonly setup: K;
  /** The wall clock at the beginning of the run, ms since 1970. */
  readonly clock: number;
}

/** What its disk holds; the other files of a disk are nothing to it. */
export interface Kept<D = OutsideData> {
  /** Null: it has never written. */
  readonly kept: D | null;
}

/** An answer that leaves when all writes up to this number are on the disk. */
export interface Owed {
  readonly connection: number;
  readonly message: ReplyMessage;
  readonly after: number;
}

export class Outside<D extends OutsideData = OutsideData> {
  readonly config: OutsideConfig;
  readonly pid: Pid;
  readonly data: D;
  /** Its disk as it found it: what it writes takes the place of what was kept there. */
  readonly found: Kept;
  /** Oldest first. */
  readonly owed: readonly Owed[];
  /** Writes begun and finished in this life. */
  readonly begun: number;
  readonly written: number;

  constructor(from: Outside<D> | Omit<Outside<D>, never>) {
    this.config = from.config;
    this.pid = from.pid;
    this.data = from.data;
    this.found = from.found;
    this.owed = from.owed;
    this.begun = from.begun;
    this.written = from.written;
  }
}

/** What a step did, for whoever looks at that step alone. */
export type OutsideNews =
  /** A storage took a write; `greatest`: the greatest token before it. */
  | {
      readonly kind: 'wrote';
      readonly writer: Pid;
      readonly value: string;
      readonly token: number | null;
      readonly greatest: number | null;
    }
  | {
      readonly kind: 'refused';
      readonly writer: Pid;
      readonly value: string;
      readonly token: number | null;
    }
  /** A client took a key away, which held this. */
  | {
      readonly kind: 'deleted';
      readonly by: Pid;
      readonly key: string;
      readonly value: string;
    };

/** Says what a rule has done. */
export const did = (e: OutsideEvent, news: OutsideNews): void => e.io.did(news);

export type Draft<D extends OutsideData> = { -readonly [K in keyof Outside<D>]: Outside<D>[K] };

export const edit = <D extends OutsideData>(s: Outside<D>): Draft<D> => new Outside(s);

/** A process that starts. @param data what it knows: what its disk holds, or nothing yet */
export const boot = <D extends OutsideData>(
  config: OutsideConfig,
  found: Kept,
  data: D,
): Outside<D> =>
  new Outside({ config, pid: config.setup.id, data, found, owed: [], begun: 0, written: 0 });

export const requestOf = (e: OutsideEvent): OutsideRequest => (e.message as RequestMessage).request;

/** By its machine's wall clock, ms since 1970. */
export const clockOf = ({ config }: Outside, { io }: Pick<OutsideEvent, 'io'>): number =>
  config.clock + Math.floor(io.now / 1000) + io.clock;

export const open = (_s: Outside, e: OutsideEvent): void => e.io.listen(SERVICE_PORT);

const messageOf = (e: OutsideEvent, reply: OutsideReply): ReplyMessage => {
  const { id, request } = e.message as RequestMessage;
  return { type: 'OUTSIDE_REPLY', id, op: request.op, reply };
};

/** Answers at once. */
export const reply = (e: OutsideEvent, what: OutsideReply): void =>
  e.io.send(e.connection, messageOf(e, what));

/** It knows no such operation. */
export const wonder = (_s: Outside, e: OutsideEvent): void => reply(e, answerOf(null, 'UnknownOp'));

/** What it knows changes, and is answered when it is on the disk. */
export function keep<D extends OutsideData>(
  s: Outside<D>,
  e: OutsideEvent,
  data: D,
  what: OutsideReply,
): Outside<D> {
  const next = edit(s);
  next.data = data;
  next.begun = s.begun + 1;
  e.io.persist({ ...s.found, kept: data }, 'KEPT');
  return owe(next, e, what);
}

/**
 * Answers what leaves the disk as it is, though not before what it tells of is there.
 * @param data with what is only counted
 */
export function tell<D extends OutsideData>(
  s: Outside<D>,
  e: OutsideEvent,
  data: D,
  what: OutsideReply,
): Outside<D> {
  const next = edit(s);
  next.data = data;
  return owe(next, e, what);
}

function owe<D extends OutsideData>(
  next: Draft<D>,
  e: OutsideEvent,
  what: OutsideReply,
): Outside<D> {
  if (next.begun === next.written) reply(e, what);
  else {
    const message = messageOf(e, what);
    next.owed = [...next.owed, { connection: e.connection, message, after: next.begun }];
  }
  return next;
}

/** A write is on the disk: writes are in order. */
export function answerKept<D extends OutsideData>(s: Outside<D>, e: OutsideEvent): Outside<D> {
  const next = edit(s);
  next.written = s.written + 1;
  for (const { connection, message, after } of s.owed)
    if (after <= next.written) e.io.send(connection, message);
  next.owed = s.owed.filter(({ after }) => after > next.written);
  return next;
}
