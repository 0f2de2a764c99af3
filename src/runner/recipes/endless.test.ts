/** A program that goes round without ever waiting is stopped, and is no program that has come to its end. */
import { expect, it } from 'vitest';
import type { RecipeProgram } from '../../view/recipe-program.ts';
import { recipes } from '../../scenarios/recipes/adapter.ts';
import { Run } from '../run.ts';
import { Played, scenarioOf } from './testing/played.ts';

const round: RecipeProgram = { steps: [{ label: 'again', goto: 'again' }] };
const straight: RecipeProgram = { steps: [{ work: { ms: 1 } }] };
const stops: RecipeProgram = { steps: [{ label: 'out', end: true }] };

const file = scenarioOf([{ program: 'round' }, { program: 'straight' }, { program: 'stops' }], {
  programs: { round, straight, stops },
});

it('is said of the client, in what is asked of it, and in a sentence', () => {
  const played = new Played(file).until(3000);
  const failed = played.detail.clients.map((client) => [client.over, client.failed]);
  expect(failed).toEqual([
    [true, 'Endless'],
    [true, ''],
    [true, ''],
  ]);
  expect(played.holds({ program: { pid: 101, is: 'failed' } })).toBe(true);
  expect(played.holds({ program: { pid: 101, is: 'ended' } })).toBe(false);
  expect(played.holds({ program: { pid: 102, is: 'ended' } })).toBe(true);
  expect(played.holds({ program: { pid: 103, is: 'ended' } })).toBe(true);

  const run = new Run(recipes, file, false);
  const whys: unknown[] = [];
  while (run.world.time < 3_000_000 && run.explainedStep(Infinity)) {
    for (const { rule, pid, data } of run.last?.facts ?? [])
      if (rule === 'program-ends') whys.push([pid, data['why']]);
  }
  expect(whys).toContainEqual([101, 'Endless']);
  expect(whys).toContainEqual([102, null]);
});
