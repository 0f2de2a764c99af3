import { describe, expect, test } from 'vitest';
import { causalFuture, causalPast } from './causality.ts';
import { story, votingStory } from '../fixtures-history.ts';

const sorted = (steps: ReadonlySet<number>): number[] => [...steps].toSorted((a, b) => a - b);

describe('the causal past of a step', () => {
  const records = story(`
    0 S1 start
    0 S2 start
    0 S3 start
    5 S2 < S1@0 "a" S1
    7 S3 < S2@5 "b" S2
    9 S1 < S3@0 "c" S3`);

  test('goes back through messages and along lanes', () => {
    expect(sorted(causalPast(records, 4))).toEqual([0, 1, 2, 3, 4]);
    expect(sorted(causalPast(records, 3))).toEqual([0, 1, 3]);
    expect(sorted(causalPast(records, 5))).toEqual([0, 2, 5]);
  });

  test('is the mirror of the causal future', () => {
    const all = votingStory();
    for (const { step } of all) {
      for (const later of causalFuture(all, step)) {
        expect(causalPast(all, later).has(step)).toBe(true);
      }
      expect(causalFuture(all, step).has(step)).toBe(true);
    }
  });

  test('of an unknown step is that step alone', () => {
    expect(sorted(causalPast(records, 99))).toEqual([99]);
  });
});
