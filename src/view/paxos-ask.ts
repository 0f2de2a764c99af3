import type { Scenario } from './scenario.ts';
import type { Policy } from './study.ts';
import type { Micros, Pid } from './time.ts';

/** A ballot from its beginning to its end. Times are virtual. */
export interface BallotSpan {
  readonly ballot: number;
  readonly proposer: Pid;
  readonly begun: Micros;
  /** When its proposer had a quorum's promises and sent Accepts; null: not, or not yet. */
  readonly proposed: Micros | null;
  readonly value: string | null;
  /** When its proposer gave it up or knew that its value is chosen; null while it is under way. */
  readonly ended: Micros | null;
  /** `left`: it began another one, or crashed. */
  readonly end: 'refused' | 'timeout' | 'chosen' | 'left' | null;
}

/** How much there had been at a time. */
export interface CountSample {
  readonly time: Micros;
  /** Ballots begun. */
  readonly rounds: number;
  /** Accepts refused. */
  readonly refused: number;
  /** Messages that have come from one process to another. */
  readonly messages: number;
}

/** The ballots of a run in time. */
export interface BallotsView {
  /** Steps of the branch that were read so far; more are read when asked again. */
  readonly read: number;
  /** Ballots around the time asked for, in the order of their beginnings. */
  readonly spans: readonly BallotSpan[];
  /**
   * Where passes of the schedule's repeating part end, around the time asked for; the first one
   * listed has the number `firstPass` (0: where the first pass begins).
   */
  readonly passes: readonly Micros[];
  readonly firstPass: number;
  /** The first moment at which a quorum had voted for one value. */
  readonly chosen: {
    readonly time: Micros;
    readonly ballot: number;
    readonly value: string;
    readonly proposer: Pid | null;
  } | null;
  /** The whole run as far as it was read, thinned out to a hundred samples or so. */
  readonly counts: readonly CountSample[];
  /** What had been counted by the time asked for, messages since the last ballot or refusal aside. */
  readonly now: CountSample;
}

/** What the Paxos lab asks for besides its frame. */
export type PaxosQuestion =
  /** The ballots of the present branch: so many begun by time `at`, and so many after it. */
  | {
      readonly ask: 'ballots';
      readonly at: Micros;
      readonly before: number;
      readonly after: number;
    }
  /** The duel that never ends, as a scenario to open; `mesh`: everybody hears everything. */
  | { readonly ask: 'livelock'; readonly mesh: boolean }
  /** The same group on an ordinary network, with another retry policy: as a scenario to open. */
  | { readonly ask: 'other-retry'; readonly policy: Policy };

export type PaxosAnswer =
  | { readonly ask: 'ballots'; readonly ballots: BallotsView }
  | { readonly ask: 'livelock' | 'other-retry'; readonly scenario: Scenario<'paxos'> };
