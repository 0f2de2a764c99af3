import { NotInThisRun } from './not-in-this-run.ts';
import type { Micros, Pid } from '../view/time.ts';
import { Digest } from './digest.ts';
import { draw } from './latency.ts';
import type { Model, Violation, WorldState } from './model.ts';
import { Network } from './network.ts';
import { DISK, Pending, PendingQueue, TIMER } from './pending.ts';
import type { PendingKind } from './pending.ts';
import { Process } from './process.ts';
import { Random } from './random.ts';
import type { Recorder } from './recorder.ts';

/** A disk write under way: what the disk will hold, and what its process is told then. */
export interface Sync {
  readonly disk: unknown;
  readonly data: unknown;
}

function placesOf(pids: readonly Pid[]): readonly number[] {
  const places: number[] = [];
  pids.forEach((pid, place) => {
    places[pid] = place;
  });
  return places;
}

/**
 * What a world consists of, and the least that each of its rules needs: who there is, and how to
 * make something happen later. `world.ts` takes the steps; `traffic.ts`, `connections.ts` and
 * `interventions.ts` hold the rules.
 */
export class Core<S = unknown, D = unknown, G = unknown> implements WorldState<S, D, G> {
  time: Micros = 0;
  /** Steps taken: events and interventions. */
  step = 0;
  ghost: G;
  readonly random: Random;
  readonly digest: Digest;
  readonly network: Network;
  readonly processes: readonly Process<S, D>[];
  violations: readonly Violation[] = [];
  /** What the newest step's rules said that they did; no part of the state, and a copy has none of it. */
  did: unknown[] = [];
  /** Who listens to facts; never part of the state. */
  recorder: Recorder | null = null;
  /** Whether invariants are evaluated; whoever replays steps that kept them may leave it out. */
  checking = true;
  /** The process whose event is being handled. */
  current: Process<S, D>;
  readonly model: Model<S, D, G>;
  protected readonly queue: PendingQueue;
  protected nextSeq = 1;
  /** Where each process stands in the list, by its pid; all copies of a world share it. */
  private readonly places: readonly number[];

  constructor(model: Model<S, D, G>, seed: number, from?: Core<S, D, G>) {
    this.model = model;
    if (from === undefined) {
      this.ghost = model.initialGhost;
      this.random = new Random(seed);
      this.digest = new Digest();
      this.network = new Network();
      this.queue = new PendingQueue();
      this.processes = model.pids.map((pid) => {
        const parts = model.machines(pid).map((machine) => ({ machine, key: 0 }));
        return new Process(pid, parts, model.initialDisk(pid));
      });
    } else {
      this.time = from.time;
      this.step = from.step;
      this.ghost = from.ghost;
      this.random = from.random.clone();
      this.digest = from.digest.clone();
      this.network = from.network.clone();
      this.queue = from.queue.clone();
      this.processes = from.processes.map((process) => process.clone());
      this.violations = from.violations;
      this.nextSeq = from.nextSeq;
    }
    this.places = from?.places ?? placesOf(model.pids);
    const first = this.processes[0];
    if (first === undefined) throw new RangeError('a world needs at least one process');
    this.current = first;
  }

  /** @throws NotInThisRun for a pid that is not of this world */
  process(pid: Pid): Process<S, D> {
    const process = this.processes[this.places[pid] ?? -1];
    if (process === undefined) throw new NotInThisRun(`no process ${pid}`);
    return process;
  }

  has(pid: Pid): boolean {
    return this.places[pid] !== undefined;
  }

  /** All events that will happen or that wait for a paused process, in no useful order. */
  pending(): readonly Pending[] {
    // Of timers the queue may know another event than the one that is set.
    const others = this.queue.all().filter(({ kind }) => kind !== TIMER);
    return [
      ...others,
      ...this.processes.flatMap((process) => [...process.runningTimers(), ...process.backlog]),
    ];
  }

  /** How many there are of these. */
  get pendingCount(): number {
    let count = this.queue.size;
    for (const { backlog } of this.processes) count += backlog.length;
    return count;
  }

  schedule(
    time: Micros,
    kind: PendingKind,
    pid: Pid,
    ref: number,
    type: string,
    data: unknown,
    life: number,
  ): Pending {
    const event = this.made(time, kind, pid, ref, type, data, life);
    this.queue.push(event);
    return event;
  }

  private made(
    time: Micros,
    kind: PendingKind,
    pid: Pid,
    ref: number,
    type: string,
    data: unknown,
    life: number,
  ): Pending {
    return new Pending(time, this.nextSeq++, kind, pid, ref, type, data, life, this.step);
  }

  /** A timer of a process runs out then. @param key of the spawned machine whose timer it is; 0: its own */
  setTimer(process: Process<S, D>, time: Micros, type: string, key: number): void {
    const event = this.made(time, TIMER, process.pid, key, type, null, 0);
    if (process.setTimer(event)) this.queue.push(event);
  }

  /** The queue keeps the events that mean something yet, and of timers those that are set. */
  protected keep(isLive: (event: Pending) => boolean): void {
    this.queue.keep((event) => event.kind !== TIMER && isLive(event));
    for (const process of this.processes)
      for (const event of process.requeued()) this.queue.push(event);
  }

  /** Puts back an event that waited for a person or a paused process, with its old place in the order. */
  reschedule(event: Pending): void {
    this.queue.push(event);
  }

  /** [Io.persist] Syncs of one disk come one after the other. */
  persist(process: Process<S, D>, disk: unknown, type: string, data: unknown): void {
    const begins = Math.max(this.time, process.diskFreeAt);
    const latency = process.diskLatency ?? this.model.diskLatency;
    const done = begins + draw(latency, this.random, process.syncs++);
    process.diskFreeAt = done;
    process.begun = [...process.begun, this.time];
    const sync: Sync = { disk, data };
    this.schedule(done, DISK, process.pid, 0, type, sync, process.life);
  }
}
