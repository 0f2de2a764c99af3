import type { StepKind } from '../view/fact.ts';
import type { Intervention } from '../view/intervention.ts';
import type { Micros, Pid } from '../view/time.ts';
import { atOnce } from './at-once.ts';
import { arriveNews, arriveSyn, closed } from './connections.ts';
import type { NetworkNews } from './connections.ts';
import { Core } from './core.ts';
import type { Sync } from './core.ts';
import { digested } from './endings.ts';
import { fingerprint } from './fingerprint.ts';
import { FIN } from './flight.ts';
import type { Flight } from './flight.ts';
import { Happening } from './happening.ts';
import { apply } from './interventions.ts';
import { WorldIo } from './io.ts';
import { isLive } from './live.ts';
import { enter } from './machine/execute.ts';
import { give, part, settle } from './routing.ts';
import { DISK, INPUT, MESSAGE, NETWORK, Pending, START, SYN, SYNCED, TIMER } from './pending.ts';
import type { Invariant } from './model.ts';
import type { Process } from './process.ts';
import { admit } from './refusal.ts';
import { lose } from './traffic.ts';

export { InterventionRefused } from './refusal.ts';

const LEAST_ROOM = 512;

/**
 * The whole simulated world in one value: the same model, seed and interventions always give the
 * same run. `advance()` takes the least pending event and gives it to one process; what the process
 * wants done becomes further events.
 */
export class World<S, D, G> extends Core<S, D, G> {
  private readonly io = new WorldIo(this);
  /** From so many events on, those that mean nothing any more are forgotten. */
  private room = LEAST_ROOM;

  /** An independent copy that shares what never changes. It has no recorder. */
  clone(): World<S, D, G> {
    return new World(this.model, 0, this);
  }

  /**
   * When the next event is due, or null. Looking changes nothing: events that mean nothing any more
   * are put away, and those for a paused process aside.
   */
  nextTime(): Micros | null {
    for (;;) {
      const event = this.queue.peek();
      if (event === undefined) return null;
      const process = this.process(event.pid);
      const live = isLive(event, process, this.network);
      const isHeard = process.liveness !== 'paused' || event.kind === DISK || event.kind === SYN;
      if (live && isHeard) return Math.max(event.time, this.time);
      this.queue.pop();
      const later = !live && event.kind === TIMER ? process.postponed(event) : null;
      if (live) process.wait(event);
      else if (later !== null) this.queue.push(later);
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
    if (this.did.length > 0) this.did = [];
    this.time = due;
    this.take(this.queue.pop() as Pending);
    this.step++;
    if (this.queue.size > this.room) this.clear();
    return true;
  }

  /**
   * Does what a person wants, at virtual time `at` (moved into [present, next event]). It counts
   * as a step.
   * @throws InterventionRefused when it cannot be done; the world is then as before
   */
  intervene(what: Intervention, at: Micros = this.time): void {
    const next = this.nextTime();
    admit(this, what);
    const latest = next ?? (Number.isFinite(at) ? at : this.time);
    this.time = Math.max(this.time, Math.min(Math.round(at), latest));
    this.recorder?.begin(this.step, this.time, 'intervention', null, false, null, null);
    if (this.did.length > 0) this.did = [];
    const before = this.processes.map(({ s, disk }) => ({ s, disk }));
    apply(this, what);
    if (this.model.heed !== undefined) this.ghost = this.model.heed(this.ghost, this, what);
    this.digest.value(digested(what));
    this.digest.mix(this.time);
    this.processes.forEach((process, index) => {
      const was = before[index];
      if (was !== undefined) this.check(process, was.s, was.disk);
    });
    this.recorder?.end();
    this.step++;
  }

  /**
   * Forgets events that mean nothing any more (most timers are set again long before they are due)
   * and channels with nothing in them, so that a kept copy is small. Nothing that can be observed
   * changes.
   */
  tidy(): void {
    this.network.tidy(this.time);
    this.clear();
  }

  private clear(): void {
    this.keep((event) => isLive(event, this.process(event.pid), this.network));
    this.room = Math.max(LEAST_ROOM, 2 * this.queue.size);
  }

  /** A digest of everything up to here, the present state included; 16 hex digits. */
  fingerprint(): string {
    return atOnce(this.fingerprinting());
  }

  /** The same, part by part. */
  fingerprinting(): ReturnType<typeof fingerprint> {
    return fingerprint(this, this.nextSeq, this.live());
  }

  /** The events to come that still mean something, in no useful order. */
  live(): readonly Pending[] {
    return this.pending().filter((event) => isLive(event, this.process(event.pid), this.network));
  }

  private take(event: Pending): void {
    const process = this.process(event.pid);
    const { digest } = this;
    this.current = process;
    digest.mix(event.time);
    digest.mix(event.kind * 65536 + event.pid);
    digest.mix(event.ref);
    const { s, disk } = process;
    this.happen(event, process);
    this.check(process, s, disk);
    digest.small(process.leaves);
    this.recorder?.end();
  }

  private happen(event: Pending, process: Process<S, D>): void {
    const { type } = event;
    switch (event.kind) {
      case MESSAGE:
        this.arrive(process, this.network.flights.get(event.ref) as Flight);
        return;
      case TIMER:
        this.begin('timer', process, event);
        process.clearTimer(type, event.ref);
        this.handle(process, new Happening(type, this.io, 0, 0, null, null), event.ref);
        return;
      case DISK:
        this.begin('disk', process, event);
        this.sync(process, event);
        return;
      case NETWORK:
        this.begin('network', process, event);
        this.news(process, type, event.data as NetworkNews);
        return;
      case SYN: {
        this.begin('network', process, event);
        const connection = this.network.connections.get(event.ref);
        if (connection !== undefined) arriveSyn(this, connection);
        return;
      }
      case START:
        this.begin('start', process, event);
        this.enter(process);
        return;
      case INPUT:
      case SYNCED:
        this.begin(event.kind === INPUT ? 'start' : 'disk', process, event);
        this.handle(process, new Happening(type, this.io, 0, 0, null, event.data));
        return;
    }
  }

  private begin(kind: StepKind, process: Process<S, D>, event: Pending): void {
    if (this.recorder === null) return;
    const routine = kind === 'network' || (kind !== 'start' && this.model.routine(event.type));
    this.recorder.begin(this.step, this.time, kind, process.pid, routine, event.cause, null);
  }

  /** The sync is done; a paused process hears of it only when it runs again. */
  private sync(process: Process<S, D>, event: Pending): void {
    const { time, seq, pid, type, life, cause } = event;
    const { disk, data } = event.data as Sync;
    process.disk = disk as D;
    const [begun = time, ...rest] = process.begun;
    process.begun = rest;
    if (process.liveness === 'paused') {
      process.wait(new Pending(time, seq, SYNCED, pid, 0, type, data, life, cause));
    } else {
      this.io.took = time - begun;
      this.handle(process, new Happening(type, this.io, 0, 0, null, data));
      this.io.took = 0;
    }
  }

  private arrive(process: Process<S, D>, flight: Flight): void {
    const { id, from, connection, message, sentStep } = flight;
    const { time, step, recorder } = this;
    if (!process.running || message === FIN) {
      recorder?.begin(step, time, 'network', process.pid, true, sentStep, null);
      if (process.running) this.finish(process, flight);
      else lose(this, id);
      return;
    }
    this.network.flights.delete(id);
    recorder?.begin(step, time, 'deliver', process.pid, false, sentStep, flight);
    const port = this.network.connections.get(connection)?.port ?? '';
    this.handle(
      process,
      new Happening(message.type, this.io, from, connection, message, null, port),
      connection,
    );
  }

  private finish(process: Process<S, D>, flight: Flight): void {
    this.network.flights.delete(flight.id);
    const connection = this.network.connections.get(flight.connection);
    const news = connection === undefined ? null : closed(this, connection, process.pid);
    if (news !== null) this.news(process, 'CLOSED', news);
  }

  private news(process: Process<S, D>, type: string, news: NetworkNews): void {
    if (!arriveNews(this, process.pid, type, news)) return;
    const { peer, connection, port, reason, dialled } = news;
    this.handle(
      process,
      new Happening(type, this.io, peer, connection, null, null, port, reason, dialled),
      connection,
    );
  }

  private enter(process: Process<S, D>): void {
    const { scope } = process;
    if (scope === null) return;
    const event = new Happening('START', this.io, 0, 0, null, null);
    this.io.key = 0;
    process.leaves = process.parts.map(({ machine }) => enter(machine.table, scope, event));
    part(process, scope, event, this.io);
  }

  /** @param key of the spawned machine that takes it, if there is one: a connection's, or a timer's own */
  private handle(process: Process<S, D>, event: Happening, key = 0): void {
    const { scope } = process;
    if (scope === null) return;
    const before = scope.s;
    const moved = give(process, scope, event, this.io, key);
    const parted = part(process, scope, event, this.io);
    if (scope.s === before) return;
    settle(process, scope, event, this.io, parted ? process.parts.length : moved);
  }

  private check(process: Process<S, D>, before: S | null, diskBefore: D): void {
    const { s: after, disk: diskAfter, pid } = process;
    const { did } = this;
    if (after === before && diskAfter === diskBefore && did.length === 0) return;
    const change = { pid, did, before, after, diskBefore, diskAfter };
    this.ghost = this.model.remember(this.ghost, this, change);
    if (!this.checking) return;
    const isWhole = this.violations.length === 0;
    for (const invariant of this.model.invariants) {
      if (!isWhole && this.isBroken(invariant)) continue;
      const text = invariant.check(this, change);
      if (text !== null) this.violated(invariant.name, text, pid);
    }
  }

  /** To look through what is broken would make a function for each invariant at each step. */
  private isBroken({ name }: Invariant<S, D, G>): boolean {
    for (const { invariant } of this.violations) if (invariant === name) return true;
    return false;
  }

  private violated(invariant: string, text: string, pid: Pid): void {
    this.recorder?.fact(pid, 'invariant-violated', { invariant, text });
    const facts = this.recorder?.said() ?? [];
    this.violations = [...this.violations, { invariant, step: this.step, text, facts }];
  }
}
