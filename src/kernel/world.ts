import type { FactValue } from '../view/fact.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { Intervention } from '../view/intervention.ts';
import { Digest } from './digest.ts';
import { intervene } from './interventions.ts';
import { draw } from './latency.ts';
import { dispatch, enter } from './machine/execute.ts';
import type { Io, KernelEvent, Message, Model, Violation, WorldState } from './model.ts';
import { FIN, Network } from './network.ts';
import type { Flight } from './network.ts';
import {
  DISK,
  INPUT,
  MESSAGE,
  NETWORK,
  Pending,
  PendingQueue,
  START,
  SYN,
  TIMER,
} from './pending.ts';
import type { PendingKind } from './pending.ts';
import { Process } from './process.ts';
import { Random } from './random.ts';
import type { Recorder } from './recorder.ts';
import { arriveSyn, close, closed, dial, sendOn, sendTo } from './traffic.ts';
import type { NetworkNews } from './traffic.ts';

const nobody = { from: 0, connection: 0, message: null, port: '', reason: '', dialled: false };

/** A disk write under way. `version` keeps a delayed completion from undoing a later one. */
interface Sync {
  readonly disk: unknown;
  readonly data: unknown;
}

/**
 * The whole simulated world in one value: the same model, seed and interventions always give the
 * same run. `step()` takes the least pending event and gives it to one process; what the process
 * wants done becomes further events.
 */
export class World<S, D, G> implements WorldState<S, D, G> {
  time: Micros = 0;
  /** Steps taken: events and interventions. */
  step = 0;
  ghost: G;
  random: Random;
  digest = new Digest();
  network = new Network();
  processes: Process<S, D>[];
  violations: readonly Violation[] = [];
  /** Who listens to facts; never part of the state. */
  recorder: Recorder | null = null;
  private queue = new PendingQueue();
  private nextSeq = 1;
  private current: Process<S, D>;
  private readonly byPid: Process<S, D>[] = [];
  private readonly io: Io;
  readonly model: Model<S, D, G>;

  constructor(model: Model<S, D, G>, seed: number, from?: World<S, D, G>) {
    this.model = model;
    this.processes =
      from === undefined
        ? model.pids.map((pid) => new Process(pid, model.machines(pid), model.initialDisk(pid)))
        : from.processes.map((process) => process.clone());
    for (const process of this.processes) this.byPid[process.pid] = process;
    const first = this.processes[0];
    if (first === undefined) throw new RangeError('a world needs at least one process');
    this.current = first;
    this.io = new WorldIo(this as unknown as World<unknown, unknown, unknown>);
    if (from === undefined) {
      this.ghost = model.initialGhost;
      this.random = new Random(seed);
      return;
    }
    this.time = from.time;
    this.step = from.step;
    this.ghost = from.ghost;
    this.random = from.random.clone();
    this.digest = from.digest.clone();
    this.network = from.network.clone();
    this.violations = from.violations;
    this.queue = from.queue.clone();
    this.nextSeq = from.nextSeq;
  }

  /** An independent copy that shares what never changes. It has no recorder. */
  clone(): World<S, D, G> {
    return new World(this.model, 0, this);
  }

  /** @throws RangeError for a pid that is not of this world */
  process(pid: Pid): Process<S, D> {
    const process = this.byPid[pid];
    if (process === undefined) throw new RangeError(`no process ${pid}`);
    return process;
  }

  has(pid: Pid): boolean {
    return this.byPid[pid] !== undefined;
  }

  /** The process whose event is being handled. */
  get self(): Process<S, D> {
    return this.current;
  }

  pending(): readonly Pending[] {
    return this.queue.all();
  }

  /** @returns the number of the pending event, by which it is known to be live */
  schedule(
    time: Micros,
    kind: PendingKind,
    pid: Pid,
    ref: number,
    type: string,
    data: unknown,
    life: number,
  ): number {
    const seq = this.nextSeq++;
    this.queue.push(new Pending(time, seq, kind, pid, ref, type, data, life, this.step));
    return seq;
  }

  /** Puts back an event that waited for a paused process, with its old place in the order. */
  reschedule(event: Pending): void {
    this.queue.push(event);
  }

  /** When the next event is due, or null. Void events are passed over. */
  nextTime(): Micros | null {
    for (;;) {
      const event = this.queue.peek();
      if (event === undefined) return null;
      const fate = this.fate(event);
      if (fate === 'live') return Math.max(event.time, this.time);
      this.queue.pop();
      if (fate === 'waits') this.process(event.pid).backlog.push(event);
    }
  }

  /** What the next step will be, or null. */
  next(): Pending | null {
    return this.nextTime() === null ? null : (this.queue.peek() ?? null);
  }

  /**
   * Takes the least pending event, if it is due by `limit` (µs).
   * @returns false when nothing is due by then
   */
  advance(limit: Micros = Infinity): boolean {
    const due = this.nextTime();
    if (due === null || due > limit) return false;
    const event = this.queue.pop() as Pending;
    this.time = due;
    this.take(event);
    this.step++;
    return true;
  }

