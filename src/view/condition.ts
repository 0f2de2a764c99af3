import type { FactValue } from './fact.ts';
import type { Pid } from './time.ts';

/** The fields of a znode's stat. */
export type StatField =
  | 'czxid'
  | 'mzxid'
  | 'pzxid'
  | 'ctime'
  | 'mtime'
  | 'version'
  | 'cversion'
  | 'aversion'
  | 'ephemeralOwner'
  | 'dataLength'
  | 'numChildren';

/** Which facts are meant: those with this rule and, if named, of this process and with these values. */
export interface FactAsked {
  readonly rule: string;
  readonly pid?: Pid;
  /** Values among the fact's own; one that is not named may be anything. */
  readonly data?: Readonly<Record<string, FactValue>>;
  /** Just so many such facts; missing: one or more. */
  readonly times?: number;
  /** Only those that came so many ms after the step's beginning, from the first to the second number. */
  readonly betweenMs?: readonly [number, number];
}

/** Of so many servers a majority `is` so many. */
export interface MajorityAsked {
  readonly of: number;
  readonly is: number;
  /** So many may crash, and there is still a majority. */
  readonly survives: number;
  /** Any two majorities have so many servers in common, or more. */
  readonly shared: number;
}

/**
 * A question to the present world, used by "run until", by a lesson's steps and by expectations.
 * `state`, `fact` and `violated` work in every protocol; the others need what they name.
 */
export type Condition =
  /** The process is in this state (`LOOKING`, …, or `CRASHED`, `PAUSED`). */
  | { readonly state: { readonly pid: Pid; readonly is: string } }
  /** This process leads and is established; `any`: some process does; `none`: nobody does. */
  | { readonly leader: Pid | 'any' | 'none' }
  /** The process shows this zxid or a larger one, written `2·7` or `0x200000007`. */
  | { readonly zxid: { readonly pid: Pid; readonly atLeast: string } }
  /** The process's vote names this candidate. */
  | { readonly vote: { readonly pid: Pid; readonly leader: Pid } }
  | { readonly epoch: { readonly pid: Pid; readonly current: number } }
  | { readonly serving: Pid }
  /** So many election notifications have been sent to other servers since the start. */
  | { readonly notifications: number }
  /** Paxos: nothing or something is chosen, or this value (in this ballot). */
  | {
      readonly chosen: 'any' | 'none' | { readonly value: string; readonly ballot?: number };
    }
  /** Paxos: what the acceptors' promises and votes say of a value. */
  | {
      readonly prospect: {
        readonly value: string;
        readonly is: 'chosen' | 'possible' | 'impossible';
      };
    }
  /** Paxos: the acceptor's highest promise is this ballot (0: none). */
  | { readonly promised: { readonly pid: Pid; readonly ballot: number } }
  /** Paxos: the acceptor's newest vote is of this ballot (0: none), and for this value. */
  | {
      readonly accepted: {
        readonly pid: Pid;
        readonly ballot: number;
        readonly value?: string;
      };
    }
  /** Paxos: the learner has learned something, or this value. */
  | { readonly learned: { readonly pid: Pid; readonly value?: string } }
  /** Paxos: the proposer has begun this ballot or a later one. */
  | { readonly ballot: { readonly pid: Pid; readonly atLeast: number } }
  /**
   * So many messages since the start: in Paxos those that came from one process to another, in
   * ZooKeeper those that servers took or sent, pings left out.
   */
  | { readonly messages: number }
  /** Paxos: the schedule has delivered so many rows. */
  | { readonly rows: number }
  /** Paxos: it is proved that the run can go on like this for ever. */
  | { readonly livelock: boolean }
  /**
   * ZooKeeper: the node is in the tree, or not. This and what else is asked of a tree holds of the
   * named server, or else of every one that runs (when none does: of what each one's disk would give).
   */
  | { readonly node: { readonly path: string; readonly exists: boolean; readonly server?: Pid } }
  /** ZooKeeper: the node's data is this text (null: no data). */
  | {
      readonly nodeData: {
        readonly path: string;
        readonly is: string | null;
        readonly server?: Pid;
      };
    }
  /** ZooKeeper: a field of the node's stat, numbers as numbers, zxids as `0·7`. */
  | {
      readonly stat: {
        readonly path: string;
        readonly field: StatField;
        readonly is: number | string;
        readonly server?: Pid;
      };
    }
  /**
   * ZooKeeper: the session that this client's handle has (or had) is alive at a server (this one), or
   * over; alive with this negotiated timeout.
   */
  | {
      readonly session: {
        readonly pid: Pid;
        readonly is: 'alive' | 'over';
        readonly timeoutMs?: number;
        readonly server?: Pid;
      };
    }
  /** ZooKeeper: what the client's program has printed contains this text. */
  | { readonly output: { readonly pid: Pid; readonly contains: string } }
  /** ZooKeeper: the client's program has carried out every line that it was given. */
  | { readonly answered: Pid }
  /** ZooKeeper: these lines, and no others, stand on the client's standard output. */
  | { readonly printed: { readonly pid: Pid; readonly lines: readonly string[] } }
  /** ZooKeeper: watchers of the client have been called so many times or more. */
  | { readonly watchesFired: { readonly pid: Pid; readonly atLeast: number } }
  /** ZooKeeper: the transaction with this zxid stands in the log on the server's disk. */
  | { readonly logged: { readonly pid: Pid; readonly zxid: string } }
  /** ZooKeeper: just so many messages of this kind (`PROPOSAL`, `ACK`, …) are under way between the two. */
  | {
      readonly underWay: {
        readonly from: Pid;
        readonly to: Pid;
        readonly kind: string;
        readonly count: number;
      };
    }
  /**
   * ZooKeeper: a request with this op stands before this stage of the pipeline (`commit`: it waits for
   * its commit, or for one before it), of any server or of this one; without an op, one that a program asked: no ping, nothing that a client's library or
   * the server does by itself.
   */
  | {
      readonly atStage: {
        readonly stage: 'prep' | 'sync' | 'flush' | 'commit' | 'final';
        readonly op?: string;
        readonly server?: Pid;
      };
    }
  /** Paxos: the proposer proposes this value in its present ballot (which is this one). */
  | {
      readonly proposes: { readonly pid: Pid; readonly value: string; readonly ballot?: number };
    }
  /** The invariant of this name has broken. */
  | { readonly violated: string }
  /** Counter: the server's counter has this value; of a server that is down, its disk's. */
  | { readonly counter: number }
  /** Counter: so many calls of this caller have come to this, as far as it knows. */
  | {
      readonly calls: {
        readonly pid: Pid;
        readonly outcome: 'waiting' | 'success' | 'failure' | 'unknown';
        readonly count: number;
      };
    }
  /** Counter: the newest calls carried out came from these callers, in this order. */
  | { readonly arrivals: readonly Pid[] }
  /** Arithmetic, whatever the run. */
  | { readonly majority: MajorityAsked }
  /** Virtual time since the start, in ms, has been reached. */
  | { readonly timeMs: number }
  /** Virtual time since the present lesson step began, in ms. */
  | { readonly elapsedMs: number }
  /** Such a fact came up since the present lesson step began. */
  | { readonly fact: FactAsked }
  /** Nothing is pending but pings and waiting. */
  | { readonly quiet: true }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };
