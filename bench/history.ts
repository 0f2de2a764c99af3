/** H1 to H4: what time travel costs in a run of a million events. */
import process from 'node:process';
import { Dice } from '../src/runner/fuzz/dice.ts';
import { Run } from '../src/runner/run.ts';
import { protocols } from '../src/scenarios/protocols.ts';
import { driveRun } from './contestants.ts';
import { heap } from './heap-now.ts';
import { inProcess, inTurns, ratioOf } from './in-turns.ts';
import { mix } from './mix.ts';
import { bytesOfEveryWorld, seeksFromTheStart } from './naive-history.ts';
import { quantile } from './row.ts';
import type { Row } from './row.ts';

export const name = 'H history';

/** A million events; beyond some two million every second checkpoint goes (`docs/limits.md`; bench `long`). */
const ROUNDS = 37;
const MINUTES = 12;
const SEEKS = 2000;
/** Each place is gone to so often: the collector strikes one seek in twenty, and hardly the same one each time. */
const TURNS = 5;
const BRANCHES = 200;
const NAIVE_SEEKS = 9;

interface Travelled {
  readonly steps: number;
  /**
   * ms for each seek, the smaller of two times: by the clock, which other processes take from, and of
   * the processor, in which the collector's threads count that work beside it.
   */
  readonly seeks: readonly number[];
  readonly clock: readonly number[];
  readonly processor: readonly number[];
  /** ms for each place, the quickest of `TURNS` seeks: what is computed, without the collector. */
  readonly quickest: readonly number[];
  readonly bytesPerEvent: number;
  readonly branchBytes: number;
  readonly checkpointBytes: number;
  readonly checkpointsPerBranch: number;
  /** ms for each seek when nothing is kept; bytes an event when everything is. */
  readonly naiveSeeks: readonly number[];
  readonly naiveBytes: number;
}

const keeping = (): { run: Run; bytes: number } => {
  const before = heap();
  const run = new Run(protocols.election, mix, true);
  driveRun(run, ROUNDS, MINUTES);
  return { run, bytes: heap() - before };
};

function travel(): Travelled {
  // A first run, thrown away, so that compiled code is not counted as history.
  driveRun(new Run(protocols.election, mix, true), 20);
  const { run, bytes } = keeping();
  const steps = run.position;
  const dice = new Dice(3);

  const processor: number[] = [];
  const clock: number[] = [];
  const places = Array.from({ length: SEEKS }, () => dice.between(0, steps));
  for (const position of places) {
    const begin = process.hrtime.bigint();
    const before = process.cpuUsage();
    run.seek(position);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
    clock.push(Number(process.hrtime.bigint() - begin) / 1e6);
  }

  const quickest = [...clock];
  for (let turn = 1; turn < TURNS; turn++)
    for (const [i, position] of places.entries()) {
      const begin = performance.now();
      run.seek(position);
      quickest[i] = Math.min(quickest[i] ?? Infinity, performance.now() - begin);
    }

  const positions = Array.from({ length: BRANCHES }, () => dice.between(0, steps));
  const first = run.branch.id;
  const kept: unknown[] = [];
  const beforeClones = heap();
  for (const position of positions) {
    run.seek(position);
    kept.push(run.world.clone());
  }
  const checkpointBytes = (heap() - beforeClones) / kept.length;
  kept.length = 0;

  const beforeBranches = heap();
  for (const position of positions) {
    run.switchTo(first, position);
    run.intervene({ kind: 'disk-latency', pid: 1, latency: null });
  }
  const branchBytes = (heap() - beforeBranches) / positions.length;
  const checkpointsPerBranch = Math.max(
    ...run.branches.slice(1).map(({ checkpoints }) => checkpoints.length),
  );
  return {
    steps,
    seeks: clock.map((ms, i) => Math.min(ms, processor[i] ?? ms)),
    clock,
    processor,
    quickest,
    bytesPerEvent: bytes / steps,
    branchBytes,
    checkpointBytes,
    checkpointsPerBranch,
    naiveSeeks: seeksFromTheStart(dice, { count: NAIVE_SEEKS, rounds: ROUNDS, minutes: MINUTES }),
    naiveBytes: bytesOfEveryWorld(),
  };
}

export const contestants: Readonly<Record<string, () => unknown>> = { travel };

export function run(): { rows: Row[] } {
  const travelled = inProcess<Travelled>('travel', ['--expose-gc']);
  const { steps, seeks, clock, processor, quickest, bytesPerEvent } = travelled;
  const { branchBytes, checkpointBytes, checkpointsPerBranch } = travelled;
  const { naiveSeeks, naiveBytes } = travelled;
  const results = inTurns(['quiet-forgetting', 'quiet-keeping']);
  const recording = 1 - ratioOf(results, 'quiet-keeping', 'quiet-forgetting');
  const p99 = quantile(seeks, 0.99);
  return {
    rows: [
      { name: 'steps of the run', value: steps, unit: `(${ROUNDS} elections)` },
      { name: 'H1 seek, p99', value: p99, unit: 'ms', aim: '≤ 1.5', ok: p99 <= 1.5 },
      {
        name: `H1 seek, p99 of places, each the quickest of ${TURNS}`,
        value: quantile(quickest, 0.99),
        unit: 'ms',
      },
      { name: 'H1 seek, median', value: quantile(seeks, 0.5), unit: 'ms' },
      { name: 'H1 seek, p99 by the clock', value: quantile(clock, 0.99), unit: 'ms' },
      {
        name: 'H1 seek, p99 of the processor, all threads',
        value: quantile(processor, 0.99),
        unit: 'ms',
      },
      {
        name: 'H1 seek, median, of one that begins at the start each time',
        value: (100 * quantile(clock, 0.5)) / quantile(naiveSeeks, 0.5),
        unit: `% (that one: ${Math.round(quantile(naiveSeeks, 0.5))} ms)`,
      },
      {
        name: 'H2 history, all in',
        value: bytesPerEvent,
        unit: 'B/event',
        aim: '≤ 64',
        ok: bytesPerEvent <= 64,
      },
      {
        name: 'H2 the same, of a copy of the world after every event',
        value: (100 * bytesPerEvent) / naiveBytes,
        unit: `% (that one: ${Math.round(naiveBytes)} B/event)`,
      },
      {
        name: 'H3 recording, of the throughput',
        value: 100 * recording,
        unit: '%',
        aim: '≤ 4',
        ok: recording <= 0.04,
      },
      {
        name: 'H4 a branch, checkpoints',
        value: checkpointsPerBranch,
        unit: '',
        aim: '≤ 1',
        ok: checkpointsPerBranch <= 1,
      },
      {
        name: 'H4 a branch',
        value: branchBytes,
        unit: `B (a checkpoint: ${Math.round(checkpointBytes)} B)`,
      },
    ],
  };
}
