import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounds, draw } from './latency.ts';
import { Random } from './random.ts';

describe('a latency', () => {
  const latencies = fc.oneof(
    fc.nat(99_999).map((us) => ({ kind: 'fixed', us }) as const),
    fc.tuple(fc.nat(9999), fc.nat(9999)).map(([min, more]) => {
      return { kind: 'uniform', min, max: min + more } as const;
    }),
    fc.tuple(fc.nat(9999), fc.nat(9999), fc.nat(9999)).map(([min, more, deviation]) => {
      return { kind: 'normal', mean: min + more, deviation, min } as const;
    }),
    fc.array(fc.nat(9999), { minLength: 1 }).map((us) => ({ kind: 'listed', us }) as const),
  );

  it('is drawn within its bounds, in whole microseconds', () => {
    fc.assert(
      fc.property(latencies, fc.nat(), fc.nat(20), (latency, number, count) => {
        const { min, max } = bounds(latency);
        const us = draw(latency, new Random(number), count);
        expect(Number.isInteger(us)).toBe(true);
        expect(us).toBeGreaterThanOrEqual(min);
        expect(us).toBeLessThanOrEqual(max);
      }),
      { numRuns: 1000 },
    );
  });

  it('that is uniform reaches both bounds, one that is normal lies around its mean', () => {
    const random = new Random(7);
    const sample = (latency: Parameters<typeof draw>[0]): number[] =>
      Array.from({ length: 2000 }, () => draw(latency, random, 0));
    const even = sample({ kind: 'uniform', min: 3, max: 6 });
    expect([...new Set(even)].sort((a, b) => a - b)).toEqual([3, 4, 5, 6]);
    const bell = sample({ kind: 'normal', mean: 1000, deviation: 100, min: 0 });
    const near = bell.filter((us) => Math.abs(us - 1000) < 100).length / bell.length;
    expect(near).toBeGreaterThan(0.62);
    expect(near).toBeLessThan(0.75);
  });

  it('that is listed takes one after the other, and the last for ever', () => {
    const drawn = [0, 1, 2, 9].map((count) =>
      draw({ kind: 'listed', us: [5, 1, 3] }, new Random(1), count),
    );
    expect(drawn).toEqual([5, 1, 3, 3]);
  });
});
