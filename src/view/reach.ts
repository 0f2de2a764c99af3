import type { Scenario } from './scenario.ts';

/** A value that an acceptor voted for, in this ballot. */
export interface PaintedVote {
  readonly ballot: number;
  readonly value: string;
}

/** What is asked of one acceptor; `any` leaves it open. A promise of 0: it has promised nothing. */
export interface AcceptorTarget {
  readonly promised: number | 'any';
  readonly accepted: PaintedVote | 'none' | 'any';
}

/** How far a search goes. */
export interface Bounds {
  /** Ballots 1 to this. */
  readonly ballots: number;
  /** Disks lost. */
  readonly wipes: number;
  /** Distinct states. */
  readonly states: number;
}

/** Can acceptors come to look like this? */
export interface ReachAsked {
  /** The group: its processes, the values of its proposers, the rules that are off. */
  readonly scenario: Scenario<'paxos'>;
  /** By name; every acceptor of the group once. */
  readonly acceptors: readonly { readonly name: string; readonly target: AcceptorTarget }[];
  readonly bounds: Bounds;
}

/** A rule that a painted picture breaks by itself, whatever happened before. */
export interface Forbidden {
  /** By the specification's name. */
  readonly rule: 'I-Type' | 'I-Validity' | 'I-OneValuePerBallot' | 'I-P2c' | 'I-Safe';
  /** The places of the acceptors that show it. */
  readonly acceptors: readonly number[];
  /** The proposal that cannot have been made, or the two that cannot both. */
  readonly proposals: readonly PaintedVote[];
  /** I-Safe: the lower ballot at which another value may have been chosen. */
  readonly at: number | null;
}

/** One event of a run that the search found. Processes have the names of the group. */
export interface PathStep {
  readonly action: 'prepare' | 'promise' | 'propose' | 'accept' | 'wipe' | 'restart';
  /** Whose event it is. */
  readonly process: string;
  /** The proposer that asked; for `prepare` and `propose` the process itself. Null for `wipe` and `restart`. */
  readonly proposer: string | null;
  /** 0 for `wipe` and `restart`. */
  readonly ballot: number;
  /** Of `propose` and `accept`. */
  readonly value: string | null;
  /** What a promise reports; null: no vote. */
  readonly reported: PaintedVote | null;
  /** Of `propose`: whose promises were used. */
  readonly quorum: readonly string[];
}

export type ReachAnswer =
  | {
      readonly reached: true;
      readonly path: readonly PathStep[];
      /**
       * The run, by hand and message by message, that ends in exactly what was painted; null when the
       * lab does not come to look so by it.
       */
      readonly scenario: Scenario<'paxos'> | null;
      readonly searched: number;
    }
  | {
      readonly reached: false;
      /** Distinct states looked at; acceptors that do not propose are not told apart, and what can no longer come to look so is left out. */
      readonly searched: number;
      /** Whether those were all within the bounds. */
      readonly complete: boolean;
      readonly bounds: Bounds;
      /** The rule that forbids it within any bounds, where one does. */
      readonly forbidden: Forbidden | null;
    };
