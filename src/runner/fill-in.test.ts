import { describe, expect, it } from 'vitest';
import { protocolOf } from '../scenarios/protocols.ts';
import type { Intervention } from '../view/intervention.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { Checkpoints } from './checkpoints.ts';
import { fillIn, fillingIn } from './fill-in.ts';
import { Run } from './run.ts';

/** Half of four is no quorum, and taken for one: an invariant breaks on the way. */
const file = {
  format: 'zooscope-scenario',
  version: 1,
  model: 'election',
  seed: 7,
  setup: {
    profile: 'zookeeper-3.8',
    servers: [1, 2, 3, 4].map((sid) => ({ sid, startMs: sid * 10 })),
    broken: ['half-is-quorum'],
  },
} as ScenarioFile;

const comesOrGoes = ({ world }: Run): Intervention =>
  world.process(2).running ? { kind: 'kill', pid: 2 } : { kind: 'start', pids: [2] };

const STEPS = 30_000;

/** Servers come and go; at 9000 another branch leaves, and goes on for so long. */
function played(kept?: Checkpoints): Run {
  const run = new Run(protocolOf('election'), file, true, kept);
  const play = (until: number): void => {
    for (; run.position < until; run.step())
      if (run.position % 4000 === 1) run.intervene(comesOrGoes(run));
  };
  play(STEPS);
  run.seek(9000);
  run.intervene({ kind: 'kill', pid: 1 });
  play(STEPS);
  return run;
}

const gaps = ({ branch }: Run): number[] =>
  branch.checkpoints
    .slice(1)
    .map(({ step }, index) => step - (branch.checkpoints[index]?.step ?? 0));

describe('a run that has rested', () => {
  const run = played();
  const tired = played();
  fillIn(run);

  it('keeps a moment of the way to where it stands every few hundred steps', () => {
    expect(Math.max(...gaps(tired))).toBeGreaterThan(2000);
    const stem = run.branches[0]?.checkpoints.map(({ step }) => step) ?? [];
    expect(Math.max(...gaps(run))).toBeLessThanOrEqual(768);
    // Of the stem only what the branch shares.
    expect(stem.filter((step) => step < 9000).length).toBeGreaterThan(14);
    expect(stem.filter((step) => step > 9000).length).toBeLessThan(13);
    expect(stem).toEqual(stem.toSorted((a, b) => a - b));
  });

  it('is the run that it was, at each moment that it keeps and between them', () => {
    expect(run.world.violations).toHaveLength(1);
    expect(run.position).toBe(tired.position);
    expect(run.world.fingerprint()).toBe(tired.world.fingerprint());
    expect(run.branch.allMarks()).toEqual(tired.branch.allMarks());
    const kept = run.branches.flatMap(({ id, checkpoints }) =>
      checkpoints.map((checkpoint) => ({ id, ...checkpoint })),
    );
    for (const { id, step, world } of kept) {
      tired.switchTo(id, step);
      run.switchTo(id, step + 7);
      expect(world.fingerprint(), `at ${step}`).toBe(tired.world.fingerprint());
      expect(world.violations).toEqual(tired.world.violations);
      tired.seek(step + 7);
      expect(run.world.fingerprint()).toBe(tired.world.fingerprint());
    }
  });

  it('has nothing to fill in again', () => {
    run.switchTo(1);
    const before = run.branch.checkpoints.length;
    fillIn(run);
    expect(run.branch.checkpoints.length).toBe(before);
  });
});

// Also between two that it keeps, where the first is filled in.
it.each([100, 27_600, STEPS])('stands where it stood, at %d', (position) => {
  const run = played();
  run.seek(position);
  const { version } = run;
  const before = run.world.fingerprint();
  fillIn(run);
  expect([run.position, run.version, run.world.fingerprint()]).toEqual([position, version, before]);
});

it('who is interrupted keeps what there is, and goes on with the rest', () => {
  const run = played();
  const before = run.branch.checkpoints.length;
  const work = fillingIn(run);
  for (let slice = 0; slice < 60; slice++) work.next();
  const some = run.branch.checkpoints.length;
  expect(some).toBeGreaterThan(before);
  // The newest part first.
  expect(gaps(run).at(-1)).toBeLessThanOrEqual(768);
  fillIn(run);
  expect(run.branch.checkpoints.length).toBeGreaterThan(some);
  expect(Math.max(...gaps(run))).toBeLessThanOrEqual(768);
});

it('takes no more memory than there is, and gives it back when the run goes on', () => {
  const bytes = 200_000;
  const run = played(new Checkpoints({ bytes, marks: 5000 }));
  const free = played();
  fillIn(run);
  fillIn(free);
  const count = ({ branches }: Run): number => branches.flatMap((one) => one.checkpoints).length;
  expect(count(run)).toBeLessThan(count(free));
  const before = count(run);
  while (run.position < 4 * STEPS) run.step();
  expect(count(run)).toBeLessThan(2 * before);
  expect(run.kept.close ?? Infinity).toBeGreaterThan(512);
});
