import type { ScenarioFile } from '../../../view/scenario.ts';

/** The election lab's first run: five servers, as they come out of the box, all started at once. */
export const fiveServers: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 2,
  model: 'election',
  seed: 1,
  setup: {
    profile: 'zookeeper-3.8',
    servers: [1, 2, 3, 4, 5].map((sid) => ({ sid, startMs: 0 })),
  },
  latency: { kind: 'uniform', min: 5000, max: 15_000 },
  pace: 10_000,
};
