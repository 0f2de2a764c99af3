import type { Liveness } from '../view/frame.ts';
import type { Latency } from '../view/intervention.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { Scope } from './machine/execute.ts';
import { Holder } from './holder.ts';
import type { Machine, ProcessState } from './model.ts';
import type { Pending } from './pending.ts';
import { Routes } from './routes.ts';

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
  /** Leaf state of each machine; empty while down. Nearly every step moves one: changed in its place. */
  leaves: number[] = [];
  /** The state, in the holder that its machines share; null while down. */
  scope: Scope<S> | null = null;
  /** Timers that are set: at most one of a type. */
  timers: Pending[] = [];
  /**
   * By the same places, what the queue has for a timer where that is not the event that is set: one that
   * was set before and comes earlier, or (null) none.
   */
  private queued: readonly (Pending | null | undefined)[] = NONE;
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
  /** Which events its own machines claim. */
  readonly routes: Routes;
  /** By the places of the machines: the state at which each has last looked in vain for something to do. */
  private looked: readonly (S | null)[] = NONE;
  disk: D;

  constructor(
    pid: Pid,
    parts: readonly Part[],
    disk: D,
    routes = new Routes(parts.map(({ machine }) => machine)),
  ) {
    this.pid = pid;
    this.parts = parts;
    this.disk = disk;
    this.routes = routes;
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

  /**
   * Sets a timer to this event, in the place of one of its type; held, it stays so.
   * @returns whether the queue has to know it. Most timers are set again with each message, long before
   *   they are due: what the queue has for them comes earlier, and finds then when they are ({@link postponed})
   */
  setTimer(event: Pending): boolean {
    const at = this.timerAt(event.type, event.ref);
    const isHeld = this.held.length !== 0 && this.held.includes(event.type);
    const known = at === -1 || isHeld ? null : this.queuedAt(at);
    const isEarly = known !== null && known.time <= event.time;
    const place = at === -1 ? this.timers.length : at;
    this.timers[place] = event;
    this.setQueued(place, isEarly ? known : isHeld ? null : undefined);
    return !isEarly && !isHeld;
  }

  /** What the queue has for the timer in a place. */
  private queuedAt(at: number): Pending | null {
    const known = this.queued[at];
    return known === undefined ? (this.timers[at] ?? null) : known;
  }

  private setQueued(at: number, event: Pending | null | undefined): void {
    if (event === undefined && at >= this.queued.length) return;
    const queued = this.queued === NONE ? [] : (this.queued as (Pending | null | undefined)[]);
    while (queued.length < at) queued.push(undefined);
    queued[at] = event;
    this.queued = queued;
  }

  /**
   * An event that the queue had comes when its timer has been set again.
   * @returns what the queue has for it from now on; null: the event means nothing any more
   */
  postponed(event: Pending): Pending | null {
    const at = this.queued.indexOf(event);
    if (at === -1) return null;
    this.setQueued(at, undefined);
    return this.timers[at] ?? null;
  }

  /** What will run out by itself: all timers but those that are held, and those that wait in the backlog. */
  runningTimers(): readonly Pending[] {
    const { timers, held, backlog } = this;
    if (held.length === 0 && backlog.length === 0) return timers;
    return timers.filter((event) => !held.includes(event.type) && !backlog.includes(event));
  }

  /** The queue has forgotten what it had for timers. @returns what it is to have */
  requeued(): readonly Pending[] {
    const running = this.runningTimers();
    this.queued = NONE;
    this.timers.forEach((event, at) => {
      if (!running.includes(event)) this.setQueued(at, null);
    });
    return running;
  }

  clearTimer(type: string, key = 0): void {
    const at = this.timerAt(type, key);
    if (at !== -1) this.dropTimer(at);
    this.free(type);
  }

  private dropTimer(at: number): void {
    // By hand: what is taken out would be a list.
    for (let next = at + 1; next < this.timers.length; next++)
      this.timers[next - 1] = this.timers[next] as Pending;
    this.timers.pop();
    if (at < this.queued.length) this.queued = this.queued.toSpliced(at, 1);
  }

  /** Keeps a timer that is set from running out, until it is freed, cleared or the process ends. */
  hold(type: string): void {
    const event = this.timer(type);
    if (event === undefined) return;
    this.held = [...this.held, type];
    // The queue may know it.
    this.setTimer(event.at(event.time));
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
    this.leaves[machine] = leaf;
  }

  /** One more machine, which rests in this leaf. */
  add(part: Part, leaf: number): void {
    this.parts = [...this.parts, part];
    this.leaves = [...this.leaves, leaf];
    this.looked = NONE;
  }

  /** Ends a spawned machine, and its timers. */
  remove(key: number): void {
    const at = this.partOf(key);
    if (at === -1) return;
    this.parts = this.parts.toSpliced(at, 1);
    this.leaves = this.leaves.toSpliced(at, 1);
    this.looked = NONE;
    for (let timer = this.timers.length - 1; timer >= 0; timer--)
      if (this.timers[timer]?.ref === key) this.dropTimer(timer);
  }

  /**
   * Whether a machine has looked at this very state and found nothing to do. What it looks at then is the
   * state alone, so that it need not look again.
   */
  hasLooked(machine: number, s: S): boolean {
    return this.looked[machine] === s;
  }

  noteLooked(machine: number, s: S): void {
    if (this.looked === NONE) this.looked = this.parts.map(() => null);
    (this.looked as (S | null)[])[machine] = s;
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
    this.scope = new Holder(s);
  }

  /** Loses all that is not on disk. */
  stop(liveness: 'crashed' | 'off'): void {
    this.liveness = liveness;
    this.life++;
    this.leaves = [];
    if (this.parts.at(-1)?.key !== 0) this.parts = this.parts.filter(({ key }) => key === 0);
    this.scope = null;
    this.timers = [];
    this.queued = NONE;
    this.looked = NONE;
    this.held = NONE;
    this.ports = NONE;
    this.backlog = NONE;
    this.diskFreeAt = 0;
    this.begun = NONE;
  }

  clone(): Process<S, D> {
    const copy = new Process<S, D>(this.pid, this.parts, this.disk, this.routes);
    copy.liveness = this.liveness;
    copy.life = this.life;
    copy.leaves = this.leaves.slice();
    copy.scope = this.scope === null ? null : new Holder(this.scope.s);
    copy.timers = this.timers.slice();
    copy.queued = this.queued === NONE ? NONE : this.queued.slice();
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
