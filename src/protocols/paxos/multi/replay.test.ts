/**
 * A run of Multi-Paxos is its set-up, its seed and what was done to it, as with every model: it has no
 * lab and no file yet, so that what was done is saved and done again here.
 */
import { expect, it } from 'vitest';
import { Random } from '../../../kernel/random.ts';
import type { RecordedIntervention } from '../../../view/intervention.ts';
import { attempt, deedsOf, makeWorld, PIDS } from './testing/schedules.ts';
import type { Deed, MultiWorld } from './testing/schedules.ts';

/** How many; more of them by the environment. */
const RUNS = Number(process.env['ZOOSCOPE_REPLAYS'] ?? 200);

interface Lived {
  readonly done: readonly RecordedIntervention[];
  readonly steps: number;
  readonly fingerprint: string;
}

/** A run in which anything is done at any time, also between two events; now and then a copy goes on. */
function lived(seed: number): Lived {
  const chance = new Random(seed);
  const pick = (below: number): number => chance.below(below);
  let world = makeWorld(seed);
  const done: RecordedIntervention[] = [];
  const does = (what: RecordedIntervention['what'], at?: number): void => {
    const { step } = world;
    if (attempt(world, what, at)) done.push({ step, time: world.time, what });
  };
  does({ kind: 'start', pids: PIDS });
  for (let round = 10 + pick(30); round > 0; round--) {
    for (let left = pick(20); left > 0 && world.advance(); left--);
    if (pick(8) === 0) world = world.clone();
    const deed: Deed = [0, pick(17), pick(12), pick(24)];
    for (const what of deedsOf(deed, world)) does(what, world.time + pick(2) * pick(20_000));
  }
  return { done, steps: world.step, fingerprint: world.fingerprint() };
}

/** From what was written down alone, as far as the run was lived. */
function replayed(seed: number, text: string, steps: number): MultiWorld {
  const done = JSON.parse(text) as readonly RecordedIntervention[];
  const world = makeWorld(seed);
  for (const { step, time, what } of done) {
    while (world.step < step && world.advance());
    world.intervene(what, time);
  }
  while (world.step < steps && world.advance());
  return world;
}

it('random runs of Multi-Paxos are saved and replayed to equal digests', () => {
  const different: number[] = [];
  const kinds = new Set<string>();
  let steps = 0;
  for (let seed = 1; seed <= RUNS; seed++) {
    const run = lived(seed);
    const again = replayed(seed, JSON.stringify(run.done), run.steps);
    if (again.fingerprint() !== run.fingerprint) different.push(seed);
    for (const { what } of run.done) kinds.add(what.kind);
    steps += run.steps;
  }
  expect(different).toEqual([]);
  // Runs in which nothing happens prove nothing.
  expect(steps).toBeGreaterThan(RUNS * 100);
  expect(kinds).toContain('power-off');
  expect(kinds).toContain('duplicate');
});

it('a deed that is left out, or done at another time, makes another run', () => {
  const run = lived(1);
  const without = JSON.stringify(run.done.slice(0, -1));
  expect(replayed(1, without, run.steps - 1).fingerprint()).not.toBe(run.fingerprint);
  const late = run.done.map((each, at) => (at === 0 ? { ...each, time: each.time + 1 } : each));
  expect(replayed(1, JSON.stringify(late), run.steps).fingerprint()).not.toBe(run.fingerprint);
});
