import type { Pid } from '../view/time.ts';

/** Processes that start by themselves, so many ms after the beginning. */
export interface Start {
  readonly atMs: number;
  readonly pids: readonly Pid[];
}

/** Earliest first; who starts at the same time starts at once. @param all null: not by itself */
export function startsOf(all: Iterable<readonly [pid: Pid, startMs: number | null]>): Start[] {
  const times = new Map<number, Pid[]>();
  for (const [pid, startMs] of all) {
    if (startMs !== null) times.set(startMs, [...(times.get(startMs) ?? []), pid]);
  }
  return [...times].map(([atMs, pids]) => ({ atMs, pids })).toSorted((a, b) => a.atMs - b.atMs);
}
