import type { PolicyTimes } from './study.ts';
import type { Micros } from './time.ts';

/** What a thousand runs of one policy come to. */
export interface StudySummary {
  readonly runs: number;
  readonly decided: number;
  /** The median and the 99th percentile of all runs, µs; null: that many were not decided. */
  readonly median: Micros | null;
  readonly p99: Micros | null;
  /** The longest of those decided; null: none was. */
  readonly longest: Micros | null;
  readonly ballots: { readonly median: number; readonly p99: number; readonly most: number };
  readonly messages: { readonly median: number; readonly p99: number; readonly most: number };
}

/** The least value that a share of the sorted values does not exceed (nearest rank). */
const rank = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;

const figures = (all: readonly number[]) => {
  const sorted = all.toSorted((a, b) => a - b);
  return { median: rank(sorted, 0.5), p99: rank(sorted, 0.99), most: sorted.at(-1) ?? 0 };
};

/** An undecided run takes longer than any decided one. */
export function summaryOf({ times, ballots, messages }: PolicyTimes): StudySummary {
  const sorted = times.map((time) => (time < 0 ? Infinity : time)).toSorted((a, b) => a - b);
  const known = (time: Micros): Micros | null => (Number.isFinite(time) ? time : null);
  const decided = times.filter((time) => time >= 0).length;
  return {
    runs: times.length,
    decided,
    median: times.length === 0 ? null : known(rank(sorted, 0.5)),
    p99: times.length === 0 ? null : known(rank(sorted, 0.99)),
    longest: decided === 0 ? null : (sorted[decided - 1] ?? null),
    ballots: figures(ballots),
    messages: figures(messages),
  };
}

/** The share of all runs that were decided by a time, 0 to 1. */
export const decidedBy = ({ times }: PolicyTimes, time: Micros): number =>
  times.length === 0 ? 0 : times.filter((each) => each >= 0 && each <= time).length / times.length;

/** Every run as a line of comma-separated values; the seeds count up from `seed`. */
export function studyCsv(all: readonly PolicyTimes[], seed: number): string {
  const lines = all.flatMap(({ policy, times, ballots, messages }) =>
    times.map((time, at) => {
      const ms = time < 0 ? '' : String(time / 1000);
      return `${policy},${seed + at},${ms},${ballots[at] ?? ''},${messages[at] ?? ''}`;
    }),
  );
  return `${['policy,seed,decided_after_ms,ballots,messages', ...lines].join('\n')}\n`;
}
