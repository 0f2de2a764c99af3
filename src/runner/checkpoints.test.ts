import { describe, expect, it } from 'vitest';
import { livelock } from '../scenarios/paxos/livelock.ts';
import { protocolOf } from '../scenarios/protocols.ts';
import type { Intervention } from '../view/intervention.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { Ahead } from './ahead.ts';
import { Checkpoints } from './checkpoints.ts';
import { Run } from './run.ts';

/** An ensemble that pings for ever. */
const pings: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 1,
  model: 'election',
  seed: 7,
  setup: { profile: 'zookeeper-3.8', servers: [1, 2, 3].map((sid) => ({ sid, startMs: 0 })) },
};
/** The duel that never ends: a mark every few steps. */
const duel = livelock(false);
const STEPS = 60_000;
const bounds = { bytes: 60_000, marks: 100 };

const runOf = (file: ScenarioFile, kept?: Checkpoints): Run =>
  new Run(protocolOf(file.model), file, true, kept);
const play = (run: Run, steps: number): void => {
  for (let i = 0; i < steps; i++) run.step();
};

describe('the checkpoints of a long run', () => {
  const bounded = runOf(pings, new Checkpoints(bounds));
  const free = runOf(pings);
  play(bounded, STEPS);
  play(free, STEPS);

  it('do not grow with it', () => {
    const few = bounded.branch.checkpoints.length;
    expect(free.branch.checkpoints.length).toBeGreaterThan(2 * few);
    const longer = runOf(pings, new Checkpoints(bounds));
    play(longer, 3 * STEPS);
    expect(longer.branch.checkpoints.length).toBeLessThan(2 * few);
  });

  it('lead to any moment of it all the same, and lie at distances that are alike', () => {
    for (const position of [0, 1, 777, 30_000, STEPS - 1, STEPS]) {
      bounded.seek(position);
      free.seek(position);
      expect(bounded.world.fingerprint()).toBe(free.world.fingerprint());
    }
    const steps = bounded.branch.checkpoints.map(({ step }) => step);
    const gaps = steps.slice(1).map((step, i) => step - (steps[i] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(4 * Math.min(...gaps));
  });
});

it('lie close when servers come and go and write: what lives on costs none of them anything', () => {
  const run = runOf(pings);
  play(run, 2000);
  const deeds: readonly Intervention[] = [
    { kind: 'kill', pid: 2 },
    { kind: 'start', pids: [2] },
    { kind: 'input', pid: 3, name: 'CLIENT_WRITE', data: { ops: 40 } },
  ];
  for (let i = 0; i < 12; i++) {
    run.intervene(deeds[i % deeds.length] as Intervention);
    play(run, 2000);
  }
  const steps = run.branch.checkpoints.map(({ step }) => step);
  const gaps = steps.slice(1).map((step, i) => step - (steps[i] ?? 0));
  expect(Math.max(...gaps)).toBeLessThan(1000);
});

it('the marks of a long run do not grow with it', () => {
  const bounded = runOf(duel, new Checkpoints(bounds));
  const free = runOf(duel);
  play(bounded, 6000);
  play(free, 6000);
  expect(free.branch.markCount).toBeGreaterThan(2 * bounds.marks);
  expect(bounded.branch.markCount).toBeLessThanOrEqual(bounds.marks);
  const newest = free.branch.allMarks().at(-1);
  expect(bounded.branch.allMarks().at(-1)?.position).toBe(newest?.position);
});

it('what was computed ahead is taken back, marks and all, also when some were left out meanwhile', () => {
  const run = runOf(duel, new Checkpoints(bounds));
  play(run, 2000);
  const ahead = new Ahead(run);
  ahead.begin();
  play(run, 6000);
  expect(ahead.takeBack(2000)).toBe(true);
  expect(run.branch.length).toBe(2000);
  for (const { kind, position } of run.branch.allMarks()) {
    expect(position).toBeLessThanOrEqual(kind === 'quiet' ? 1999 : 2000);
  }
  play(run, 5);
  expect(run.branch.length).toBe(2005);
});
