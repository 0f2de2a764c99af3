import type { ScenarioFile } from '../../../view/scenario.ts';
import { SMALL_TREE } from './set-up/small-tree.ts';

/**
 * The ZooKeeper lab's first run: one server with a small tree, and two consoles that have begun to use it. Messages, stages and
 * disk are slower than on one machine, so that a request can be followed on its way.
 */
export const twoConsoles: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 2,
  model: 'zookeeper',
  seed: 1,
  setup: {
    servers: [{ sid: 1 }],
    clients: [
      {
        id: 101,
        program: 'zkcli-wait',
        lines: ['create -e /app/members/alpha', 'ls -w /app/members'],
      },
      {
        id: 102,
        program: 'zkcli-wait',
        timeoutMs: 10_000,
        lines: ['get -w /config/db', 'create -e -s /app/members/m- beta'],
      },
      ...[103, 104, 105, 106].map((id) => ({ id, program: 'zkcli-wait', spare: true })),
    ],
    tree: SMALL_TREE,
    stageMs: 1,
  },
  latency: { kind: 'uniform', min: 2000, max: 4000 },
  diskLatency: { kind: 'uniform', min: 3000, max: 6000 },
  pace: 3000,
};
