/** The traces of the specification on the real members of an ensemble, row by row. */
import { describe, expect, it } from 'vitest';
import { quorumMutants } from '../zookeeper/quorum/mutants.ts';
import { brokenTraces } from './testing/broken-traces.ts';
import { goldenTraces } from './testing/golden-traces.ts';
import { play } from './testing/trace.ts';
import type { Trace } from './testing/trace.ts';

/** Spaces align a picture, and mean nothing. */
const rowsOf = (picture: string): readonly string[] =>
  picture
    .trim()
    .split('\n')
    .map((row) => row.replaceAll(/\s+/gu, ' ').trim());

function expectPlayed(trace: Trace): void {
  const { rows, told } = play(trace);
  expect(rowsOf(rows)).toEqual(rowsOf(trace.rows));
  expect(told).toBe(trace.told);
}

describe('a golden trace', () => {
  it.each(goldenTraces)('$name: $title', expectPlayed);
});

describe('a trace with a rule switched off', () => {
  it.each(brokenTraces)('$name: $title', expectPlayed);

  it.each(Object.entries(quorumMutants))('%s is caught first by its invariant', (name, mutant) => {
    const trace = brokenTraces.find(({ broken }) => broken === name);
    expect(/✗ ([\w-]+)/u.exec(trace?.rows ?? '')?.[1]).toBe(mutant.caughtBy);
  });
});
