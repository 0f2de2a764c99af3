/** The queue of the hand-written simulation: plain mutable objects in a binary heap. */
import type { Pid } from '../../src/view/time.ts';

export const MESSAGE = 0;
export const TIMER = 1;
export const DISK = 2;
export const NEWS = 3;
export const START = 4;
export const SYN = 5;
export const INPUT = 6;

export interface Due {
  time: number;
  seq: number;
  kind: number;
  pid: Pid;
  type: string;
  from: Pid;
  connection: number;
  payload: unknown;
  life: number;
  /** Lost, or meant for somebody who is gone. */
  dead: boolean;
  /** A message over a FIFO channel, not a connection. */
  fifo: boolean;
  port: string;
  reason: string;
  dialled: boolean;
}

const before = (a: Due, b: Due): boolean => a.time < b.time || (a.time === b.time && a.seq < b.seq);

export class Heap {
  readonly items: Due[] = [];

  push(due: Due): void {
    const { items } = this;
    let at = items.length;
    items.push(due);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = items[up] as Due;
      if (!before(due, parent)) break;
      items[at] = parent;
      at = up;
    }
    items[at] = due;
  }

  pop(): Due | undefined {
    const { items } = this;
    const least = items[0];
    const last = items.pop();
    if (least === undefined || last === undefined || items.length === 0) return least;
    let at = 0;
    const half = items.length >> 1;
    while (at < half) {
      let down = 2 * at + 1;
      let child = items[down] as Due;
      const other = items[down + 1];
      if (other !== undefined && before(other, child)) {
        down++;
        child = other;
      }
      if (!before(child, last)) break;
      items[at] = child;
      at = down;
    }
    items[at] = last;
    return least;
  }
}
