/** History as one would keep it at first: a copy of the world after every step, or none at all. */
import { Run } from '../src/runner/run.ts';
import { World } from '../src/kernel/world.ts';
import type { Dice } from '../src/runner/fuzz/dice.ts';
import { protocols } from '../src/scenarios/protocols.ts';
import { driveRun, driveWorld, model } from './contestants.ts';
import { heap } from './heap-now.ts';
import { mix } from './mix.ts';

/** Rounds of two minutes: some ten thousand steps, which is enough to see what each of them costs. */
const ROUNDS = 8;

/** Bytes an event when every world is kept; copies share what did not change, as checkpoints do. */
export function bytesOfEveryWorld(): number {
  const kept: unknown[] = [];
  const world = new World(model(), mix.seed);
  const before = heap();
  const events = driveWorld(world, ROUNDS, () => kept.push(world.clone()));
  return (heap() - before) / events;
}

/**
 * ms to reach places of a run of so many rounds by taking it from its beginning, once each: what a
 * seek costs when nothing is kept.
 */
export function seeksFromTheStart(
  dice: Dice,
  { count, rounds, minutes }: { count: number; rounds: number; minutes: number },
): readonly number[] {
  return Array.from({ length: count }, () => {
    const run = new Run(protocols.election, mix, false);
    const place = dice.between(1, rounds);
    const begin = performance.now();
    driveRun(run, place, minutes);
    return performance.now() - begin;
  });
}
