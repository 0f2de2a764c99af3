import { expect, it } from 'vitest';
import { recipes } from '../../scenarios/recipes/adapter.ts';
import { scenarioOf, several } from '../recipes/testing/played.ts';
import { Run } from '../run.ts';
import { fuzz } from './fuzz.ts';
import { isSetBack, SET_BACK } from './set-back.ts';

const file = scenarioOf(several(2, 'redis-lock', 100, { values: { leaseMs: 3000 } }), {
  outside: [{ id: 302, name: 'R1', kind: 'redis' }],
});

/** The owner dies; the store's clock is set back by so many ms. */
function afterDeath(byMs: number): Run {
  const run = new Run(recipes, file, false);
  while (run.step(1_000_000));
  run.intervene({ kind: 'kill', pid: 101 });
  if (byMs > 0) run.intervene({ kind: 'set-clock', pid: 302, byMs: -byMs });
  while (run.step(60_000_000));
  return run;
}

it('a key of a dead owner goes with its lease, unless the clock of its store is set back', () => {
  expect(isSetBack(afterDeath(0).world, file)).toBe(false);
  expect(isSetBack(afterDeath(600_000).world, file)).toBe(true);
  expect(recipes.holds(afterDeath(0).world, { program: { pid: 102, is: 'ended' } })).toBe(true);
  expect(recipes.holds(afterDeath(600_000).world, { program: { pid: 102, is: 'ended' } })).toBe(
    false,
  );
});

it('a random run in which that happens is no violation, and is counted', () => {
  const { violations, exercised } = fuzz(recipes, 1, 1_005_957, { wipes: false });
  expect(violations).toEqual([]);
  expect(exercised[SET_BACK]).toBe(1);
});
