/** What generals say to each other, and how it is drawn. */
import type { Message, MessageDescription } from '../../kernel/model.ts';
import type { SpokenShape } from '../../view/frame.ts';
import type { Order } from '../../view/byzantine-setup.ts';
import type { Config } from './config.ts';
import { nameIn } from './config.ts';
import type { Path } from './paths.ts';

/** An order (a path of one), or a relay: the last one of the path says what the one before it said. */
export interface Said {
  readonly type: 'SAID';
  readonly path: Path;
  readonly value: Order;
  /** For whoever watches: a loyal sender would have said something else. No general reads it. */
  readonly lie: boolean;
  /**
   * Under SM: a signature in it is not of whom it names. It stands for the signatures themselves: whoever
   * gets the message can tell, and nobody who is not in league with the one named can make it true.
   */
  readonly forged: boolean;
}

/** One of the messengers between two generals; 1 brings the plan. */
export interface Messenger {
  readonly type: 'MESSENGER';
  readonly number: number;
}

export type Spoken = Said | Messenger;

const RELAYS: readonly SpokenShape[] = ['order', 'relay', 'relay-2', 'relay-3'];
const LIES: readonly SpokenShape[] = ['lie-order', 'lie-relay', 'lie-relay-2', 'lie-relay-3'];

/** Labels: `A` an order, `C: A` a relay, `L1: C: A` a relay of it; signed `A:C:L1`; `2` the second messenger. */
export function describer(config: Config): (message: Message) => MessageDescription {
  return (message) => {
    const m = message as Spoken;
    return m.type === 'SAID' ? describeSaid(config, m) : describeMessenger(m);
  };
}

function describeSaid(config: Config, said: Said): MessageDescription {
  const { path, value } = said;
  const before = path.slice(0, -1).map((pid) => nameIn(config, pid));
  const signers = path.map((pid) => nameIn(config, pid));
  return {
    kind: path.length === 1 ? 'order' : 'relay',
    shape: shapeOf(config, said),
    claim: config.values.indexOf(value) + 1,
    label: config.signed
      ? [value, ...signers].join(':')
      : [...before.toReversed(), value].join(': '),
    short: value,
    routine: false,
  };
}

function shapeOf({ signed }: Config, { path, lie, forged }: Said): SpokenShape {
  if (signed && !lie) return 'signed';
  if (forged) return 'forged';
  return (lie ? LIES : RELAYS)[path.length - 1] ?? 'order';
}

const describeMessenger = ({ number }: Messenger): MessageDescription => ({
  kind: number === 1 ? 'plan' : 'confirm',
  shape: number === 1 ? 'order' : 'relay',
  claim: null,
  label: `${number}`,
  short: `${number}`,
  routine: false,
});
