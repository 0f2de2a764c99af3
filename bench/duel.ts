/**
 * Whether the page keeps its pace: four proposers who never wait and nine acceptors, some thousands of
 * events a second at 50×, in the built page in a real browser. Judged by the processor time of the main
 * thread, which must leave room in each frame; times between frames are those of this machine today.
 */
import { inPage } from './in-page.ts';
import { quantile } from './row.ts';
import type { Row } from './row.ts';

export const name = 'duel at 50×';

/** Of a screen that shows sixty frames a second, ms. */
const FRAME = 1000 / 60;

const PROPOSERS: Readonly<Record<number, string>> = { 1: '10%', 9: '20%', 3: '30%', 7: '40%' };

/** Four proposers who never wait, and nine acceptors. */
export const duel = {
  format: 'zooscope-scenario',
  version: 2,
  model: 'paxos',
  seed: 1,
  setup: {
    processes: Array.from({ length: 9 }, (_, index) => {
      const id = index + 1;
      const value = PROPOSERS[id];
      return value === undefined
        ? { id, roles: ['acceptor'] }
        : { id, roles: ['proposer', 'acceptor'], value };
    }),
    retry: { policy: 'immediate' },
  },
  latency: { kind: 'uniform', min: 5000, max: 15_000 },
  diskLatency: { kind: 'fixed', us: 1000 },
  pace: 10_000,
};

export interface Measured {
  /** Between animation frames, ms. */
  readonly frames: readonly number[];
  /** Tasks of more than 50 ms, ms. */
  readonly longTasks: readonly number[];
  /** Processor time of the main thread, ms: all of it, and what scripts took of it. */
  readonly task: number;
  readonly script: number;
  readonly commits: number;
  readonly events: number;
}

/** Without a browser there is nothing to measure, and it says so. */
export function run(): { rows: Row[] } {
  const input = { lab: 'paxos', scenario: duel, speed: '50×' };
  const result = inPage<Measured>(name, 'duel-page', input);
  return { rows: result === null ? [] : rowsOf(result) };
}

/** What is told of a run that was played. */
export function rowsOf({ frames, longTasks, task, script, commits, events }: Measured): Row[] {
  const busy = task / frames.length;
  return [
    { name: 'events played', value: events, unit: '' },
    {
      name: 'main thread, processor time a frame',
      value: busy,
      unit: 'ms',
      aim: `≤ ${FRAME.toFixed(1)}`,
      ok: busy <= FRAME,
    },
    { name: 'of it scripts', value: script / frames.length, unit: 'ms' },
    { name: 'commits of React a frame', value: commits / frames.length, unit: '' },
    { name: 'between frames, median', value: quantile(frames, 0.5), unit: 'ms' },
    { name: 'between frames, p95', value: quantile(frames, 0.95), unit: 'ms' },
    { name: 'tasks over 50 ms', value: longTasks.length, unit: '' },
    { name: 'longest of them', value: Math.max(0, ...longTasks), unit: 'ms' },
  ];
}
