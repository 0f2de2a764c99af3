import type { KernelEvent, Message, MessageDescription } from '../../kernel/model.ts';
import type { Op } from './member.ts';

/** The event has the type of its message. */
export type CounterEvent = KernelEvent;

/** What callers and the server say to each other, and how it is drawn. */

/** A call: its `id` is the same in every attempt. */
export interface Request {
  readonly type: 'REQUEST';
  readonly id: number;
  readonly op: Op;
  /** What is added; 0 for `read`. */
  readonly amount: number;
}

export interface Reply {
  readonly type: 'REPLY';
  readonly id: number;
  /** False: refused, and nothing was done. */
  readonly ok: boolean;
  /** The counter after the call. */
  readonly value: number;
}

const sign = (amount: number): string => (amount < 0 ? `−${-amount}` : `+${amount}`);

/** Labels: `+1`, `read`; `= 2` an answer, `refused`. */
export function describe(message: Message): MessageDescription {
  const m = message as Request | Reply;
  if (m.type === 'REQUEST') {
    const label = m.op === 'read' ? 'read' : sign(m.amount);
    return { kind: 'call', shape: 'request', claim: null, label, short: label, routine: false };
  }
  const label = m.ok ? `= ${m.value}` : 'refused';
  const shape = m.ok ? 'ack' : 'refusal';
  return { kind: 'answer', shape, claim: null, label, short: label, routine: false };
}
