import { describe, expect, it } from 'vitest';
import { recipeMutants } from '../../ensemble/recipes/mutants.ts';
import { fileOfRun } from '../../scenarios/from-run.ts';
import { recipes } from '../../scenarios/recipes/adapter.ts';
import { fuzz } from '../fuzz/fuzz.ts';
import { recipesFuzzer } from '../fuzz/recipes-run.ts';
import { Run } from '../run.ts';

describe.each(Object.entries(recipeMutants))('the mistake %s', (broken, { caughtBy }) => {
  const wishes = { wipes: false, broken };
  const found = fuzz(recipes, 100, 1, wishes, (run) => run.violation?.invariant === caughtBy);
  const violation = found.violations.find(({ invariant }) => invariant === caughtBy);

  it(`is found by random runs, as a breach of ${caughtBy}`, () => {
    expect(violation).toBeDefined();
  });

  it('is shown by the run that is saved, played again', () => {
    const { file, interventions } = recipesFuzzer.run(recipes, violation?.seed ?? 0, wishes);
    const run = new Run(recipes, fileOfRun(file, interventions), false);
    while (run.world.violations.length === 0 && run.step(Infinity));
    expect(run.world.violations.map(({ invariant }) => invariant)).toContain(caughtBy);
  });
});

it('without mistakes nothing is wrong in as many runs', () => {
  expect(fuzz(recipes, 200, 7000, { wipes: false }).violations).toEqual([]);
}, 60_000);
