import { expect, it } from 'vitest';
import { Run } from '../runner/run.ts';
import { protocolOf } from '../scenarios/protocols.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { fillInAtRest } from './at-rest.ts';

const file: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 1,
  model: 'election',
  seed: 7,
  setup: { profile: 'zookeeper-3.8', servers: [1, 2, 3].map((sid) => ({ sid, startMs: 0 })) },
};

it('a run is filled in until somebody asks, and the rest at the next rest', async () => {
  const run = new Run(protocolOf('election'), file);
  while (run.position < 60_000) run.step();
  const count = (): number => run.branch.checkpoints.length;
  const played = count();

  await fillInAtRest(run, () => false);
  expect(count()).toBe(played);

  await fillInAtRest(run, () => count() < played + 3);
  const some = count();
  expect(some).toBeGreaterThanOrEqual(played + 3);

  await fillInAtRest(run, () => true);
  expect(count()).toBeGreaterThan(some);
  expect(count()).toBeGreaterThan(3 * played);
});
