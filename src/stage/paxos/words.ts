import { englishWords } from '../words.ts';
import type { StageWords } from '../words.ts';

/** Every visible word of the Paxos drawings; they come from the page's words. */
export interface PaxosWords {
  /** Name of the drawing. */
  readonly group: (processes: number) => string;
  readonly proposer: string;
  /** Heads of columns. */
  readonly proposers: string;
  readonly acceptors: string;
  readonly learners: string;
  readonly learner: string;
  readonly promised: string;
  readonly accepted: string;
  readonly proposes: string;
  readonly wants: string;
  readonly learned: string;
  readonly none: string;
  /** What a crash would leave: `on disk 6 · 4: 20%`. */
  readonly onDisk: (kept: string) => string;
  /** Accessible name of an acceptor: `A3, promised 6, accepted none`. */
  readonly acceptorName: (name: string, promised: string, accepted: string) => string;
  /** Accessible name of a process that does not accept: `P1, PREPARING`. */
  readonly otherName: (name: string, state: string) => string;
  /** `ballot 5: 2 of 3 accepted`; `short` without the first word. */
  readonly ring: (
    ballot: number,
    count: number,
    quorum: number,
    phase: 'promised' | 'accepted' | 'chosen',
    short: boolean,
  ) => string;
}

/** With the words of every drawing. */
export interface PaxosStageWords extends StageWords {
  readonly paxos: PaxosWords;
}

const number = (value: number): string =>
  ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][value] ??
  String(value);

/** For tests and for the gallery of drawings. */
export const englishPaxos: PaxosWords = {
  group: (processes) => `Group of ${processes} processes`,
  proposer: 'proposer',
  proposers: 'proposers',
  acceptors: 'acceptors',
  learners: 'learners',
  learner: 'learner',
  promised: 'promised',
  accepted: 'accepted',
  proposes: 'proposes',
  wants: 'wants',
  learned: 'learned',
  none: 'none',
  onDisk: (kept) => `on disk ${kept}`,
  acceptorName: (name, promised, accepted) => `${name}, promised ${promised}, accepted ${accepted}`,
  otherName: (name, state) => `${name}, ${state}`,
  ring: (ballot, count, quorum, phase, short) => {
    if (phase === 'chosen') return short ? `${ballot}: chosen` : `ballot ${ballot}: chosen`;
    return short
      ? `${ballot}: ${count}/${quorum} ${phase}`
      : `ballot ${ballot}: ${number(count)} of ${number(quorum)} ${phase}`;
  },
};

export const englishPaxosStage: PaxosStageWords = { ...englishWords, paxos: englishPaxos };