  /**
   * Does what a person wants, at virtual time `at` (moved into [present, next event]). It counts
   * as a step.
   * @throws InterventionRefused when it cannot be done; the world is then as before
   */
  intervene(what: Intervention, at: Micros = this.time): void {
    const next = this.nextTime();
    const time = Math.max(this.time, next === null ? at : Math.min(at, next));
    const before = this.time;
    this.time = time;
    this.recorder?.begin(this.step, time, 'intervention', null, false, null, null);
    const changes = this.watch();
    try {
      intervene(this as unknown as World<unknown, unknown, unknown>, what);
    } catch (error) {
      this.time = before;
      throw error;
    }
    this.digest.value(what);
    this.digest.mix(time);
    for (const { process, s, disk } of changes) this.check(process, s, disk);
    this.recorder?.end();
    this.step++;
  }

  private watch(): { process: Process<S, D>; s: S | null; disk: D }[] {
    return this.processes.map((process) => ({ process, s: process.s, disk: process.disk }));
  }

  private fate(event: Pending): 'live' | 'void' | 'waits' {
    const process = this.byPid[event.pid] as Process<S, D>;
    switch (event.kind) {
      case MESSAGE: {
        const flight = this.network.flights.get(event.ref);
        if (flight === undefined || flight.due !== event.seq) return 'void';
        if (!process.running) {
          this.network.flights.delete(event.ref);
          return 'void';
        }
        break;
      }
      case TIMER:
        if (!process.timerIs(event.type, event.seq)) return 'void';
        break;
      case SYN:
        return this.network.connections.has(event.ref) ? 'live' : 'void';
      default:
        if (process.life !== event.life) return 'void';
    }
    return process.liveness === 'paused' && event.kind !== DISK ? 'waits' : 'live';
  }

  private take(event: Pending): void {
    const process = this.byPid[event.pid] as Process<S, D>;
    this.current = process;
    this.digest.mix(event.time);
    this.digest.mix(event.kind * 65536 + event.pid);
    const { s, disk } = process;
    switch (event.kind) {
      case MESSAGE:
        this.deliver(process, this.network.flights.get(event.ref) as Flight);
        break;
      case TIMER:
        process.clearTimer(event.type);
        this.begin('timer', process, event, this.model.routine(event.type));
        this.handle(process, { ...nobody, type: event.type, io: this.io, data: null });
        break;
      case DISK: {
        const sync = event.data as Sync;
        process.disk = sync.disk as D;
        this.begin('disk', process, event, this.model.routine(event.type));
        const told = { ...nobody, type: event.type, io: this.io, data: sync.data };
        if (process.liveness === 'paused') this.later(process, event, sync.data);
        else this.handle(process, told);
        break;
      }
      case NETWORK:
        this.begin('network', process, event, true);
        this.news(process, event.type, event.data as NetworkNews);
        break;
      case SYN: {
        this.begin('network', process, event, true);
        const connection = this.network.connections.get(event.ref);
        if (connection !== undefined) {
          arriveSyn(this as unknown as World<unknown, unknown, unknown>, connection);
        }
        break;
      }
      case START:
        this.begin('start', process, event, false);
        this.enter(process);
        break;
      case INPUT:
        this.begin('start', process, event, false);
        this.handle(process, { ...nobody, type: event.type, io: this.io, data: event.data });
        break;
    }
    if (process.s !== s || process.disk !== disk) this.check(process, s, disk);
    for (const leaf of process.leaves) this.digest.mix(leaf);
    this.recorder?.end();
  }

  /** The sync is done, but the paused process hears of it only when it runs again. */
  private later(process: Process<S, D>, event: Pending, data: unknown): void {
    const { time, seq, pid, type, life, cause } = event;
    process.backlog.push(new Pending(time, seq, INPUT, pid, 0, type, data, life, cause));
  }

  private begin(
    kind: 'timer' | 'disk' | 'network' | 'start',
    process: Process<S, D>,
    event: Pending,
    routine: boolean,
  ): void {
    this.recorder?.begin(this.step, this.time, kind, process.pid, routine, event.cause, null);
  }

  private deliver(process: Process<S, D>, flight: Flight): void {
    this.network.flights.delete(flight.id);
    this.digest.mix(flight.id);
    if (flight.nature !== 'tcp') {
      this.hear(process, flight);
      return;
    }
    const connection = this.network.connections.get(flight.connection);
    if (flight.message === FIN) {
      this.recorder?.begin(
        this.step,
        this.time,
        'network',
        process.pid,
        true,
        flight.sentStep,
        null,
      );
      if (connection === undefined) return;
      const news = closed(
        this as unknown as World<unknown, unknown, unknown>,
        connection,
        process.pid,
      );
      if (news !== null) this.news(process, 'CLOSED', news);
      return;
    }
    this.hear(process, flight);
  }

