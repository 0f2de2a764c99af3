/** What runs in a client process on top of its ZooKeeper handle: zkCli, a recipe, a test's driver. */
import type { Sight } from '../kernel/model.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { OutputStream, ProgramView } from '../view/zookeeper.ts';
import type { OutsideReply } from '../protocols/outside/messages.ts';
import type { WallMs } from '../zookeeper/records/values.ts';
import type { ProgramNote } from './notes.ts';
import type { Call, CallResult, HandleState, WatchedEvent } from './calls.ts';

/** What a program is told. */
export type ProgramInput =
  /** Its process has started; the handle is not connected yet. */
  | { readonly kind: 'start' }
  /** A person typed a line. */
  | { readonly kind: 'line'; readonly text: string }
  /** A call (numbered from 0 in the order in which the program made them) has its result. */
  | { readonly kind: 'result'; readonly call: number; readonly result: CallResult }
  /** What came of what it asked a process outside. */
  | { readonly kind: 'reply'; readonly call: number; readonly reply: OutsideReply }
  /** The event thread calls a watcher [EventThread.processEvent]; once for each watcher. */
  | { readonly kind: 'event'; readonly watcher: string; readonly event: WatchedEvent }
  /** The time that it asked for is over. */
  | { readonly kind: 'wake' };

/** What a program may know besides what it is told. */
export interface Surroundings {
  readonly pid: Pid;
  /** Of its client. */
  readonly name: string;
  readonly state: HandleState;
  /** Its connect string, `host:port[,…]`, as the set-up names its servers. */
  readonly server: string;
  readonly sessionId: string;
  /** Of its sessions, ms, as wished for. */
  readonly timeout: number;
  /** By its machine's clock. */
  readonly now: WallMs;
  /** Virtual time, for waits alone. */
  readonly time: Micros;
}

/** Uniform in [0, 1), from the world's generator. */
export type Chance = () => number;

export interface OutputLine {
  readonly stream: OutputStream;
  readonly text: string;
  /** Its end was not printed: on a terminal the next text stands in the same line. */
  readonly open?: true;
  /** Of a hint: which one it is. */
  readonly code?: string;
}

/** What a program does about it. */
export interface ProgramStep<P> {
  readonly state: P;
  readonly calls?: readonly Call[];
  readonly output?: readonly OutputLine[];
  /** What it says of itself, in order. */
  readonly notes?: readonly ProgramNote[];
  /** To be told `wake` after so long; replaces an earlier wish. Infinity: no longer. */
  readonly wakeAfter?: Micros;
  /** The process is over: its handle is dropped as it is. */
  readonly exit?: boolean;
}

/**
 * A program is a pure function over plain data: `P` is shared by checkpoints and mixed into digests,
 * so it holds no functions. Nobody writes one by hand: a program is a generator, or several (`routines.ts`),
 * and `P` is the record of what they were given (`replayed.ts`).
 */
export interface Program<P = unknown> {
  readonly name: string;
  readonly initial: P;
  next(state: P, input: ProgramInput, around: Surroundings, chance: Chance): ProgramStep<P>;
  /** What stands before the cursor; '' while a command is under way. */
  prompt?(state: P, around: Surroundings): string;
  /** What its paths begin with at the server; without it, ''. */
  chroot?(state: P): string;
  /** What its parts do and wait for; without it nothing of that is shown. */
  shown?(state: P): readonly ProgramView[];
  /** Whether it is still at a line that it was given; without it, never. */
  busy?(state: P): boolean;
  /** What of it the next step depends on; without it, all that stands there. */
  essence?(state: P, sight: Sight): unknown;
}
