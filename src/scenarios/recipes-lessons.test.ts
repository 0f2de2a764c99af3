/** What the lessons of recipes claim is a property of the programs: with a rule broken it is not so. */
import { describe, expect, it } from 'vitest';
import type { RecipeMutant } from '../ensemble/recipes/mutants.ts';
import type { Scenario } from '../view/scenario.ts';
import { lessonFile } from './lesson-file.ts';
import { playAll } from './play-all.ts';
import { recipesForm } from './recipes/form.ts';

/** The lesson with these rules off in its own run and nobody to stop it: the questions and claims that go wrong. */
async function wrong(id: string, ...broken: RecipeMutant[]): Promise<string[]> {
  const file = await lessonFile(id);
  if (file?.model !== 'recipes') throw new TypeError(`${id} is no lesson of recipes`);
  const { setup } = file;
  const breaks = recipesForm.invariants;
  const changed: Scenario<'recipes'> = { ...file, breaks, setup: { ...setup, broken } };
  const { predictions, expectations, stuck } = playAll(changed);
  return [
    ...predictions.flatMap(({ step, right }) => {
      const answer = file.steps?.find((one) => one.id === step)?.predict?.answer;
      return right.join() === answer ? [] : [step];
    }),
    ...expectations.filter(({ ok }) => !ok).map(({ text }) => text),
    ...(stuck === null ? [] : [`stuck at ${stuck}`]),
  ];
}

describe('a lesson of recipes notices', () => {
  it.each<[string, RecipeMutant, string]>([
    ['queue-for-the-lock', 'no-second-look', 'stuck at waiter-dies'],
    ['readers-and-writers', 'no-second-look', 'leaves'],
    ['create-without-answer', 'retry-create-blindly', 'stuck at looks'],
    ['two-owners', 'delete-foreign-key', 'not-deleted'],
  ])('%s: the rule %s is broken', async (id, mutant, notices) => {
    expect(await wrong(id)).toEqual([]);
    expect(await wrong(id, mutant)).toContain(notices);
  });
});
