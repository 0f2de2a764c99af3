/** The experiment of the specification's §6.2: the same workload and the same cut for every store. */
import type { CapOpSetup, CapSetup, CapStore } from '../../view/cap-setup.ts';
import type { Pid } from '../../view/time.ts';
import type { Scenario } from '../../view/scenario.ts';
import { SCENARIO_VERSION } from '../../view/scenario.ts';

export const ALPHA: Pid = 101;
export const BETA: Pid = 102;

/** α is on the minority's side, at S2; β on the majority's, at S4. Op 9 waits until S2 serves α again. */
export const WORKLOAD: readonly CapOpSetup[] = [
  { client: ALPHA, kind: 'write', value: 1, atMs: -1000 },
  { client: BETA, kind: 'write', value: 2, atMs: 1000 },
  { client: ALPHA, kind: 'read', atMs: 2000 },
  { client: ALPHA, kind: 'write', value: 3, atMs: 3000 },
  { client: ALPHA, kind: 'read', atMs: 15_000 },
  { client: ALPHA, kind: 'sync-read', atMs: 16_000 },
  { client: ALPHA, kind: 'write', value: 4, atMs: 17_000 },
  { client: BETA, kind: 'read', atMs: 18_000 },
  { client: ALPHA, kind: 'read', atMs: 61_000, patient: true },
  { client: BETA, kind: 'read', after: 9, atMs: 1000 },
];

export interface ExperimentOptions {
  readonly seed?: number;
  /** Default S5, on the majority's side; S1 is on the minority's. */
  readonly leader?: Pid;
  readonly workload?: readonly CapOpSetup[];
  /** Nothing is cut. */
  readonly whole?: boolean;
  readonly setup?: Partial<CapSetup>;
}

/** {S1, S2} and {S3, S4, S5} are cut from each other, silently, from 0 s to 60 s. */
export function experiment(store: CapStore, options: ExperimentOptions = {}): Scenario<'cap'> {
  const { seed = 1, leader, workload = WORKLOAD, whole = false, setup = {} } = options;
  const cut = {
    fromMs: 0,
    toMs: 60_000,
    groups: [
      [1, 2],
      [3, 4, 5],
    ],
  };
  return {
    format: 'zooscope-scenario',
    version: SCENARIO_VERSION,
    model: 'cap',
    seed,
    setup: {
      store,
      clients: [
        { id: ALPHA, server: 2 },
        { id: BETA, server: 4 },
      ],
      workload,
      ...(leader !== undefined && { leader }),
      ...(!whole && { cuts: [cut] }),
      ...setup,
    },
  };
}
