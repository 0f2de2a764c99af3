import type { Liveness } from '../view/frame.ts';
import type { Latency } from '../view/intervention.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { Scope } from './machine/execute.ts';
import type { Machine, ProcessState } from './model.ts';
import type { Pending } from './pending.ts';

/** Shared by all that have none: a copy of a world is as small as it can be. */
const NONE: readonly never[] = [];

/** A machine in its process; a spawned one has a key. */
export interface Part {
  readonly machine: Machine;
  readonly key: number;
}

/**
 * A process: its machines' places, its volatile state, its timers, its disk. What seldom changes is
 * replaced whole, so that copies share it.
 */
export class Process<S, D> implements ProcessState<S, D> {
  liveness: Liveness = 'off';
  /** Grows at each start and crash: what was meant for an earlier life is void. */
  life = 0;
  /** Leaf state of each machine; empty while down. */
  leaves: readonly number[] = NONE;
  /** The state, in the holder that its machines share; null while down. */
  scope: Scope<S> | null = null;
  /** Timers that are set: at most one of a type. */
  timers: Pending[] = [];
  /** Types of the timers that are set and held by hand: the queue does not know their events. */
  held: readonly string[] = NONE;
  ports: readonly string[] = NONE;
  /** Syncs under way are in order: the next one starts when the last one is done. */
  diskFreeAt: Micros = 0;
  /** Syncs begun, for a `listed` latency. */
  syncs = 0;
  /** When each sync under way was asked for, in order. */
  begun: readonly Micros[] = NONE;
  /** How long a sync takes, set by hand; null: the model's own. */
  diskLatency: Latency | null = null;
  /** Events that came while it was paused, in order. */
  backlog: readonly Pending[] = NONE;
  cfg: string | null = null;
  /** Its machine has no power: nobody was told that it is gone. */
  dark = false;
  /** How far its machine's wall clock was set ahead by hand, ms. */
  clock = 0;
  readonly pid: Pid;
  /** Its own machines, then those that it has spawned. */
  parts: readonly Part[];
  disk: D;

  constructor(pid: Pid, parts: readonly Part[], disk: D) {
    this.pid = pid;
    this.parts = parts;
    this.disk = disk;
  }

  get s(): S | null {
    return this.scope === null ? null : this.scope.s;
  }

  get running(): boolean {
    return this.scope !== null;
  }

  timer(type: string, key = 0): Pending | undefined {
    return this.timers[this.timerAt(type, key)];
  }

  /** Sets a timer to this pending event, in the place of one of its type; held, it stays so. */
  setTimer(event: Pending): void {
    const set = this.held.includes(event.type) ? event.at(event.time) : event;
    const at = this.timerAt(event.type, event.ref);
    if (at === -1) this.timers.push(set);
    else this.timers[at] = set;
  }

  clearTimer(type: string, key = 0): void {
    const at = this.timerAt(type, key);
    if (at !== -1) this.timers.splice(at, 1);
    this.free(type);
  }

  /** Keeps a timer that is set from running out, until it is freed, cleared or the process ends. */
  hold(type: string): void {
    const event = this.timer(type);
    if (event === undefined) return;
    this.held = [...this.held, type];
    this.setTimer(event);
  }

  /** Whoever frees a timer sets it to an event that the queue knows, or clears it. */
  free(type: string): void {
    if (this.held.includes(type)) this.held = this.held.filter((each) => each !== type);
  }

  private timerAt(type: string, key: number): number {
    const { timers } = this;
    for (let at = 0; at < timers.length; at++) {
      const timer = timers[at];
      if (timer?.type === type && timer.ref === key) return at;
    }
    return -1;
  }

  /** Whether the pending timer event is still the one that is set. */
  timerIs(event: Pending): boolean {
    return this.timers.includes(event);
  }

  /** Puts an event aside until the process goes on. */
  wait(event: Pending): void {
    this.backlog = [...this.backlog, event];
  }

  /** Takes what was put aside. */
  takeBacklog(): readonly Pending[] {
    const { backlog } = this;
    this.backlog = NONE;
    return backlog;
  }

  /** One of its machines is in another leaf state. */
  move(machine: number, leaf: number): void {
    if (this.leaves[machine] !== leaf) this.leaves = this.leaves.with(machine, leaf);
  }

  /** One more machine, which rests in this leaf. */
  add(part: Part, leaf: number): void {
    this.parts = [...this.parts, part];
    this.leaves = [...this.leaves, leaf];
  }

  /** Ends a spawned machine, and its timers. */
  remove(key: number): void {
    const at = this.partOf(key);
    if (at === -1) return;
    this.parts = this.parts.toSpliced(at, 1);
    this.leaves = this.leaves.toSpliced(at, 1);
    this.timers = this.timers.filter(({ ref }) => ref !== key);
  }

  /** Where its spawned machine of this key stands; -1 without one. */
  partOf(key: number): number {
    const { parts } = this;
    for (let at = parts.length - 1; at >= 0; at--) {
      const part = parts[at]?.key;
      if (part === key) return at;
      // Its own ones come first.
      if (part === 0) break;
    }
    return -1;
  }

  /** A new life with this state; its machines are still to be entered. */
  start(s: S): void {
    this.liveness = 'up';
    this.life++;
    this.scope = { s };
  }

  /** Loses all that is not on disk. */
  stop(liveness: 'crashed' | 'off'): void {
    this.liveness = liveness;
    this.life++;
    this.leaves = NONE;
    if (this.parts.at(-1)?.key !== 0) this.parts = this.parts.filter(({ key }) => key === 0);
    this.scope = null;
    this.timers = [];
    this.held = NONE;
    this.ports = NONE;
    this.backlog = NONE;
    this.diskFreeAt = 0;
    this.begun = NONE;
  }

  clone(): Process<S, D> {
    const copy = new Process<S, D>(this.pid, this.parts, this.disk);
    copy.liveness = this.liveness;
    copy.life = this.life;
    copy.leaves = this.leaves;
    copy.scope = this.scope === null ? null : { s: this.scope.s };
    copy.timers = this.timers.slice();
    copy.held = this.held;
    copy.ports = this.ports;
    copy.diskFreeAt = this.diskFreeAt;
    copy.syncs = this.syncs;
    copy.diskLatency = this.diskLatency;
    copy.backlog = this.backlog;
    copy.cfg = this.cfg;
    copy.dark = this.dark;
    copy.clock = this.clock;
    copy.begun = this.begun;
    return copy;
  }
}
