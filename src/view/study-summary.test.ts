import { describe, expect, it } from 'vitest';
import type { PolicyTimes } from './study.ts';
import { decidedBy, studyCsv, summaryOf } from './study-summary.ts';

const runs = (times: readonly number[]): PolicyTimes => ({
  policy: 'random',
  times,
  ballots: times.map((_, at) => at + 1),
  messages: times.map((_, at) => 10 * (at + 1)),
});

describe('what many runs come to', () => {
  it('is their median, their 99th percentile and the longest', () => {
    const hundred = runs(Array.from({ length: 100 }, (_, at) => 1000 * (at + 1)));
    expect(summaryOf(hundred)).toMatchObject({
      decided: 100,
      median: 50_000,
      p99: 99_000,
      longest: 100_000,
      ballots: { median: 50, p99: 99, most: 100 },
    });
  });

  it('counts an undecided run as longer than all others', () => {
    const summary = summaryOf(runs([-1, 4000, -1, -1]));
    expect(summary).toMatchObject({ runs: 4, decided: 1, median: null, p99: null, longest: 4000 });
    expect(decidedBy(runs([-1, 4000, -1, -1]), 4000)).toBe(0.25);
    expect(decidedBy(runs([-1, 4000]), 3999)).toBe(0);
  });

  it('of no run at all is nothing', () => {
    expect(summaryOf(runs([]))).toMatchObject({ runs: 0, median: null, longest: null });
    expect(decidedBy(runs([]), 1)).toBe(0);
  });

  it('can be written as a table with each seed', () => {
    expect(studyCsv([runs([2500, -1])], 7)).toBe(
      'policy,seed,decided_after_ms,ballots,messages\nrandom,7,2.5,1,10\nrandom,8,,2,20\n',
    );
  });
});
