/**
 * The facts of Paxos: every rule key with its data. The page has a sentence for each key, in each
 * language; a lesson asserts them. Processes are pids; lists of them are written with their names.
 * (`started`, `crashed`, `paused`, `cut`, … are the kernel's own.)
 */
import { sayer } from '../../kernel/sayer.ts';
import { interestingDeeds } from '../../kernel/interesting.ts';
import type { Pid } from '../../view/time.ts';
import type { Ballot, Value } from './rules.ts';

/** The vote that a promise reports: ballot 0 and null when there is none. */
interface Reported {
  readonly accBallot: Ballot;
  readonly accValue: Value | null;
}

export interface PaxosFacts {
  // An acceptor
  /** It promises a ballot above `before`, and reports its newest vote. */
  readonly promised: Reported & { to: Pid; ballot: Ballot; before: Ballot };
  /** It has promised `promised` to `holder`, which is not below; `said`: the proposer is told. */
  readonly 'prepare-refused': {
    from: Pid;
    ballot: Ballot;
    promised: Ballot;
    holder: Pid | null;
    said: boolean;
  };
  /** It votes; before that it had promised `promised`. */
  readonly accepted: { from: Pid; ballot: Ballot; value: Value; promised: Ballot };
  readonly 'accept-refused': {
    from: Pid;
    ballot: Ballot;
    value: Value;
    promised: Ballot;
    holder: Pid | null;
    said: boolean;
  };
  /** The promise is on disk: now it is sent. */
  readonly 'promise-written': { to: Pid; ballot: Ballot };
  /** The vote is on disk: now it counts, and is sent. */
  readonly 'vote-written': { to: Pid; ballot: Ballot; value: Value | null };
  // A proposer
  /** Its ballot's number is on disk: now it may use it. */
  readonly 'ballot-written': { ballot: Ballot };
  /** It begins a ballot, the `rounds`-th since its start. */
  readonly 'ballot-begun': { ballot: Ballot; own: Value | null; rounds: number };
  readonly 'promise-counted': Reported & {
    from: Pid;
    ballot: Ballot;
    promises: number;
    needed: number;
  };
  /** A quorum (`by`) has promised and reports no vote: it proposes its own value. */
  readonly 'value-free': { ballot: Ballot; value: Value | null; by: string };
  /**
   * A quorum has promised: the highest vote reported is `from`'s, of ballot `accBallot`. `how` it
   * takes that: it `adopts` the value, which is the `same` as its own, or it `ignores` it.
   */
  readonly 'value-bound': Reported & {
    ballot: Ballot;
    value: Value | null;
    own: Value | null;
    by: string;
    from: Pid;
    how: 'adopts' | 'same' | 'ignores';
  };
  readonly 'vote-counted': {
    from: Pid;
    ballot: Ballot;
    value: Value;
    votes: number;
    needed: number;
  };
  /** It knows that its value is chosen; `lost`: another one than its client's. */
  readonly 'quorum-accepted': {
    ballot: Ballot;
    value: Value | null;
    own: Value | null;
    lost: boolean;
    by: string;
  };
  /** An acceptor has promised a higher ballot, `holder`'s: this one is given up. */
  readonly 'ballot-refused': {
    by: Pid;
    ballot: Ballot;
    promised: Ballot;
    holder: Pid | null;
    phase: number;
  };
  /** Too few have answered in time. */
  readonly 'ballot-timeout': { ballot: Ballot; phase: number; answers: number; needed: number };
  readonly 'backing-off': { policy: string; waitMs: number; failures: number };
  /**
   * An answer that changes nothing. `why`: the proposer has `moved` to another ballot, a quorum has
   * answered already (`enough`), the same came `twice`, or the ballot has been given up (`over`).
   */
  readonly 'late-ignored': { from: Pid; kind: string; ballot: Ballot; own: Ballot; why: string };
  // A leader
  readonly forwarded: { leader: Pid; value: Value };
  /** The leader was silent for its lease; `leader` is who is next, `leads` whether that is itself. */
  readonly 'leader-missed': { leader: Pid; leads: boolean; waitedMs: number };
  /** What the leader says was chosen; `lost`: another value than the own one. */
  readonly 'outcome-told': { value: Value | null; own: Value | null; lost: boolean };
  // A learner
  /** `from`: who said so; null when it has counted the votes itself. */
  readonly learned: { ballot: Ballot; value: Value; from: Pid | null };
  // A schedule
  /** The scheduler has delivered a row (the first is 1); `done` counts all since the start. */
  readonly 'row-delivered': { row: number; done: number };
}

/** Rules that deserve a mark on the timeline. */
export const interesting: ReadonlySet<string> = new Set<keyof PaxosFacts | (string & {})>([
  'ballot-begun',
  'value-free',
  'value-bound',
  'quorum-accepted',
  'accept-refused',
  'prepare-refused',
  'ballot-timeout',
  'leader-missed',
  'outcome-told',
  'learned',
  ...interestingDeeds,
]);

/** Rules worth reading while the run plays, each with the data that make it the same again. */
export const notable: ReadonlyMap<string, readonly string[]> = new Map<
  keyof PaxosFacts,
  readonly string[]
>([
  ['ballot-begun', ['ballot']],
  ['promised', ['ballot']],
  ['accepted', ['ballot']],
  ['prepare-refused', ['ballot']],
  ['accept-refused', ['ballot']],
  ['value-free', ['ballot']],
  ['value-bound', ['ballot']],
  ['quorum-accepted', ['value']],
  ['ballot-timeout', ['ballot']],
  ['leader-missed', ['leader']],
  ['outcome-told', ['value']],
  ['learned', ['value']],
]);

/** Says a fact. */
export const say = sayer<PaxosFacts>();
