import type { RecipeClientSetup } from '../../../view/recipes-setup.ts';
import { recipe } from './recipe.ts';
import type { Recipe } from './recipe.ts';

/** The last two call, all others answer. */
const served =
  (
    caller: string,
    values?: (of: number) => RecipeClientSetup['values'],
    provider: string = 'provider',
  ) =>
  (place: number, of: number): ReturnType<Recipe['clientAt']> => {
    const callers = of - CALLERS;
    if (place < callers) return { program: provider, name: `P${place + 1}`, answers: {} };
    const own = values?.(callers);
    return {
      program: caller,
      name: place === callers ? 'α' : 'β',
      ...(own !== undefined && { values: own }),
    };
  };
const CALLERS = 2;
/** Long enough to see a session end, and what is done after that. */
const CALLS = { times: 600 } as const;
/** So many providers can be added while it runs. */
const ADDED = 2;

/** … are numbered on. */
const moreProviders =
  (provider: string = 'provider') =>
  (of: number): readonly ReturnType<Recipe['clientAt']>[] =>
    Array.from({ length: ADDED }, (_, i) => ({
      program: provider,
      name: `P${of - CALLERS + i + 1}`,
      answers: {},
    }));

/** Servers of which the smallest number takes the calls, and two who call it. */
export const writing = (place: number, of: number): ReturnType<Recipe['clientAt']> =>
  place < of - CALLERS
    ? { program: 'master-queue', name: `W${place + 1}`, answers: {} }
    : { program: 'master-caller', name: place === of - CALLERS ? 'α' : 'β', values: CALLS };

/** A count for each provider, also for those who may be added. */
const VISITS = [
  { path: '/visits' },
  ...[1, 2, 3, 4, 5, 6].map((number) => ({ path: `/visits/P${number}`, data: '0' })),
];

/** Services: who provides them, and how those who call choose among them. */
export const services: readonly Recipe[] = [
  ...(
    [
      ['registry', 'consumer-in-turn'],
      ['by-chance', 'consumer-by-chance'],
      ['least-visited', 'consumer-least'],
    ] as const
  ).map(([id, caller]) =>
    recipe(
      id,
      served(caller, () => CALLS),
      [3, 6, 98],
      { sparesFor: moreProviders() },
    ),
  ),
  recipe(
    'weighted',
    served('consumer-weighted', (providers) => ({
      ...CALLS,
      // The first one is chosen twice as often as each of the others.
      weights: ['P1', ...Array.from({ length: providers }, (_, i) => `P${i + 1}`)],
    })),
    [3, 6, 98],
  ),
  recipe(
    'shared-visits',
    served('consumer-shared', () => CALLS),
    [3, 6, 6],
    {
      sparesFor: moreProviders(),
      more: { tree: VISITS },
    },
  ),
  recipe(
    'fixed-list',
    served(
      'fixed-caller',
      (providers) => ({
        list: Array.from({ length: providers }, (_, i) => `P${i + 1}`),
        ...CALLS,
      }),
      'unregistered',
    ),
    [3, 6, 98],
    { alone: true, sparesFor: moreProviders('unregistered') },
  ),
];
