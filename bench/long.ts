/** A run of ten million events: what it keeps stays in bounds, and any moment of it can be reached. */
import process from 'node:process';
import { Dice } from '../src/runner/fuzz/dice.ts';
import { Run } from '../src/runner/run.ts';
import { protocols } from '../src/scenarios/protocols.ts';
import { LIMITS } from '../src/view/limits.ts';
import { driveRun } from './contestants.ts';
import { heap } from './heap-now.ts';
import { inProcess } from './in-turns.ts';
import { mix } from './mix.ts';
import { quantile } from './row.ts';
import type { Row } from './row.ts';

export const name = 'ten million events';

const EVENTS = 10_000_000;
const PIECES = 10;
/** Of twelve minutes each, as history's run has them; more than are needed. */
const ROUNDS = 1200;
const MINUTES = 12;
const SEEKS = 300;
/** Checkpoints are weighed roughly, and a branch keeps more than them. */
const MOST = 2 * LIMITS.historyBytes;

interface Long {
  readonly events: number;
  readonly seconds: number;
  /** Bytes in use after each tenth. */
  readonly heaps: readonly number[];
  readonly checkpoints: number;
  /** ms of each seek, the smaller of two times, as in history's bench. */
  readonly seeks: readonly number[];
  /** Of moments noted as the run went by: how many were the same when it came back to them. */
  readonly noted: number;
  readonly same: number;
}

/** Thrown to leave the drive when there is enough. */
class Enough extends Error {}

/** A run that notes after each tenth where it stands and what it keeps. */
class NotedRun extends Run {
  readonly prints = new Map<number, string>();
  readonly heaps: number[] = [];
  private readonly before = heap();

  override step(limit: number): boolean {
    if (this.position >= ((this.heaps.length + 1) * EVENTS) / PIECES) {
      this.prints.set(this.position, this.world.fingerprint());
      this.heaps.push(heap() - this.before);
      if (this.position >= EVENTS) throw new Enough();
    }
    return super.step(limit);
  }
}

function long(): Long {
  const run = new NotedRun(protocols.election, mix, true);
  const { heaps, prints } = run;
  const begin = process.cpuUsage();
  try {
    driveRun(run, ROUNDS, MINUTES);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  const whole = process.cpuUsage(begin);
  const events = run.position;
  const dice = new Dice(3);
  const seeks = Array.from({ length: SEEKS }, () => {
    const position = dice.between(0, events);
    const from = performance.now();
    const spent = process.cpuUsage();
    run.seek(position);
    const { user, system } = process.cpuUsage(spent);
    return Math.min(performance.now() - from, (user + system) / 1000);
  });
  const same = [...prints].filter(([position, print]) => {
    run.seek(position);
    return run.world.fingerprint() === print;
  });
  return {
    events,
    seconds: (whole.user + whole.system) / 1e6,
    heaps,
    checkpoints: run.branch.checkpoints.length,
    seeks,
    noted: prints.size,
    same: same.length,
  };
}

export const contestants: Readonly<Record<string, () => unknown>> = { long };

export function run(): { rows: Row[] } {
  const found = inProcess<Long>('long', ['--expose-gc']);
  const { events, seconds, heaps, checkpoints, seeks, noted, same } = found;
  const most = Math.max(...heaps);
  return {
    rows: [
      { name: 'events', value: events, unit: '' },
      { name: 'processor time, with history and facts', value: seconds, unit: 's' },
      { name: 'kept after the first million', value: (heaps[0] ?? NaN) / 1e6, unit: 'MB' },
      {
        name: 'kept at most',
        value: most / 1e6,
        unit: 'MB',
        aim: `≤ ${MOST / 1e6}`,
        ok: most <= MOST,
      },
      { name: 'checkpoints at the end', value: checkpoints, unit: '' },
      { name: 'seek, median', value: quantile(seeks, 0.5), unit: 'ms' },
      { name: 'seek, p99', value: quantile(seeks, 0.99), unit: 'ms' },
      {
        name: `of ${noted} moments the same when it comes back to them`,
        value: same,
        unit: '',
        aim: `${noted}`,
        ok: same === noted && noted > 0,
      },
    ],
  };
}
