import { expect, it } from 'vitest';
import { Visits } from '../../../kernel/machine/testing/visits.ts';
import { Random } from '../../../kernel/random.ts';
import { World } from '../../../kernel/world.ts';
import { attempt, deedsOf, modelOf, PIDS } from './testing/schedules.ts';

/** Anything, at any time, as often as it takes. */
function play(visits: Visits, runs: number): void {
  for (let seed = 1; seed <= runs; seed++) {
    const chance = new Random(seed);
    const world = new World(visits.of(modelOf(seed)), seed);
    attempt(world, { kind: 'start', pids: PIDS });
    for (let round = 0; round < 40; round++) {
      for (let left = chance.below(20); left > 0 && world.advance(); left--);
      const deed = [0, chance.below(17), chance.below(12), chance.below(24)] as const;
      for (const what of deedsOf(deed, world)) attempt(world, what);
    }
  }
}

it('random runs take every row of a replica’s machine', () => {
  const visits = new Visits();
  play(visits, 150);
  expect(visits.missed).toEqual([]);
  const few = new Visits();
  play(few, 1);
  expect(few.missed.length).toBeGreaterThan(0);
});
