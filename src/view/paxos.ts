import type { Pid } from './time.ts';

/** An acceptor's promise and newest vote; 0 and null when there is none. */
export interface AcceptorView {
  readonly promised: number;
  readonly accBallot: number;
  readonly accValue: string | null;
}

/** A promise as its proposer holds it, with the vote that it reports. */
export interface PromiseView {
  readonly from: Pid;
  readonly accBallot: number;
  readonly accValue: string | null;
}

export interface ProposerView {
  /** What its client wants. */
  readonly own: string | null;
  /** 0 before its first ballot. */
  readonly ballot: number;
  /** What it proposes in this ballot; null in phase 1. */
  readonly value: string | null;
  readonly promises: readonly PromiseView[];
  /** Who has accepted in this ballot. */
  readonly accepts: readonly Pid[];
  /** Who refused this ballot, and what that one had promised. */
  readonly refusal: { readonly by: Pid; readonly promised: number } | null;
  readonly failures: number;
  readonly rounds: number;
  /** Whom it takes for the leader; null when nobody leads. */
  readonly leader: Pid | null;
  /** What it knows to be chosen. */
  readonly outcome: string | null;
}

export interface LearnerView {
  readonly learned: { readonly ballot: number; readonly value: string } | null;
  readonly reports: readonly {
    readonly from: Pid;
    readonly ballot: number;
    readonly value: string;
  }[];
}

export interface PaxosProcessView {
  readonly pid: Pid;
  readonly name: string;
  /** What the acceptor has promised and accepted; null without this role. */
  readonly acceptor: AcceptorView | null;
  /** What of it is on disk: a crash leaves this. */
  readonly kept: AcceptorView | null;
  readonly proposer: ProposerView | null;
  readonly learner: LearnerView | null;
}

/** A ballot of a proposer: who has promised it, and who has accepted in it. */
export interface BallotView {
  readonly ballot: number;
  /** Null when two proposers use this number. */
  readonly proposer: Pid | null;
  readonly value: string | null;
  readonly promised: readonly Pid[];
  /** Votes that were ever cast in it. */
  readonly accepted: readonly Pid[];
  readonly chosen: boolean;
}

export interface ProspectView {
  readonly value: string;
  readonly is: 'chosen' | 'possible' | 'impossible';
}

/** What is drawn by chance: of a link between two processes, or of one process (`from` and `to`). */
export interface ChanceView {
  readonly of: 'loss' | 'duplication' | 'disk' | 'wait';
  readonly from: Pid;
  readonly to: Pid;
}

/** Where the schedule stands. */
export interface ScheduleView {
  /** The row that comes next, from 0; null when it is over. */
  readonly row: number | null;
  readonly rows: readonly string[];
  readonly repeatFrom: number | null;
  /** Rows delivered since the start. */
  readonly done: number;
  /** Between two rows, µs. */
  readonly every: number;
  /** What is left to chance, for which no state comes again. */
  readonly chance: readonly ChanceView[];
}

/** What is proved: the state after row `to` is that after row `from`, ballots larger by `shift`. */
export interface LivelockView {
  readonly from: number;
  readonly to: number;
  readonly shift: number;
  /** Rows of one period, and messages between processes in it. */
  readonly rows: number;
  readonly messages: number;
  /** The step that completed the proof: it says nothing any more once somebody interferes later. */
  readonly step: number;
  /** Whether its schedule delivers, or drops by name, each message sent. */
  readonly fair: boolean;
}

/** The Paxos lab's own part of a frame. */
export interface PaxosDetail {
  /** Acceptors needed. */
  readonly quorum: number;
  readonly acceptors: readonly Pid[];
  /** In the order of their index: ballot b is of the one at (b - 1) mod their number. */
  readonly proposers: readonly Pid[];
  readonly learners: readonly Pid[];
  /** none, L1, L2 or L3. */
  readonly learning: string;
  readonly retry: string;
  readonly byHand: boolean;
  readonly processes: readonly PaxosProcessView[];
  /** The present ballot of each proposer, and those in which something was chosen; ascending. */
  readonly ballots: readonly BallotView[];
  readonly prospects: readonly ProspectView[];
  /** Chosen values, each with its first ballot: one, unless a rule is off. */
  readonly chosen: readonly { readonly ballot: number; readonly value: string }[];
  readonly rounds: number;
  readonly refused: number;
  readonly messages: number;
  readonly schedule: ScheduleView | null;
  readonly livelock: LivelockView | null;
}
