/** A provider of a service: it answers calls one after the other, each after so long a work, and counts them. */
import type { KernelEvent } from '../../kernel/model.ts';
import type { Micros } from '../../view/time.ts';
import { say } from './facts.ts';
import { answerOf, SERVICE_PORT } from './messages.ts';
import type { ReplyMessage, RequestMessage } from './messages.ts';

/** A call that is not answered yet. */
export interface Waiting {
  readonly connection: number;
  readonly id: number;
}

export interface Provider {
  /** What it answers with. */
  readonly name: string;
  readonly takes: Micros;
  /** Oldest first: it is at the first one. */
  readonly waiting: readonly Waiting[];
  /** For the page. */
  readonly answered: number;
}

/** @param takesMs how long it works at a call */
export const newProvider = (name: string, takesMs = 1): Provider => ({
  name,
  takes: Math.round(takesMs * 1000),
  waiting: [],
  answered: 0,
});

export const open = (_s: Provider, e: KernelEvent): void => e.io.listen(SERVICE_PORT);
export const close = (_s: Provider, e: KernelEvent): void => e.io.unlisten(SERVICE_PORT);

const requestOf = (e: KernelEvent): RequestMessage => e.message as RequestMessage;

export const isCall = (_s: Provider, e: KernelEvent): boolean => requestOf(e).request.op === 'call';

const answer = ({ connection, id }: Waiting, value: string, e: KernelEvent): void => {
  const message: ReplyMessage = { type: 'OUTSIDE_REPLY', id, op: 'call', reply: answerOf(value) };
  e.io.send(connection, message);
};

/** It begins at once when it has nothing else to do. */
export function take(s: Provider, e: KernelEvent): Provider {
  if (s.waiting.length === 0) e.io.setTimer('WORKED', s.takes);
  return {
    ...s,
    waiting: [...s.waiting, { connection: e.connection, id: requestOf(e).id }],
  };
}

/** It is done with the first call, and begins with the next. */
export function finish(s: Provider, e: KernelEvent): Provider {
  const [first, ...waiting] = s.waiting;
  if (first === undefined) return s;
  if (waiting.length > 0) e.io.setTimer('WORKED', s.takes);
  const answered = s.answered + 1;
  answer(first, s.name, e);
  if (e.io.explaining) say(e, 'provider-answered', { count: answered });
  return { ...s, waiting, answered };
}

export function wonder(_s: Provider, e: KernelEvent): void {
  const { id, request } = requestOf(e);
  const message: ReplyMessage = {
    type: 'OUTSIDE_REPLY',
    id,
    op: request.op,
    reply: answerOf(null, 'UnknownOp'),
  };
  e.io.send(e.connection, message);
}
