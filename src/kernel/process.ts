import type { Liveness } from '../view/frame.ts';
import type { Latency } from '../view/intervention.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { Scope } from './machine/execute.ts';
import type { Table } from './machine/flatten.ts';
import type { ProcessState } from './model.ts';
import type { Pending } from './pending.ts';

/** A process: its machines' places, its volatile state, its timers, its disk. */
export class Process<S, D> implements ProcessState<S, D> {
  liveness: Liveness = 'off';
  /** Grows at each start and crash: what was meant for an earlier life is void. */
  life = 0;
  /** Leaf state of each machine; empty while down. */
  leaves: number[] = [];
  /** The state, in the holder that its machines share; null while down. */
  scope: Scope<S> | null = null;
  /** Timers that are set: type, due time and the number of the pending event, side by side. */
  timerTypes: string[] = [];
  timerSeqs: number[] = [];
  timerDues: Micros[] = [];
  ports: string[] = [];
  /** Syncs under way are in order: the next one starts when the last one is done. */
  diskFreeAt: Micros = 0;
  /** Syncs begun, for a `listed` latency. */
  syncs = 0;
  /** How long a sync takes, set by hand; null: the model's own. */
  diskLatency: Latency | null = null;
  /** Events that came while it was paused, in order. */
  backlog: Pending[] = [];
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

  setTimer(type: string, seq: number, due: Micros): void {
    const at = this.timerTypes.indexOf(type);
    if (at === -1) {
      this.timerTypes.push(type);
      this.timerSeqs.push(seq);
      this.timerDues.push(due);
    } else {
      this.timerSeqs[at] = seq;
      this.timerDues[at] = due;
    }
  }

  clearTimer(type: string): void {
    const at = this.timerTypes.indexOf(type);
    if (at === -1) return;
    this.timerTypes.splice(at, 1);
    this.timerSeqs.splice(at, 1);
    this.timerDues.splice(at, 1);
  }

  /** Whether the pending timer event `seq` is still the one that is set. */
  timerIs(type: string, seq: number): boolean {
    const at = this.timerTypes.indexOf(type);
    return at !== -1 && this.timerSeqs[at] === seq;
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
    this.leaves = [];
    this.scope = null;
    this.timerTypes = [];
    this.timerSeqs = [];
    this.timerDues = [];
    this.ports = [];
    this.backlog = [];
    this.diskFreeAt = 0;
  }

  clone(): Process<S, D> {
    const copy = new Process<S, D>(this.pid, this.tables, this.disk);
    copy.liveness = this.liveness;
    copy.life = this.life;
    copy.leaves = this.leaves.slice();
    copy.scope = this.scope === null ? null : { s: this.scope.s };
    copy.timerTypes = this.timerTypes.slice();
    copy.timerSeqs = this.timerSeqs.slice();
    copy.timerDues = this.timerDues.slice();
    copy.ports = this.ports.slice();
    copy.diskFreeAt = this.diskFreeAt;
    copy.syncs = this.syncs;
    copy.diskLatency = this.diskLatency;
    copy.backlog = this.backlog.slice();
    return copy;
  }
}
