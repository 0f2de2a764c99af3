import { expect, it } from 'vitest';
import type { ScenarioFile } from '../view/scenario.ts';
import { SCENARIO_VERSION } from '../view/scenario.ts';
import { loadText } from './load-text.ts';

const good: ScenarioFile = {
  format: 'zooscope-scenario',
  version: SCENARIO_VERSION,
  model: 'election',
  seed: 1,
  setup: { profile: 'golden', servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }] },
};

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
    interventions: [{ ...done, what: { kind: 'crash', pid: 2, inOrder: false } }],
  });
  // A file that says it anew means what a kill is now.
  const now = loadText({ ...old, version: 2 }).scenario;
  expect(now?.interventions?.[0]?.what).toEqual({ kind: 'kill', pid: 2 });
  // What is no list, or no deed, is told by the schema, not by a crash of the migration.
  for (const steps of [7, [null], [{ id: 'a', do: 5 }], [{ id: 'a', do: [null, 'kill'] }]])
    expect(loadText({ ...old, steps }).problems?.length).toBeGreaterThan(0);
});
