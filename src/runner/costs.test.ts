import { describe, expect, test } from 'vitest';
import { loadProtocol } from '../scenarios/load-protocol.ts';
import type { Scenario } from '../view/scenario.ts';
import { RunCosts } from './costs.ts';

const contenders = (program: string, count: number): Scenario<'recipes'> => ({
  format: 'zooscope-scenario',
  version: 2,
  model: 'recipes',
  seed: 7,
  setup: {
    servers: [{ sid: 1 }],
    clients: Array.from({ length: count }, (_, i) => ({
      id: 101 + i,
      program,
      startMs: 500 + i * 20,
      values: { workMs: 6000, ...(program === 'parent-lock' && { settleMs: 3000 }) },
    })),
  },
  latency: { kind: 'uniform', min: 2000, max: 4000 },
});

describe('what runs of recipes cost', () => {
  test('is counted to the end of each, and is what the specification says', async () => {
    const runs = [
      { id: 'exclusive-lock', clients: 3, scenario: contenders('exclusive-lock', 3) },
      { id: 'fair-lock', clients: 3, scenario: contenders('fair-lock', 3) },
      { id: 'parent-lock', clients: 3, scenario: contenders('parent-lock', 3) },
      { id: 'fair-lock', clients: 10, scenario: contenders('fair-lock', 10) },
    ];
    const job = new RunCosts(await loadProtocol('recipes'), { runs });
    let slices = 1;
    while (!job.run(500)) slices++;
    expect(slices).toBeGreaterThan(1);
    expect(job.counted.map(({ messages }) => messages)).toEqual([27, 28, 30, 105]);
    expect(job.counted[3]?.woken).toBe(9);
  });
});
