import type { Fact, FactValue } from '../view/fact.ts';
import type { Liveness, MessageShape } from '../view/frame.ts';
import type { Intervention, Latency } from '../view/intervention.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { Table } from './machine/flatten.ts';

/**
 * A machine of a process, and what it claims: an event goes to the machines that name its type and, when
 * it comes through a connection, claim the connection's port or this type whatever the port. The others
 * only look whether the state that they share has changed for them.
 */
export interface Machine {
  readonly table: Table;
  /** Whose messages and news are its own; left out: those of ports that no other one claims. */
  readonly ports?: readonly string[];
  /** Types that are its own, through whichever port they come. */
  readonly types?: readonly string[];
}

/** A message between processes: plain immutable data; `type` is the receiver's event type. */
export interface Message {
  readonly type: string;
}

/**
 * All that a handler (an action of a machine) may see and do beyond its state and its event.
 * Effects take place after the step, in the order given.
 */
export interface Io {
  readonly now: Micros;
  /** How long the sync took that the present event tells of, µs; 0 for other events. */
  readonly took: Micros;
  /** How far the wall clock of its machine was set ahead by hand, ms; `now` and timers know nothing of it. */
  readonly clock: number;
  readonly self: Pid;
  /** Of the spawned machine that speaks; 0 for a process's own ones. */
  readonly key: number;
  /** Whether facts are wanted; building one for nobody is a waste. */
  readonly explaining: boolean;
  /** Uniform in [0, 1), from the world's generator. */
  random(): number;
  /** On an open TCP connection; nothing happens (as with a socket just broken) when it is gone. */
  send(connection: number, message: Message): void;
  /**
   * Over a FIFO channel (LINK_UP/LINK_DOWN) or as a datagram, as the model's `nature` says. Nothing
   * happens when the link is cut or, on a FIFO channel, the other process is down.
   */
  sendTo(to: Pid, message: Message): void;
  /**
   * For a process that plays the network's whims (a scheduler, an adversary): the newest held message
   * of one of these types on a link leaves now and arrives after so long.
   * @returns whether there was one
   */
  deliver(from: Pid, to: Pid, types: readonly string[], travels: Micros): boolean;
  /** … the newest held datagram of one of these types on a link is lost. @returns whether there was one */
  drop(from: Pid, to: Pid, types: readonly string[]): boolean;
  /**
   * Opens a TCP connection to another process; the number is known at once, but nothing can be sent
   * before `CONNECTED`. Instead of that the dialler may get `CLOSED` with reason `refused` (nobody
   * listens) or `reset`, or nothing at all (cut: use a timer).
   */
  dial(to: Pid, port: string): number;
  /** The other end gets `CLOSED` (`closed`) after what was sent before; what it had sent is lost. */
  close(connection: number): void;
  listen(port: string): void;
  unlisten(port: string): void;
  /** The event of this type comes after `delay`, in whole µs; setting it again replaces it. */
  setTimer(type: string, delay: Micros): void;
  clearTimer(type: string): void;
  /**
   * Enters one more machine of the model's `spawned` ones, once the present step's other machines rest.
   * It takes every event of the connection `key`, and timers that it has set itself; it ends with
   * {@link stop} or with its process.
   * @param key the number of an open connection: two machines of a process cannot have the same one
   */
  spawn(name: string, key: number): void;
  /** Ends a spawned machine, its timers too, once the present step's machines rest. */
  stop(key: number): void;
  /**
   * Makes `disk` the content of the process's disk after one sync (syncs are in order), then sends
   * the event `type` with `data`. A loss of power before that leaves the disk as it was; whoever kills
   * the process alone does not keep the operating system from writing it.
   */
  persist(disk: unknown, type: string, data?: unknown): void;
  /**
   * Says what the present step did, to whoever looks at this step alone ({@link Change.did}): the next
   * one depends on nothing of it, so it is not in the state.
   */
  did(what: unknown): void;
  /** Says what happened and why; its cause is what caused the present step. */
  explain(rule: string, data?: Readonly<Record<string, FactValue>>): void;
}

/**
 * The event a machine gets; not to be kept, for it knows its world. Which fields are set depends on `type`: messages have `from`,
 * `connection` (0 for none) with its `port`, and `message`; `CONNECTED` and `CLOSED` have `from` (the peer),
 * `connection`, `port`, and `reason` or `dialled`; LINK_UP and LINK_DOWN have `from`; disk events
 * and inputs have `data`.
 */
export interface KernelEvent<M = unknown> {
  readonly type: string;
  readonly io: Io;
  readonly from: Pid;
  readonly connection: number;
  readonly message: M;
  readonly port: string;
  readonly reason: string;
  readonly dialled: boolean;
  readonly data: unknown;
}

/** A process as invariants and projections see it. */
export interface ProcessState<S = unknown, D = unknown> {
  readonly pid: Pid;
  readonly liveness: Liveness;
  /** The protocol's state; null while it is down. */
  readonly s: S | null;
  readonly disk: D;
  /** Its file of settings as somebody has written it; null: still the one of the set-up. */
  readonly cfg: string | null;
  /** Its machine has lost its power, and nobody was told. */
  readonly dark: boolean;
  /** How far its machine's wall clock was set ahead by hand, ms. */
  readonly clock: number;
  /** Leaf state of each of its machines, as an index into the machine's table; [] while down. */
  readonly leaves: readonly number[];
}

