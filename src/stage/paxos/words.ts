import type { Say, Texts } from '../say.ts';
import type { Saying } from '../words.ts';

/** Every visible word of the Paxos drawing. */
export const paxosWords = {
  /** Name of the drawing. */
  group: 'Group of {processes} processes',
  proposer: 'proposer',
  /** Heads of columns. */
  proposers: 'proposers',
  acceptors: 'acceptors',
  learner: 'learner',
  learners: 'learners',
  promised: 'promised',
  accepted: 'accepted',
  proposes: 'proposes',
  wants: 'wants',
  learned: 'learned',
  none: 'none',
  /** What a crash would leave: `on disk 6 · 4: 20%`. */
  onDisk: 'on disk {kept}',
  /** Accessible names: of an acceptor, of a process that does not accept. */
  acceptorName: '{name}, promised {promised}, accepted {accepted}',
  otherName: '{name}, {state}',
  /** What a ring counts, in `ring` or, where there is little room, in `ringShort`. */
  ring: 'ballot {ballot}: {what}',
  ringShort: '{ballot}: {what}',
  phase: {
    promised: '{count} of {quorum} promised',
    accepted: '{count} of {quorum} accepted',
    chosen: 'chosen',
  },
  phaseShort: {
    promised: '{count}/{quorum} promised',
    accepted: '{count}/{quorum} accepted',
    chosen: 'chosen',
  },
} as const satisfies Texts;

export type SayPaxos = Say<typeof paxosWords>;
export type PaxosSaying = Saying<typeof paxosWords>;
