/** A deed of which a file says only when it was done is looked for no further than the limit. */
import { expect, it } from 'vitest';
import { SCENARIO_VERSION } from '../view/scenario.ts';
import type { Scenario } from '../view/scenario.ts';
import { election } from './election/adapter.ts';
import { NeverComes } from './never-comes.ts';
import { placed } from './placed.ts';

/** Three servers elect a leader and ping each other for ever. */
const healed = (timeMs: number): Scenario<'election'> => ({
  format: 'zooscope-scenario',
  version: SCENARIO_VERSION,
  model: 'election',
  seed: 1,
  setup: {
    profile: 'zookeeper-3.8',
    tickTimeMs: 1,
    servers: [1, 2, 3].map((sid) => ({ sid, startMs: 0 })),
  },
  interventions: [
    { timeMs: 10, what: { kind: 'heal' } },
    { timeMs, what: { kind: 'heal' } },
  ],
});

it('its place is named, and what to do', () => {
  expect(placed(election, healed(1000)).interventions).toHaveLength(2);
  let error: unknown = null;
  try {
    placed(election, healed(1e12));
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(NeverComes);
  expect((error as NeverComes).problem).toMatchObject({
    code: 'scenario-never-comes',
    where: 'interventions[1].timeMs',
    data: { timeMs: 1e12 },
  });
});
