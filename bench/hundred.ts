/**
 * Whether the page keeps its pace with a hundred clients of a recipe: round one node, whose end wakes all
 * of them, and in a queue; beside ten of the same, in the built page in a real browser. Judged as the duel is.
 */
import { SCENARIO_VERSION } from '../src/view/scenario.ts';
import type { Scenario } from '../src/view/scenario.ts';
import { rowsOf } from './duel.ts';
import type { Measured } from './duel.ts';
import { inPage } from './in-page.ts';
import type { Row } from './row.ts';

export const name = 'a hundred clients in the page';

const START_MS = 1500;
const APART_MS = 20;
/** Everybody has come before the first one lets go, ms. */
const FIRST_WORKS_MS = 4000;
const WORKS_MS = 20;
const ROUNDS = 20;

/** @param times how often each takes its turn */
export const clients = (program: string, count: number, times = ROUNDS): Scenario<'recipes'> => ({
  format: 'zooscope-scenario',
  version: SCENARIO_VERSION,
  model: 'recipes',
  seed: 1,
  setup: {
    servers: [{ sid: 1 }],
    clients: Array.from({ length: count }, (_, place) => ({
      id: 101 + place,
      program,
      startMs: START_MS + place * APART_MS,
      values: { workMs: place === 0 ? FIRST_WORKS_MS : WORKS_MS, times },
    })),
    stageMs: 0.2,
  },
  latency: { kind: 'uniform', min: 2000, max: 4000 },
  diskLatency: { kind: 'uniform', min: 3000, max: 6000 },
  pace: 3000,
});

/** From the first release on there is always something to do. */
const way = [{ kind: 'wait', until: { woken: { times: 1 } } }];

const RUNS = [
  { told: '100 round one node, 1×', program: 'exclusive-lock', count: 100, speed: '1×' },
  { told: '100 round one node, 10×', program: 'exclusive-lock', count: 100, speed: '10×' },
  { told: '100 in a queue, 10×', program: 'fair-lock', count: 100, speed: '10×' },
  { told: '10 round one node, 10×', program: 'exclusive-lock', count: 10, speed: '10×' },
] as const;

/** Without a browser there is nothing to measure, and it says so. */
export function run(): { rows: Row[] } {
  const rows: Row[] = [];
  const busy: number[] = [];
  for (const { told, program, count, speed } of RUNS) {
    const scenario = clients(program, count);
    const result = inPage<Measured>(name, 'duel-page', { lab: 'recipes', scenario, speed, way });
    if (result === null) return { rows: [] };
    busy.push(result.task / result.frames.length);
    for (const row of rowsOf(result)) rows.push({ ...row, name: `${told}: ${row.name}` });
  }
  const [, hundred = 0, , ten = 0] = busy;
  rows.push({ name: 'a frame of 100 beside one of 10', value: hundred / ten, unit: 'times' });
  return { rows };
}
