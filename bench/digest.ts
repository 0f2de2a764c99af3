/** E3: one seed, one digest, however the run is taken: step by step, in batches, recorded or not. */
import { Dice } from '../src/runner/fuzz/dice.ts';
import { Recorder } from '../src/kernel/recorder.ts';
import { World } from '../src/kernel/world.ts';
import { Run } from '../src/runner/run.ts';
import { protocols } from '../src/scenarios/protocols.ts';
import { driveRun, driveWorld, model } from './contestants.ts';
import { inProcess } from './in-turns.ts';
import { mix } from './mix.ts';
import type { Row } from './row.ts';

export const name = 'E3 digest';

/** Enough of the mix for a million events. */
const ROUNDS = 620;

interface Taken {
  readonly steps: number;
  readonly digest: string;
}

const nothing = (): void => {};

/** Every step by itself. */
function stepwise(): Taken {
  const world = new World(model(), mix.seed);
  driveWorld(world, ROUNDS, nothing);
  return { steps: world.step, digest: world.fingerprint() };
}

/** In batches of random lengths of virtual time, as frames of a page would ask for. */
function batches(): Taken {
  const world = new World(model(), mix.seed);
  const dice = new Dice(5);
  driveWorld(world, ROUNDS, nothing, (time) => {
    for (let now = world.time; now < time;) {
      now = Math.min(time, now + dice.magnitude(100, 10_000_000));
      while (world.advance(now));
    }
  });
  return { steps: world.step, digest: world.fingerprint() };
}

/** With every fact written down. */
function recorded(): Taken {
  const world = new World(model(), mix.seed);
  const recorder = new Recorder(world.model);
  world.recorder = recorder;
  driveWorld(world, ROUNDS, () => {
    recorder.records.length = 0;
  });
  return { steps: world.step, digest: world.fingerprint() };
}

/** As the page plays it, with history; then back to the middle and forward again. */
function replayed(): Taken {
  const run = new Run(protocols.election, mix, true);
  driveRun(run, ROUNDS);
  const { position } = run;
  run.seek(Math.floor(position / 2));
  run.seek(position);
  return { steps: run.position, digest: run.world.fingerprint() };
}

function forgetful(): Taken {
  const run = new Run(protocols.election, mix, false);
  driveRun(run, ROUNDS);
  return { steps: run.position, digest: run.world.fingerprint() };
}

export const contestants: Readonly<Record<string, () => unknown>> = {
  'digest-stepwise': stepwise,
  'digest-batches': batches,
  'digest-recorded': recorded,
  'digest-replayed': replayed,
  'digest-forgetful': forgetful,
};

/** @throws Error when a way of taking the run comes to another digest */
export function run(): { rows: Row[] } {
  const runs = Object.keys(contestants).map((each) => inProcess<Taken>(each));
  const digests = new Set(runs.map(({ steps, digest }) => `${steps} ${digest}`));
  if (digests.size > 1) throw new Error(`E3: digests differ: ${[...digests].join(', ')}`);
  const steps = runs[0]?.steps ?? 0;
  return {
    rows: [
      {
        name: `ways of taking a run of ${steps} steps, digests of them`,
        value: digests.size,
        unit: `(${runs.length} ways)`,
        aim: '1, in ≥ 1 M',
        ok: digests.size === 1 && steps >= 1_000_000,
      },
    ],
  };
}
