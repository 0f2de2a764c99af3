import type { Micros, Pid } from '../view/time.ts';

/** Kinds of pending events (plain numbers: this is the hottest comparison of the kernel). */
export const MESSAGE = 0;
export const TIMER = 1;
export const DISK = 2;
/** Something about a connection or link that a process is told. */
export const NETWORK = 3;
export const START = 4;
/** A dialler's request reaches the other side. */
export const SYN = 5;
export const INPUT = 6;
/** A process that was paused when its sync was done hears of it. */
export const SYNCED = 7;
export type PendingKind = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** An event that will happen, unless what it is about is gone by then. Never changed once made. */
export class Pending {
  readonly time: Micros;
  /** Breaks ties, and tells a live timer or delivery from one that was moved. */
  readonly seq: number;
  readonly kind: PendingKind;
  readonly pid: Pid;
  /** Flight or connection number. */
  readonly ref: number;
  /** Event type for the process: timer name, disk token, `CONNECTED`, … */
  readonly type: string;
  /** Whatever else the process is told. */
  readonly data: unknown;
  /** The life of the process that this is meant for. */
  readonly life: number;
  /** The step which caused it. */
  readonly cause: number;

  constructor(
    time: Micros,
    seq: number,
    kind: PendingKind,
    pid: Pid,
    ref: number,
    type: string,
    data: unknown,
    life: number,
    cause: number,
  ) {
    this.time = time;
    this.seq = seq;
    this.kind = kind;
    this.pid = pid;
    this.ref = ref;
    this.type = type;
    this.data = data;
    this.life = life;
    this.cause = cause;
  }

  /** The same event at another time; the queue does not know it yet. */
  at(time: Micros): Pending {
    const { seq, kind, pid, ref, type, data, life, cause } = this;
    return new Pending(time, seq, kind, pid, ref, type, data, life, cause);
  }
}

/** The pending events, least (time, seq) first: a binary heap. */
export class PendingQueue {
  private heap: Pending[];

  constructor(heap: Pending[] = []) {
    this.heap = heap;
  }

  get size(): number {
    return this.heap.length;
  }

  peek(): Pending | undefined {
    return this.heap[0];
  }

  push(event: Pending): void {
    const heap = this.heap;
    let at = heap.length;
    heap.push(event);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = heap[up] as Pending;
      if (!before(event, parent)) break;
      heap[at] = parent;
      at = up;
    }
    heap[at] = event;
  }

  pop(): Pending | undefined {
    const heap = this.heap;
    const least = heap[0];
    const last = heap.pop();
    if (least === undefined || last === undefined || heap.length === 0) return least;
    let at = 0;
    const half = heap.length >> 1;
    while (at < half) {
      let down = 2 * at + 1;
      let child = heap[down] as Pending;
      const other = heap[down + 1];
      if (other !== undefined && before(other, child)) {
        down++;
        child = other;
      }
      if (!before(child, last)) break;
      heap[at] = child;
      at = down;
    }
    heap[at] = last;
    return least;
  }

  /** All pending events in no useful order; for digests and for people. */
  all(): readonly Pending[] {
    return this.heap;
  }

  /** Drops the events that mean nothing any more; the order of the others stays. */
  keep(live: (event: Pending) => boolean): void {
    // What is in order is a heap.
    this.heap = this.heap.filter(live).sort((a, b) => (before(a, b) ? -1 : 1));
  }

  clone(): PendingQueue {
    return new PendingQueue(this.heap.slice());
  }
}

const before = (a: Pending, b: Pending): boolean =>
  a.time < b.time || (a.time === b.time && a.seq < b.seq);
