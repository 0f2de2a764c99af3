/** What processes say to each other, and how it is drawn. */
import type { Message, MessageDescription } from '../../kernel/model.ts';
import type { MessageShape } from '../../view/frame.ts';
import type { Ballot, Value } from './rules.ts';

/** Phase 1a: asks for a promise. It carries no value. */
export interface Prepare {
  readonly type: 'PREPARE';
  readonly ballot: Ballot;
}

/** Phase 1b: a promise, with the newest vote of its acceptor. */
export interface PromiseMessage {
  readonly type: 'PROMISE';
  readonly ballot: Ballot;
  readonly accBallot: Ballot;
  readonly accValue: Value | null;
}

/** Phase 2a. */
export interface Accept {
  readonly type: 'ACCEPT';
  readonly ballot: Ballot;
  readonly value: Value;
}

/** Phase 2b: a vote. */
export interface Accepted {
  readonly type: 'ACCEPTED';
  readonly ballot: Ballot;
  readonly value: Value;
}

/** A hint instead of a promise or a vote; safety never needs it. */
export interface Nack {
  readonly type: 'NACK';
  readonly of: 'PREPARE' | 'ACCEPT';
  readonly ballot: Ballot;
  readonly promised: Ballot;
}

/** Acceptor → learner: the vote that its proposer hears of too (L2, L3). */
export interface Learn {
  readonly type: 'LEARN';
  readonly ballot: Ballot;
  readonly value: Value;
}

/** Somebody who has seen a quorum of votes → learner (L1, L3). */
export interface Decision {
  readonly type: 'DECISION';
  readonly ballot: Ballot;
  readonly value: Value;
}

/** To itself: a quorum has promised, so now it decides what to propose. */
export interface Decide {
  readonly type: 'DECIDE';
  readonly ballot: Ballot;
}

/** Somebody wants it to begin a ballot: a client, a schedule. */
export interface Propose {
  readonly type: 'PROPOSE';
}

/** Proposer → leader: a client's value, to be proposed by whoever leads. */
export interface Forward {
  readonly type: 'FORWARD';
  readonly value: Value;
}

/** Leader → who forwarded a value: what was chosen, be it that value or not. */
export interface Outcome {
  readonly type: 'OUTCOME';
  readonly value: Value;
}

/** Leader → other proposers: it is still there. */
export interface Heartbeat {
  readonly type: 'HEARTBEAT';
}

export type PaxosMessage =
  | Prepare
  | PromiseMessage
  | Accept
  | Accepted
  | Nack
  | Learn
  | Decision
  | Decide
  | Propose
  | Forward
  | Outcome
  | Heartbeat;

/** Messages that the algorithm itself needs, and that the tables of the specification count. */
export const counted: ReadonlySet<string> = new Set([
  'PREPARE',
  'PROMISE',
  'ACCEPT',
  'ACCEPTED',
  'NACK',
  'LEARN',
  'DECISION',
]);

const describing = (
  kind: string,
  shape: MessageShape,
  claim: number | null,
  label: string,
  short: string = label,
  routine = false,
): MessageDescription => ({ kind, shape, claim, label, short, routine });

/**
 * How the messages of a group are drawn. Their colour is that of the proposer whose ballot it is, of a
 * refusal that of the promise which refuses: its place among the proposers, from 1.
 */
export function describer(proposers: number): (message: Message) => MessageDescription {
  // One description for each message object: a message is drawn and recorded many times.
  const known = new WeakMap<Message, MessageDescription>();
  const claim = (ballot: Ballot): number => ((ballot - 1) % Math.max(1, proposers)) + 1;
  return (message) => {
    let description = known.get(message);
    if (description === undefined) {
      description = describeNew(message as PaxosMessage, claim);
      known.set(message, description);
    }
    return description;
  };
}

/** Labels: `5` a ballot, `5: 10%` a proposal, `5 ← 1: 10%` a promise with its report, `5 < 6` a refusal. */
function describeNew(m: PaxosMessage, claim: (ballot: Ballot) => number): MessageDescription {
  switch (m.type) {
    case 'PREPARE':
      return describing('prepare', 'prepare', claim(m.ballot), `${m.ballot}`);
    case 'PROMISE': {
      const report = m.accValue === null ? '' : ` ← ${m.accBallot}: ${m.accValue}`;
      return describing(
        'promise',
        'promise',
        claim(m.ballot),
        `${m.ballot}${report}`,
        `${m.ballot}`,
      );
    }
    case 'ACCEPT':
      return describing('accept', 'accept', claim(m.ballot), `${m.ballot}: ${m.value}`);
    case 'ACCEPTED':
      return describing('accepted', 'accepted', claim(m.ballot), `${m.ballot}: ${m.value}`);
    case 'NACK': {
      const sign = m.ballot === m.promised ? '=' : '<';
      return describing(
        'refusal',
        'refusal',
        claim(m.promised),
        `${m.ballot} ${sign} ${m.promised}`,
      );
    }
    case 'LEARN':
      return describing('learn', 'accepted', claim(m.ballot), `${m.ballot}: ${m.value}`);
    case 'DECISION':
      return describing('decision', 'commit', claim(m.ballot), `${m.ballot}: ${m.value}`, m.value);
    case 'DECIDE':
      return describing('decide', 'packet', claim(m.ballot), `${m.ballot}`, undefined, true);
    case 'PROPOSE':
      return describing('propose', 'request', null, 'propose', '', true);
    case 'FORWARD':
      return describing('forward', 'request', null, m.value);
    case 'OUTCOME':
      return describing('outcome', 'commit', null, m.value);
    case 'HEARTBEAT':
      return describing('heartbeat', 'ping', null, 'heartbeat', '', true);
  }
}
