/** What a program asks for while it runs, step by step; each step is a yield of its generator. */
import type { Micros, Pid } from '../view/time.ts';
import type { OutputStream } from '../view/zookeeper.ts';
import type { OutsideReply, OutsideRequest } from '../protocols/outside/messages.ts';
import type { SessionId, WallMs } from '../zookeeper/records/values.ts';
import type { ProgramNote } from './notes.ts';
import type { Call, CallResult, HandleState, KeeperState, WatchedEvent } from './calls.ts';

/** A call that it has made: its calls are numbered from 0. */
export type Ticket = number;

/** What a program may wait for. */
export type Wait =
  /** The result of one of its calls; without a ticket, of any of them. */
  | { readonly kind: 'result'; readonly call?: Ticket }
  /** What came of what it asked a process outside; without a ticket, any of them. */
  | { readonly kind: 'reply'; readonly call?: Ticket }
  /** Its watcher of this name is called; without a name, any of them. */
  | { readonly kind: 'event'; readonly watcher?: string }
  /** News of the session [WatchedEvent of type None]. */
  | { readonly kind: 'session' }
  /** A person types a line. */
  | { readonly kind: 'line' }
  /** Virtual time passes; `work`: it is busy meanwhile. */
  | { readonly kind: 'time' | 'work'; readonly lasts: Micros };

/** What it has waited for; `which`: the place of the wait among those that it named. */
export type Heard = { readonly which: number } & (
  | { readonly kind: 'result'; readonly call: Ticket; readonly result: CallResult }
  | { readonly kind: 'reply'; readonly call: Ticket; readonly reply: OutsideReply }
  | { readonly kind: 'event'; readonly watcher: string; readonly event: WatchedEvent }
  | { readonly kind: 'session'; readonly watcher: string; readonly state: KeeperState }
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'time' | 'work' }
);

/** Who it is. */
export interface Identity {
  readonly pid: Pid;
  /** Of its client. */
  readonly name: string;
  /** `0x0` without one. */
  readonly session: SessionId;
}

export type Asking =
  | {
      readonly ask: 'print';
      readonly stream: Exclude<OutputStream, 'in' | 'hint'>;
      readonly text: string;
    }
  /** Names what it does now, for whoever looks on. */
  | { readonly ask: 'step'; readonly name: string }
  /** Says something of itself, for whoever looks on. */
  | { readonly ask: 'note'; readonly note: ProgramNote }
  /** A call without waiting for what comes of it. Given its ticket. */
  | { readonly ask: 'call'; readonly call: Call }
  /** Waits for the first of these. Given {@link Heard}. */
  | { readonly ask: 'wait'; readonly for: readonly Wait[] }
  /** What state the handle is in now. */
  | { readonly ask: 'state' }
  /** Uniform in [0, 1), from the world's generator. */
  | { readonly ask: 'random' }
  /** ms, by its machine's clock. */
  | { readonly ask: 'clock' }
  | { readonly ask: 'identity' }
  /** The process ends here; the step after it never comes. */
  | { readonly ask: 'exit' };

/** What a step is given; `print`, `step` and `note` are given nothing. */
export type Given = Heard | Identity | HandleState | number;

export type Steps<T = void> = Generator<Asking, T, Given | undefined>;

/** Prints a line on standard output. */
export function* out(text: string): Steps {
  yield { ask: 'print', stream: 'out', text: `${text}\n` };
}

/** Prints a line on standard error. */
export function* err(text: string): Steps {
  yield { ask: 'print', stream: 'err', text: `${text}\n` };
}

/** Leaves the line open: whatever is printed next goes on in it. */
export function* part(text: string): Steps {
  yield { ask: 'print', stream: 'out', text };
}

export function* submit(call: Call): Steps<Ticket> {
  return (yield { ask: 'call', call }) as Ticket;
}

export function* firstOf(...waits: readonly Wait[]): Steps<Heard> {
  return (yield { ask: 'wait', for: waits }) as Heard;
}

export function* resultOf(call: Ticket): Steps<CallResult> {
  const heard = (yield* firstOf({ kind: 'result', call })) as Heard & { readonly kind: 'result' };
  return heard.result;
}

/** Asks a process outside ZooKeeper. @param to its name */
export function* ask(to: string, request: OutsideRequest, timeoutMs: number): Steps<OutsideReply> {
  const call = yield* submit({ kind: 'ask', to, request, timeoutMs });
  return ((yield* firstOf({ kind: 'reply', call })) as Heard & { readonly kind: 'reply' }).reply;
}

export function* handleState(): Steps<HandleState> {
  return (yield { ask: 'state' }) as HandleState;
}

/** Says what it does now. */
export function* step(name: string): Steps {
  yield { ask: 'step', name };
}

export function* note(what: ProgramNote): Steps {
  yield { ask: 'note', note: what };
}

/** Uniform in [0, 1). */
export function* random(): Steps<number> {
  return (yield { ask: 'random' }) as number;
}

/** ms, by its machine's clock. */
export function* clock(): Steps<WallMs> {
  return (yield { ask: 'clock' }) as WallMs;
}

export function* identity(): Steps<Identity> {
  return (yield { ask: 'identity' }) as Identity;
}

/** Does nothing for so long. */
export function* sleep(lasts: Micros): Steps {
  yield* firstOf({ kind: 'time', lasts });
}

/** Does something of its own that takes so long. */
export function* work(lasts: Micros): Steps {
  yield* firstOf({ kind: 'work', lasts });
}

/** Waits until its watcher of this name is called. */
export function* eventAt(watcher: string): Steps<WatchedEvent> {
  return ((yield* firstOf({ kind: 'event', watcher })) as Heard & { readonly kind: 'event' }).event;
}
