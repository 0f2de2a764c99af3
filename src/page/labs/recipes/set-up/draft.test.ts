import { describe, expect, test } from 'vitest';
import { recipeOf, recipes, resized, runOf } from '../catalogue.ts';
import { addClient, buildRecipes, draftOf, typedValues } from './draft.ts';

describe('the set-up of a recipe', () => {
  test.each(recipes.map(({ id }) => id))('says of %s what it was made of', (id) => {
    const found = recipeOf(id);
    if (found === undefined) throw new RangeError(id);
    const run = runOf(found);
    const built = buildRecipes(draftOf(run));
    expect(built.unread).toEqual([]);
    expect(built.scenario).toEqual(run);
  });

  test('keeps a client like the one before it when one more is added', () => {
    const draft = draftOf(runOf(recipeOf('fair-lock') ?? recipes[0]!, 2));
    const { scenario } = buildRecipes(addClient(draft));
    expect(scenario.setup.clients.map(({ id, program }) => [id, program])).toEqual([
      [101, 'fair-lock'],
      [102, 'fair-lock'],
      [103, 'fair-lock'],
    ]);
  });

  test('reads values as they are typed, and says which cannot be read', () => {
    expect(typedValues('workMs=2000, name = a b')).toEqual({ workMs: 2000, name: 'a b' });
    expect(typedValues('')).toEqual({});
    expect(typedValues('workMs')).toBeNull();
    const draft = draftOf(runOf(recipeOf('fair-lock') ?? recipes[0]!, 1));
    const wrong = {
      ...draft,
      clients: draft.clients.map((one) => ({ ...one, values: '2000', timeoutMs: 'x' })),
    };
    expect(buildRecipes(wrong).unread.map(({ field }) => field)).toEqual([
      '0.values',
      '0.timeoutMs',
    ]);
  });
});

describe('another number of clients', () => {
  test('leaves those who stay as they were', () => {
    const run = runOf(recipeOf('fair-lock') ?? recipes[0]!, 3);
    const slow = {
      ...run,
      setup: {
        ...run.setup,
        clients: run.setup.clients.map((one, i) => (i === 1 ? { ...one, thinkMs: 50 } : one)),
      },
    };
    const more = resized(slow, 100);
    expect(more.setup.clients).toHaveLength(100);
    expect(more.setup.clients[1]).toMatchObject({ id: 102, thinkMs: 50 });
    expect(more.setup.clients.at(-1)).toMatchObject({ id: 200, program: 'fair-lock' });
    expect(resized(more, 2).setup.clients.map(({ id }) => id)).toEqual([101, 102]);
  });

  test('tells a barrier for how many it is', () => {
    const run = runOf(recipeOf('double-barrier') ?? recipes[0]!, 3);
    const sizes = resized(run, 5).setup.clients.map(({ values }) => values?.['size']);
    expect(sizes).toEqual([5, 5, 5, 5, 5]);
  });
});