/** A world as invariants and projections see it. */
export interface WorldState<S = unknown, D = unknown, G = unknown> {
  readonly time: Micros;
  readonly step: number;
  readonly processes: readonly ProcessState<S, D>[];
  /** History variables: what the protocol remembers of the run for its invariants. */
  readonly ghost: G;
}

/** What the last step did to one process. */
export interface Change<S = unknown, D = unknown> {
  readonly pid: Pid;
  /** What its rules said that they did, in their order: the protocol's own. */
  readonly did: readonly unknown[];
  readonly before: S | null;
  readonly after: S | null;
  readonly diskBefore: D;
  readonly diskAfter: D;
}

/** A named predicate over worlds, checked after each step that changed a process or said what it did. */
export interface Invariant<S = unknown, D = unknown, G = unknown> {
  readonly name: string;
  /** @returns null when it holds, otherwise what broke it, in plain English */
  check(world: WorldState<S, D, G>, change: Change<S, D>): string | null;
}

/** How a message is drawn and named. */
export interface MessageDescription {
  readonly kind: string;
  readonly shape: MessageShape;
  readonly claim: number | null;
  readonly label: string;
  readonly short: string;
  readonly routine: boolean;
}

/** Files that processes read when they start, and at no other time. */
export interface Configuration {
  has(pid: Pid): boolean;
  /** What in such a file ends its process as soon as it starts; null: nothing. */
  fault(text: string, pid: Pid): Readonly<Record<string, FactValue>> | null;
}

/** How a situation looks from now on: what names and times in a state mean, however they came about. */
export interface Sight {
  /** µs from now until then; negative: that long ago. */
  from(time: Micros): Micros;
  /** A connection by whom it joins, and its age only among those of the same two; 0: none. */
  connection(id: number): number;
  /** The state of a process, for names that are its own; null while it is down. */
  state(pid: Pid): unknown;
}

/** What of a protocol's states the next step depends on. */
export interface Essence<S, D, G> {
  state(s: S, sight: Sight): unknown;
  /** Of what a disk holds; left out: all. */
  disk?(disk: D, sight: Sight): unknown;
  /** What a completed write tells its process; left out: all that stands in it. */
  told?(data: unknown, s: S, sight: Sight): unknown;
  /** Of a message on its way; left out: all. */
  message?(message: Message, from: Pid, to: Pid, sight: Sight): unknown;
  /** What the invariants still need of the past. */
  ghost(world: WorldState<S, D, G>, sight: Sight): unknown;
}

/**
 * A protocol with its configuration, ready to run. `S` is the immutable state of a process, `D`
 * its disk's content, `G` the history variables.
 */
export interface Model<S = unknown, D = unknown, G = unknown> {
  readonly name: string;
  readonly pids: readonly Pid[];
  /** Those that are not shown: they play the network's whims. Default: none. */
  readonly backstage?: ReadonlySet<Pid>;
  /** Those that are shown only from when they start until they are stopped in order. Default: none. */
  readonly spare?: ReadonlySet<Pid>;
  /** `S1`, `A3`. */
  nameOf(pid: Pid): string;
  /** The machines of a process; they share its state. The first one gives its state word. */
  machines(pid: Pid): readonly Machine[];
  /** Machines that a process may have several of, made and ended while it runs, by name; default: none. */
  readonly spawned?: Readonly<Record<string, Machine>>;
  /** How `sendTo` travels; `none`: the protocol only uses connections. */
  readonly nature: 'fifo' | 'datagram' | 'none';
  /** Datagrams wait, held, until somebody delivers them; default false. */
  readonly byHand?: boolean;
  readonly latency: Latency;
  /** Links with a latency of their own, keyed by {@link linkKey}. */
  readonly links: ReadonlyMap<number, Latency>;
  readonly diskLatency: Latency;
  initialDisk(pid: Pid): D;
  /** What a wiped disk holds. */
  blankDisk(pid: Pid): D;
  /** What a disk holds when the power goes while `next` is being written; left out: what it had. */
  torn?(disk: D, next: D): D;
  /** Those that keep nothing on a disk. Default: none. */
  readonly diskless?: ReadonlySet<Pid>;
  /** Processes with a file of settings; without it, none. */
  readonly configuration?: Configuration;
  /**
   * The state of a process that starts with this disk; its machines are entered with `START`.
   * @param cfg its file of settings, when somebody has written one that has no fault
   */
  boot(pid: Pid, disk: D, cfg: string | null): S;
  readonly initialGhost: G;
  /** The history after a change. Must be cheap when nothing of interest changed. */
  remember(ghost: G, world: WorldState<S, D, G>, change: Change<S, D>): G;
  /** The history after somebody has done something to the world; without it that leaves none. */
  heed?(ghost: G, world: WorldState<S, D, G>, what: Intervention): G;
  readonly invariants: readonly Invariant<S, D, G>[];
  /** Left out: the next step depends on all of a state and of the history. */
  readonly essence?: Essence<S, D, G>;
  describe(message: Message, from: Pid, to: Pid): MessageDescription;
  /** Whether a timer, disk or network event is routine (hidden unless asked for). */
  routine(type: string): boolean;
}

/** The key of an ordered pair of processes; pids are below 2¹⁶. */
export const linkKey = (from: Pid, to: Pid): number => from * 65536 + to;

/** A broken invariant. */
export interface Violation {
  readonly invariant: string;
  readonly step: number;
  readonly text: string;
  readonly facts: readonly Fact[];
}
