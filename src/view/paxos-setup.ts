import type { Pid } from './time.ts';

/** What Paxos adds to what every protocol has. */
export interface PaxosParts {
  readonly setup: PaxosSetup;
  readonly condition: PaxosCondition;
  readonly veiled: 'promised' | 'accepted' | 'proposes' | 'chosen';
}

/** Processes that agree on one value. */
export interface PaxosSetup {
  readonly processes: readonly PaxosProcessSetup[];
  /** What an acceptor says instead of a promise or a vote; default `nack`. */
  readonly refusal?: 'nack' | 'silence';
  /**
   * Who tells learners: nobody (default `none`), the proposer (`L1`), every acceptor every learner
   * (`L2`), or every acceptor the `distinguished` learners and these the others (`L3`).
   */
  readonly learning?: 'none' | 'L1' | 'L2' | 'L3';
  /** For L3; by default the first learner. */
  readonly distinguished?: readonly Pid[];
  /** What a proposer does when its ballot has failed; default random back-off from 20 ms. */
  readonly retry?: PaxosRetry;
  /** A ballot without an answer fails after so long; null: never. Default 100. */
  readonly timeoutMs?: number | null;
  /** `by-hand`: every message waits until a person or the schedule delivers it; default `auto`. */
  readonly delivery?: 'auto' | 'by-hand';
  /** A process that delivers messages in this order; `delivery` must be `by-hand`. */
  readonly schedule?: PaxosSchedule;
  /** Names of the invariants that stop the run; all of them when missing. */
  readonly watch?: readonly string[];
  /** Names of rules that are switched off (mutants). */
  readonly broken?: readonly string[];
}

export interface PaxosProcessSetup {
  readonly id: Pid;
  /** Default: A, P or L (acceptor, proposer, learner) with the id. */
  readonly name?: string;
  readonly roles: readonly PaxosRole[];
  /** What a proposer wants to have chosen. */
  readonly value?: string;
  /** When it first proposes, ms after the beginning; null: when it is told to. Default 0. */
  readonly proposeMs?: number | null;
  /** When it starts; default 0; null: not by itself. */
  readonly startMs?: number | null;
  /** What this proposer does when its ballot has failed, if not what all do. */
  readonly retry?: PaxosPause;
}

export type PaxosRole = 'proposer' | 'acceptor' | 'learner';

export type PaxosRetry =
  | PaxosPause
  /** Only the leader proposes; the others forward to it, until they miss it for `leaseMs`. */
  | { readonly policy: 'leader'; readonly leaseMs: number };

/** How long a proposer waits, each by itself, before it begins another ballot. */
export type PaxosPause =
  /** Not by itself: somebody tells it. */
  | { readonly policy: 'by-hand' }
  | { readonly policy: 'immediate' }
  /** After `ms`. */
  | { readonly policy: 'fixed'; readonly ms: number }
  /** After a time drawn from [0, ms). */
  | { readonly policy: 'random'; readonly ms: number }
  /** After a time drawn from [0, ms · 2^k) after k failures. */
  | { readonly policy: 'exponential'; readonly ms: number };

/**
 * Rows such as `A1 → A2 prepare`: this request and its answer are delivered. The kinds are `prepare`
 * and `accept`, and `learn` for what a learner is told; `A1 decides` is the proposer's own step once a quorum has promised, and `A1 proposes`
 * makes it begin a ballot.
 */
export interface PaxosSchedule {
  readonly rows: readonly string[];
  /** After the last row it goes on with this one (0 is the first); missing: it is over. */
  readonly repeatFrom?: number;
  /** Between two rows; default 10. */
  readonly everyMs?: number;
}

/** What can be asked of Paxos alone. */
export type PaxosCondition =
  /** Nothing or something is chosen, or this value (in this ballot). */
  | {
      readonly chosen: 'any' | 'none' | { readonly value: string; readonly ballot?: number };
    }
  /** What the acceptors' promises and votes say of a value. */
  | {
      readonly prospect: {
        readonly value: string;
        readonly is: 'chosen' | 'possible' | 'impossible';
      };
    }
  /** The acceptor's highest promise is this ballot (0: none). */
  | { readonly promised: { readonly pid: Pid; readonly ballot: number } }
  /** The acceptor's newest vote is of this ballot (0: none), and for this value. */
  | {
      readonly accepted: {
        readonly pid: Pid;
        readonly ballot: number;
        readonly value?: string;
      };
    }
  /** The learner has learned something, or this value. */
  | { readonly learned: { readonly pid: Pid; readonly value?: string } }
  /** The proposer has begun this ballot or a later one. */
  | { readonly ballot: { readonly pid: Pid; readonly atLeast: number } }
  /** The schedule has delivered so many rows. */
  | { readonly rows: number }
  /** It is proved that the run can go on like this for ever. */
  | { readonly livelock: boolean }
  /** The proposer proposes this value in its present ballot (which is this one). */
  | {
      readonly proposes: { readonly pid: Pid; readonly value: string; readonly ballot?: number };
    };
