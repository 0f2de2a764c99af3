/** What runs in a client process on top of its ZooKeeper handle: zkCli, a recipe, a test's driver. */
import type { Micros } from '../view/time.ts';
import type { OutputStream } from '../view/zookeeper.ts';
import type { WallMs } from '../zookeeper/records/values.ts';
import type { Call, CallResult, HandleState, WatchedEvent } from './calls.ts';

/** What a program is told. */
export type ProgramInput =
  /** Its process has started; the handle is not connected yet. */
  | { readonly kind: 'start' }
  /** A person typed a line. */
  | { readonly kind: 'line'; readonly text: string }
  /** A call (numbered from 0 in the order in which the program made them) has its result. */
  | { readonly kind: 'result'; readonly call: number; readonly result: CallResult }
  /** The event thread calls a watcher [EventThread.processEvent]; once for each watcher. */
  | { readonly kind: 'event'; readonly watcher: string; readonly event: WatchedEvent }
  /** The time that it asked for is over. */
  | { readonly kind: 'wake' };

/** What a program may know besides what it is told. */
export interface ProgramView {
  readonly state: HandleState;
  /** Its connect string, `host:port[,…]`, as the set-up names its servers. */
  readonly server: string;
  readonly sessionId: string;
  /** Of its sessions, ms, as wished for. */
  readonly timeout: number;
  readonly now: WallMs;
}

export interface OutputLine {
  readonly stream: OutputStream;
  readonly text: string;
  /** Of a hint: which one it is. */
  readonly code?: string;
}

/** What a program does about it. */
export interface ProgramStep<P> {
  readonly state: P;
  readonly calls?: readonly Call[];
  readonly output?: readonly OutputLine[];
  /** To be told `wake` after so long; replaces an earlier wish. Infinity: no longer. */
  readonly wakeAfter?: Micros;
  /** The process is over: its handle is dropped as it is. */
  readonly exit?: boolean;
}

/**
 * A program is a pure function over plain data: `P` is copied by checkpoints and mixed into digests,
 * so it holds no functions. Whoever prefers to write a command as a generator of calls keeps in `P`
 * what was typed and the results so far, and looks the live generator up by that record (a WeakMap),
 * running a fresh one through the results when there is none.
 */
export interface Program<P = unknown> {
  readonly name: string;
  readonly initial: P;
  next(state: P, input: ProgramInput, view: ProgramView): ProgramStep<P>;
  /** What stands before the cursor; '' while a command is under way. */
  prompt?(state: P, view: ProgramView): string;
  /** What its paths begin with at the server; without it, ''. */
  chroot?(state: P): string;
  /** Whether it is still at a line that it was given; without it, never. */
  busy?(state: P): boolean;
}
