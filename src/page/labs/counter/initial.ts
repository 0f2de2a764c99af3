import type { ScenarioFile } from '../../../view/scenario.ts';

/** Two callers of one counter, over links that take 10 to 200 ms. */
export const twoCallers: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 2,
  model: 'counter',
  seed: 1,
  setup: {
    server: { id: 3, name: 'C' },
    clients: [
      { id: 1, name: 'A' },
      { id: 2, name: 'B' },
    ],
    timeoutMs: 500,
  },
  latency: { kind: 'uniform', min: 10_000, max: 200_000 },
  pace: 100_000,
};
