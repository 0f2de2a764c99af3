import type { Preset } from '../../../view/preset.ts';
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

const add = (pid: number) =>
  ({ kind: 'input', pid, name: 'CALL', data: { op: 'add', amount: 1 } }) as const;
const started = { kind: 'wait', until: { quiet: true } } as const;
/** It is on C's disk, too: only then does the answer leave. */
const answered = { kind: 'wait', until: { fact: { rule: 'written' } } } as const;

/** What the counter's lab offers to begin with. */
export const counterPresets: readonly [Preset, ...(readonly Preset[])] = [
  {
    // The counter has counted, and the answer is on its way.
    id: 'answer-under-way',
    from: twoCallers,
    way: [started, add(1), answered],
  },
  {
    // The same, and the way back is cut: A will never know.
    id: 'answer-lost',
    from: twoCallers,
    way: [started, add(1), answered, { kind: 'cut', from: 3, to: 1, oneWay: true }],
  },
];
