/** What clients and servers of the stores say to each other, over channels that lose nothing unless they are cut. */
import type { Message, MessageDescription } from '../../kernel/model.ts';
import type { CapOpKind } from '../../view/cap-setup.ts';
import type { MessageShape } from '../../view/frame.ts';
import type { Pid } from '../../view/time.ts';
import type { Register } from './register.ts';

/** What came of a request; `error`: '' if it was done; `unsure`: it may have been done all the same. */
export interface Outcome {
  readonly error: string;
  readonly unsure: boolean;
  /** What a read was told. */
  readonly value: number | null;
}

export type StoreMessage =
  | {
      readonly type: 'ASK';
      readonly key: number;
      readonly op: CapOpKind;
      readonly value: number | null;
    }
  | { readonly type: 'ANSWER'; readonly key: number; readonly outcome: Outcome }
  // Quorum: the first phase asks for registers, the second stores one.
  | { readonly type: 'QUERY'; readonly round: number }
  | { readonly type: 'STATE'; readonly round: number; readonly register: Register }
  | { readonly type: 'STORE'; readonly round: number; readonly register: Register }
  | { readonly type: 'STORED'; readonly round: number }
  // Primary: a copy hands on what it cannot do itself; the primary sends its register to all.
  | {
      readonly type: 'HAND_ON';
      readonly client: Pid;
      readonly key: number;
      readonly op: CapOpKind;
      readonly value: number | null;
    }
  | {
      readonly type: 'DONE';
      readonly client: Pid;
      readonly key: number;
      readonly outcome: Outcome;
    }
  | {
      readonly type: 'REPLICATE';
      readonly term: number;
      readonly register: Register;
      /** Nothing has changed since the last one: it only says that the primary is there. */
      readonly beat: boolean;
    }
  // Last writer wins.
  | { readonly type: 'GOSSIP'; readonly register: Register; readonly beat: boolean };

const shapes: Readonly<Record<StoreMessage['type'], MessageShape>> = {
  ASK: 'request',
  ANSWER: 'ack',
  QUERY: 'prepare',
  STATE: 'promise',
  STORE: 'accept',
  STORED: 'accepted',
  HAND_ON: 'request',
  DONE: 'ack',
  REPLICATE: 'commit',
  GOSSIP: 'packet',
};

/** Labels: `write 3`, `read`, `x = 3`, `Timeout`. */
function labelOf(message: StoreMessage): string {
  switch (message.type) {
    case 'ASK':
    case 'HAND_ON':
      return message.op === 'write' ? `write ${message.value ?? ''}` : message.op;
    case 'ANSWER':
    case 'DONE': {
      const { error, value } = message.outcome;
      if (error !== '') return error;
      return value === null ? 'OK' : `x = ${value}`;
    }
    case 'QUERY':
    case 'STORED':
      return '';
    case 'STATE':
    case 'STORE':
    case 'REPLICATE':
    case 'GOSSIP':
      return `x = ${message.register.value}`;
  }
}

/** What a message tells of x; null: nothing. */
function valueIn(message: StoreMessage): number | null {
  switch (message.type) {
    case 'ASK':
    case 'HAND_ON':
      return message.value;
    case 'ANSWER':
    case 'DONE':
      return message.outcome.value;
    case 'QUERY':
    case 'STORED':
      return null;
    case 'STATE':
    case 'STORE':
    case 'REPLICATE':
    case 'GOSSIP':
      return message.register.value;
  }
}

/** It has the colour of the value that it carries. */
export function describe(message: Message): MessageDescription {
  const m = message as StoreMessage;
  const label = labelOf(m);
  const failed = (m.type === 'ANSWER' || m.type === 'DONE') && m.outcome.error !== '';
  return {
    kind: m.type,
    shape: failed ? 'refusal' : shapes[m.type],
    claim: valueIn(m),
    label,
    short: label.replace(/^(?:x = |write )/u, ''),
    routine: (m.type === 'REPLICATE' || m.type === 'GOSSIP') && m.beat,
  };
}
