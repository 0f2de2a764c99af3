import type { Preset } from '../../../view/preset.ts';
import { twoCallers } from './initial.ts';

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
