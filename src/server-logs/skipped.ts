/** The lines of all files of which nothing is told, by kinds. */
import type { LogLineView, SkippedKind, SkippedWhy } from '../view/server-logs.ts';
import type { ReadLog } from './read-log.ts';

/** What one most wants to see comes first. */
const ORDER: readonly SkippedWhy[] = ['ensemble', 'foreign', 'other', 'trace'];

export class Skipped {
  readonly kinds: readonly SkippedKind[];
  private readonly keys: readonly string[];
  private readonly logs: readonly ReadLog[];

  constructor(logs: readonly ReadLog[]) {
    this.logs = logs;
    const counts = new Map<string, number>();
    for (const { skipped } of logs) {
      for (const [key, count] of skipped) counts.set(key, (counts.get(key) ?? 0) + count);
    }
    const sorted = [...counts]
      .map(([key, count]) => ({ key, why: whyOf(key), count }))
      .toSorted((a, b) => ORDER.indexOf(a.why) - ORDER.indexOf(b.why) || b.count - a.count);
    this.keys = sorted.map(({ key }) => key);
    this.kinds = sorted.map(({ key, why, count }, id) => ({
      id,
      why,
      logger: key.slice(why.length + 1),
      count,
    }));
  }

  /** The lines of a kind in the order of the files, from the `first`th on. */
  lines(kind: number, first: number, most: number): readonly LogLineView[] {
    const key = this.keys[kind];
    const found: LogLineView[] = [];
    if (key === undefined) return found;
    let from = first;
    for (const log of this.logs) {
      const count = log.skipped.get(key) ?? 0;
      if (from < count) found.push(...log.skippedLines(key, from, most - found.length));
      from = Math.max(0, from - count);
      if (found.length === most) break;
    }
    return found;
  }
}

const whyOf = (key: string): SkippedWhy => key.slice(0, key.indexOf(' ')) as SkippedWhy;
