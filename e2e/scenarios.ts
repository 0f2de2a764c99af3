import type { ScenarioFile } from '../src/view/scenario.ts';

/** Three servers that start together, with nothing on their disks. */
export const threeServers: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 2,
  model: 'election',
  seed: 7,
  setup: {
    profile: 'zookeeper-3.8',
    servers: [1, 2, 3].map((sid) => ({ sid, startMs: 0 })),
  },
  latency: { kind: 'uniform', min: 5000, max: 15_000 },
  pace: 10_000,
};
