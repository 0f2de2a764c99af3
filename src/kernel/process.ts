import type { Liveness } from '../view/frame.ts';
import type { Latency } from '../view/intervention.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { Scope } from './machine/execute.ts';
import type { Table } from './machine/flatten.ts';
import type { ProcessState } from './model.ts';
import type { Pending } from './pending.ts';

/** Shared by all that have none: a copy of a world is as small as it can be. */
const NONE: readonly never[] = [];

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
  /** How long a sync takes, set by hand; null: the model's own. */
  diskLatency: Latency | null = null;
  /** Events that came while it was paused, in order. */
  backlog: readonly Pending[] = NONE;
  cfg: string | null = null;
  readonly pid: Pid;
  readonly tables: readonly Table[];
  disk: D;

  constructor(pid: Pid, tables: readonly Table[], disk: D) {
    this.pid = pid;
    this.tables = tables;
    this.disk = disk;
  }

  get s(): S | null {
    return this.scope === null ? null : this.scope.s;
  }

  get running(): boolean {
    return this.scope !== null;
  }

  timer(type: string): Pending | undefined {
    return this.timers[this.timerAt(type)];
  }

  /** Sets a timer to this pending event, in the place of one of its type; held, it stays so. */
  setTimer(event: Pending): void {
    const set = this.held.includes(event.type) ? event.at(event.time) : event;
    const at = this.timerAt(event.type);
    if (at === -1) this.timers.push(set);
    else this.timers[at] = set;
  }

  clearTimer(type: string): void {
    const at = this.timerAt(type);
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

  private timerAt(type: string): number {
    const { timers } = this;
    for (let at = 0; at < timers.length; at++) if (timers[at]?.type === type) return at;
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
    this.scope = null;
    this.timers = [];
    this.held = NONE;
    this.ports = NONE;
    this.backlog = NONE;
    this.diskFreeAt = 0;
  }

  clone(): Process<S, D> {
    const copy = new Process<S, D>(this.pid, this.tables, this.disk);
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
    return copy;
  }
}
