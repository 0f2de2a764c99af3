import type { SpanView } from '../../view/recipes.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { isShared } from './facts-row.ts';

/** A stretch in which several believe what only one may have. */
export interface Overlap {
  readonly what: string;
  readonly from: Micros;
  /** Where it goes on: the present. */
  readonly to: Micros;
  readonly pids: readonly Pid[];
}

/** Stretches in which two or more believed the same, which is meant for one alone. */
export function overlapsOf(spans: readonly SpanView[], now: Micros): readonly Overlap[] {
  const beliefs = spans.filter(({ kind, what }) => kind === 'believes' && !isShared(what));
  const found: Overlap[] = [];
  for (const what of new Set(beliefs.map((one) => one.what))) {
    const own = beliefs.filter((one) => one.what === what);
    const edges = [...new Set(own.flatMap(({ from, to }) => [from, to ?? now]))].sort(
      (a, b) => a - b,
    );
    let open: { from: Micros; pids: Set<Pid> } | null = null;
    for (const [i, at] of edges.entries()) {
      const until = edges[i + 1];
      const there = new Set(
        until === undefined
          ? []
          : own.filter(({ from, to }) => from <= at && (to ?? now) >= until).map(({ pid }) => pid),
      );
      if (there.size > 1) {
        open ??= { from: at, pids: new Set() };
        for (const pid of there) open.pids.add(pid);
      } else if (open !== null) {
        found.push({ what, from: open.from, to: at, pids: [...open.pids] });
        open = null;
      }
    }
  }
  return found.sort((a, b) => a.from - b.from);
}
