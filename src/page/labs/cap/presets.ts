import type { CapSetup, CapStore } from '../../../view/cap-setup.ts';
import type { Condition } from '../../../view/condition.ts';
import type { Preset } from '../../../view/preset.ts';
import type { Scenario } from '../../../view/scenario.ts';

/** α on the side that will be the smaller one, β on the other. */
export const ALPHA = 101;
export const BETA = 102;

const CLIENTS: CapSetup['clients'] = [
  { id: ALPHA, server: 2 },
  { id: BETA, server: 4 },
];

/** The requests of the experiment, the same in every store. */
const WORKLOAD: CapSetup['workload'] = [
  { client: ALPHA, kind: 'write', value: 1, atMs: -1000 },
  { client: BETA, kind: 'write', value: 2, atMs: 1000 },
  { client: ALPHA, kind: 'read', atMs: 2000 },
  { client: ALPHA, kind: 'write', value: 3, atMs: 3000 },
  { client: ALPHA, kind: 'read', atMs: 15_000 },
  { client: ALPHA, kind: 'sync-read', atMs: 16_000 },
  { client: ALPHA, kind: 'write', value: 4, atMs: 17_000 },
  { client: BETA, kind: 'read', atMs: 18_000 },
  // Once its server serves it again.
  { client: ALPHA, kind: 'read', atMs: 61_000, patient: true },
  { client: BETA, kind: 'read', atMs: 1000, after: 9 },
];

const CUT: NonNullable<CapSetup['cuts']> = [
  {
    fromMs: 0,
    toMs: 60_000,
    groups: [
      [1, 2],
      [3, 4, 5],
    ],
  },
];

/** Five servers, two clients, ten requests, and a cut of a minute. */
export const experiment = (store: CapStore, more: Partial<CapSetup> = {}): Scenario<'cap'> => ({
  format: 'zooscope-scenario',
  version: 3,
  model: 'cap',
  seed: 1,
  setup: { store, clients: CLIENTS, workload: WORKLOAD, cuts: CUT, ...more },
  latency: { kind: 'uniform', min: 4000, max: 12_000 },
  pace: 10_000,
});

const wait = (...all: readonly Condition[]) => ({ kind: 'wait', until: { all } }) as const;
const request = (number: number, is: 'waiting' | 'ok' | 'error' | 'timeout'): Condition => ({
  request: { number, is },
});

/** What the CAP lab offers to begin with; it opens with the first. */
export const capPresets: readonly [Preset, ...(readonly Preset[])] = [
  // Both sides have been asked; what the majority knows is on its way to β.
  {
    id: 'cut-in-two',
    from: experiment('zookeeper'),
    way: [wait(request(8, 'waiting'))],
    selected: 2,
  },
  // S2 has not noticed the cut, and answers from its own tree.
  {
    id: 'first-read',
    from: experiment('zookeeper'),
    way: [wait(request(3, 'waiting'))],
    selected: 2,
  },
  // Without a leader, but it answers: it says that what it says may be old.
  {
    id: 'read-only',
    from: experiment('zookeeper-read-only'),
    way: [wait(request(5, 'waiting'))],
    selected: 2,
  },
  // Two of five are no quorum: nothing that α asks is answered.
  { id: 'quorum', from: experiment('quorum'), way: [wait(request(4, 'waiting'))], selected: ALPHA },
  // The primary takes every write of its side, and its copies hear of them later.
  { id: 'copies', from: experiment('primary'), way: [wait(request(3, 'waiting'))], selected: 2 },
  // Everybody has been answered. Now both sides meet.
  {
    id: 'overwritten',
    from: experiment('last-writer-wins'),
    way: [wait({ lostWrites: 1 })],
    selected: BETA,
  },
  // The old leader answers reads, and does not know that it leads nobody.
  {
    id: 'leader-cut-off',
    from: experiment('zookeeper', { leader: 1 }),
    way: [wait(request(3, 'waiting'))],
    selected: 1,
  },
  // α hears that its session has long been over.
  { id: 'healed', from: experiment('zookeeper'), way: [wait(request(9, 'ok'))], selected: ALPHA },
  // Nothing is cut yet: the line is the reader's.
  {
    id: 'draw',
    from: experiment('zookeeper', { cuts: [] }),
    way: [wait(request(1, 'ok'))],
  },
];
