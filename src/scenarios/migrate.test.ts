import { expect, it } from 'vitest';
import type { ScenarioFile } from '../view/scenario.ts';
import { SCENARIO_VERSION } from '../view/scenario.ts';
import { election } from './election/adapter.ts';
import { loadText } from './load-text.ts';
import { migrate } from './migrate.ts';
import { placed } from './placed.ts';
import { playAll } from './play-all.ts';

const good: ScenarioFile = {
  format: 'zooscope-scenario',
  version: SCENARIO_VERSION,
  model: 'election',
  seed: 1,
  setup: { profile: 'golden', servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }] },
};

it('an election of version 2 does again what was done when it was done, messages apart', () => {
  const write = { kind: 'input', pid: 3, name: 'CLIENT_WRITE', data: { ops: 1 } };
  const old = {
    ...good,
    version: 2,
    interventions: [
      { step: 4, timeMs: 10, what: { kind: 'start', pids: [1, 2, 3] } },
      { step: 40, timeMs: 900, what: { kind: 'hold', message: 12 } },
      { step: 77, timeMs: 2000, what: write },
      { step: 78, timeMs: 2000, what: { kind: 'kill', pid: 1 } },
      { step: 99, timeMs: 3000, what: { kind: 'pause', pid: 1 } },
    ],
  };
  const { scenario } = loadText(old);
  if (scenario === undefined) throw new Error('it does not load');
  expect(scenario.interventions?.map((each) => 'step' in each)).toEqual(Array(4).fill(false));
  const { interventions = [] } = placed(election, scenario);
  expect(interventions.map(({ timeMs, what }) => `${timeMs} ${what.kind}`)).toEqual([
    '10 start',
    '2000 input',
    '2000 kill',
  ]);
  const steps = interventions.map(({ step }) => step);
  expect(steps).toEqual([0, steps[1], (steps[1] ?? 0) + 1]);
  // Whoever plays it by step or from the file comes to the same.
  const { digest, notReached } = playAll(scenario);
  expect(playAll({ ...scenario, interventions })).toMatchObject({ digest, notReached: null });
  expect(notReached).toBeNull();
  // Of other labs nothing has changed.
  const counted = { ...good, version: 2, model: 'paxos', interventions: old.interventions };
  expect(migrate(counted, 2)['interventions']).toEqual(old.interventions);
});

it('a file of version 1 says by their new name what its kills and stops did', () => {
  const done = { step: 0, timeMs: 0 };
  const old = {
    ...good,
    version: 1,
    steps: [{ id: 'a', do: [{ kind: 'stop', pid: 1 }, { kind: 'heal' }] }],
    interventions: [{ ...done, what: { kind: 'kill', pid: 2 } }],
  };
  const { scenario } = loadText(old);
  expect(scenario).toMatchObject({
    version: SCENARIO_VERSION,
    steps: [{ id: 'a', do: [{ kind: 'crash', pid: 1, inOrder: true }, { kind: 'heal' }] }],
    interventions: [{ timeMs: 0, what: { kind: 'crash', pid: 2, inOrder: false } }],
  });
  // A file that says it anew means what a kill is now.
  const now = loadText({ ...old, version: 2 }).scenario;
  expect(now?.interventions?.[0]?.what).toEqual({ kind: 'kill', pid: 2 });
  // What is no list, or no deed, is told by the schema, not by a crash of the migration.
  for (const steps of [7, [null], [{ id: 'a', do: 5 }], [{ id: 'a', do: [null, 'kill'] }]])
    expect(loadText({ ...old, steps }).problems?.length).toBeGreaterThan(0);
});
