import { expect, it } from 'vitest';
import type { BranchView } from '../../../view/frame.ts';
import type { Entry } from './transcript.ts';
import { pastOf } from './transcript.ts';

const branch = (id: number, parent: number | null, forkPosition: number): BranchView => ({
  id,
  parent,
  forkPosition,
  forkTime: 0,
  length: 100,
});
const entry = (on: number, position: number, line: string): Entry => ({
  number: position,
  branch: on,
  position,
  line,
  output: [],
});

const branches = [branch(0, null, 0), branch(1, 0, 20), branch(2, 1, 30)];
const entries = [entry(0, 10, 'a'), entry(0, 25, 'b'), entry(1, 28, 'c'), entry(2, 40, 'd')];

it('is what was asked on the way to here, and nothing of other ways', () => {
  const past = (on: number, position: number): string =>
    pastOf(entries, branches, on, position)
      .map(({ line }) => line)
      .join('');
  expect(past(0, 50)).toBe('ab');
  expect(past(0, 24)).toBe('a');
  expect(past(1, 27)).toBe('a');
  expect(past(1, 99)).toBe('ac');
  expect(past(2, 99)).toBe('acd');
  expect(past(2, 5)).toBe('');
});