  private hear(process: Process<S, D>, flight: Flight): void {
    const { message, from, connection, sentStep } = flight;
    this.recorder?.begin(this.step, this.time, 'deliver', process.pid, false, sentStep, flight);
    this.handle(process, {
      type: message.type,
      io: this.io,
      from,
      connection,
      message,
      port: '',
      reason: '',
      dialled: false,
      data: null,
    });
  }

  private news(process: Process<S, D>, type: string, news: NetworkNews): void {
    const { peer, connection, port, reason, dialled } = news;
    if (type === 'CONNECTED' && !this.connected(process.pid, news)) return;
    this.handle(process, {
      type,
      io: this.io,
      from: peer,
      connection,
      message: null,
      port,
      reason,
      dialled,
      data: null,
    });
  }

  /** Whether the connection still stands when the news of it arrives. */
  private connected(pid: Pid, news: NetworkNews): boolean {
    const connection = this.network.connections.get(news.connection);
    if (connection === undefined || connection.gone(pid)) return false;
    if (news.dialled) connection.phase = 'open';
    return true;
  }

  private enter(process: Process<S, D>): void {
    const { scope } = process;
    if (scope === null) return;
    const event: KernelEvent = { ...nobody, type: 'START', io: this.io, data: null };
    process.leaves = process.tables.map((table) => enter(table, scope, event));
  }

  private handle(process: Process<S, D>, event: KernelEvent): void {
    const { scope, leaves, tables } = process;
    if (scope === null) return;
    for (let i = 0; i < tables.length; i++) {
      const table = tables[i];
      const leaf = leaves[i];
      if (table === undefined || leaf === undefined) continue;
      const next = dispatch(table, leaf, scope, event);
      if (next !== -1) leaves[i] = next;
    }
  }

  private check(process: Process<S, D>, before: S | null, diskBefore: D): void {
    const { s: after, disk: diskAfter, pid } = process;
    if (after === before && diskAfter === diskBefore) return;
    const change = { pid, before, after, diskBefore, diskAfter };
    this.ghost = this.model.remember(this.ghost, this, change);
    for (const invariant of this.model.invariants) {
      if (this.violations.some(({ invariant: name }) => name === invariant.name)) continue;
      const text = invariant.check(this, change);
      if (text === null) continue;
      this.recorder?.fact(pid, 'invariant-violated', { invariant: invariant.name, text });
      const violation = { invariant: invariant.name, step: this.step, text, facts: [] };
      this.violations = [...this.violations, violation];
    }
  }

  /** [Io.persist] Syncs of one disk come one after the other. */
  persist(disk: unknown, type: string, data: unknown): void {
    const process = this.current;
    const { model } = this;
    const latency = model.diskLatency;
    const begins = Math.max(this.time, process.diskFreeAt);
    const done = begins + draw(process.diskLatency ?? latency, this.random, 0);
    process.diskFreeAt = done;
    this.schedule(done, DISK, process.pid, 0, type, { disk, data } satisfies Sync, process.life);
  }

  /** A digest of everything up to here, the present state included; 16 hex digits. */
  fingerprint(): string {
    const digest = this.digest.clone();
    digest.mix(this.step);
    digest.mix(this.time);
    for (const { liveness, s, disk, leaves, timerTypes, timerDues } of this.processes) {
      digest.value([liveness, s, disk, leaves, timerTypes, timerDues]);
    }
    digest.value(this.network.flights);
    return digest.hex();
  }
}

/** The one door from a handler to its world. */
class WorldIo implements Io {
  private readonly world: World<unknown, unknown, unknown>;

  constructor(world: World<unknown, unknown, unknown>) {
    this.world = world;
  }

  get now(): Micros {
    return this.world.time;
  }

  get self(): Pid {
    return this.world.self.pid;
  }

  get explaining(): boolean {
    return this.world.recorder !== null;
  }

  random(): number {
    return this.world.random.unit();
  }

  send(connection: number, message: Message): void {
    sendOn(this.world, this.self, connection, message);
  }

  sendTo(to: Pid, message: Message): void {
    sendTo(this.world, this.self, to, message);
  }

  dial(to: Pid, port: string): number {
    return dial(this.world, this.self, to, port);
  }

  close(connection: number): void {
    close(this.world, this.self, connection);
  }

  listen(port: string): void {
    const { self } = this.world;
    if (!self.ports.includes(port)) self.ports.push(port);
  }

  unlisten(port: string): void {
    const { ports } = this.world.self;
    const at = ports.indexOf(port);
    if (at !== -1) ports.splice(at, 1);
  }

  setTimer(type: string, delay: Micros): void {
    const { world } = this;
    const due = world.time + delay;
    world.self.setTimer(type, world.schedule(due, TIMER, this.self, 0, type, null, 0), due);
  }

  clearTimer(type: string): void {
    this.world.self.clearTimer(type);
  }

  persist(disk: unknown, type: string, data: unknown = null): void {
    this.world.persist(disk, type, data);
  }

  explain(rule: string, data: Readonly<Record<string, FactValue>> = {}): void {
    this.world.recorder?.fact(this.self, rule, data);
  }
}
