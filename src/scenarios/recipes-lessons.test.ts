/** What the lessons of recipes claim is a property of the programs: with a rule broken it is not so. */
import { describe, expect, it } from 'vitest';
import type { RecipeMutant } from '../ensemble/recipes/mutants.ts';
import { recipesForm } from './recipes/form.ts';
import { wrongWithout } from './testing/without-rules.ts';

describe('a lesson of recipes notices', () => {
  it.each<[string, RecipeMutant, string]>([
    ['queue-for-the-lock', 'no-second-look', 'stuck at waiter-dies'],
    ['readers-and-writers', 'no-second-look', 'leaves'],
    ['create-without-answer', 'retry-create-blindly', 'stuck at looks'],
    ['two-owners', 'delete-foreign-key', 'not-deleted'],
  ])('%s: the rule %s is broken', async (id, mutant, notices) => {
    expect(await wrongWithout(id, [], recipesForm.invariants)).toEqual([]);
    expect(await wrongWithout(id, [mutant], recipesForm.invariants)).toContain(notices);
  });
});
