import type { RecipeClientSetup, RecipesSetup } from '../../../view/recipes-setup.ts';
import { SCENARIO_VERSION } from '../../../view/scenario.ts';
import type { Scenario } from '../../../view/scenario.ts';
import type { Pid } from '../../../view/time.ts';
import { recipe } from './recipe.ts';
import type { Recipe } from './recipe.ts';
import { services, writing } from './services.ts';

export const FIRST_CLIENT: Pid = 101;
/** By then an ensemble serves: a client that comes earlier tries one server after the other. */
const SERVING_MS = 1500;
/** From one client's start to the next one's: they come in their order. */
const APART_MS = 20;

const all =
  (program: string, values?: RecipeClientSetup['values']) =>
  (): Pick<RecipeClientSetup, 'program' | 'values'> => ({
    program,
    ...(values !== undefined && { values }),
  });

/** The first does the one thing, everybody else the other. */
const oneAnd =
  (first: string, others: string, values?: (of: number) => RecipeClientSetup['values']) =>
  (place: number, of: number): Pick<RecipeClientSetup, 'program' | 'values'> => {
    const own = values?.(of);
    return place === 0
      ? { program: first, ...(own !== undefined && { values: own }) }
      : { program: others };
  };

/** R R W R R W, as the trace of the specification has them. */
const readersAndWriters = (place: number) =>
  place % 3 === 2 ? { program: 'shared-write' } : { program: 'shared-read' };

/** What a lock protects, with a gate that compares tokens. */
const STORAGE = { id: 301, name: 'S', kind: 'storage', fencing: true } as const;
const store = (number: number) =>
  ({ id: 301 + number, name: `R${number}`, kind: 'redis' }) as const;

const half =
  (first: string, second: string) =>
  (place: number, of: number): Pick<RecipeClientSetup, 'program'> => ({
    program: place < Math.ceil(of / 2) ? first : second,
  });

/** Recipes by their families, in the order in which they are taught. */
export const families: readonly { readonly id: string; readonly recipes: readonly Recipe[] }[] = [
  {
    id: 'locks',
    recipes: [
      recipe('fair-lock', all('fair-lock')),
      recipe('exclusive-lock', all('exclusive-lock'), [1, 20, 100]),
      recipe('parent-lock', all('parent-lock')),
      recipe('shared-lock', readersAndWriters, [1, 6, 100]),
      recipe('semaphore', all('semaphore')),
      recipe('reentrant-lock', all('reentrant-lock'), [1, 3, 100]),
      recipe('timed-lock', all('timed-lock')),
      recipe('guarded-lock', all('guarded-lock'), [1, 3, 100], { more: { outside: [STORAGE] } }),
      recipe('turns', all('turns'), [1, 3, 100]),
      recipe('fenced-lock', all('fenced-lock', { storage: 'S' }), [1, 5, 100], {
        more: { outside: [STORAGE] },
      }),
    ],
  },
  {
    id: 'masters',
    recipes: [
      recipe(
        'master-queue',
        (place, of) =>
          place > 0 && place === of - 1
            ? { program: 'master-follower' }
            : { program: 'master-queue' },
        [2, 4, 100],
      ),
      recipe('master-node', all('master-node'), [1, 3, 100]),
      recipe('write-server', writing, [3, 4, 100]),
      recipe('job', all('job'), [1, 3, 100]),
    ],
  },
  {
    id: 'sharing',
    recipes: [
      recipe('config', oneAnd('publisher', 'subscriber'), [2, 5, 100]),
      recipe('polling', oneAnd('publisher', 'poller'), [2, 5, 100]),
      recipe('ids', all('ids'), [1, 3, 100]),
      recipe('versioned-counter', all('versioned-counter'), [1, 3, 100]),
      recipe(
        'members',
        (place, of) => (place === of - 1 ? { program: 'monitor' } : { program: 'member' }),
        [2, 5, 100],
      ),
    ],
  },
  {
    id: 'together',
    recipes: [
      recipe('barrier', oneAnd('barrier-keeper', 'barrier-waiter'), [2, 5, 100]),
      recipe(
        'double-barrier',
        (_, of) => ({ program: 'double-barrier', values: { size: of } }),
        [2, 3, 100],
      ),
      recipe('work-queue', half('producer', 'consumer'), [2, 4, 100]),
      recipe('lost-items', half('ephemeral-producer', 'consumer'), [2, 4, 100]),
      recipe('tasks', oneAnd('task-giver', 'task-worker'), [2, 3, 100]),
      recipe(
        'commit',
        oneAnd('coordinator', 'site', (of) => ({ sites: of - 1 })),
        [2, 4, 100],
      ),
    ],
  },
  { id: 'services', recipes: services },
  {
    id: 'outside',
    recipes: [
      recipe('redis-lock', all('redis-lock', { storage: 'S' }), [1, 3, 100], {
        more: { outside: [{ ...STORAGE, fencing: false }, store(1)] },
        alone: true,
      }),
      recipe('redis-renewed', all('redis-renewed'), [1, 3, 100], {
        more: { outside: [store(1)] },
        alone: true,
      }),
      recipe('redlock', all('redlock'), [1, 2, 100], {
        more: { outside: [1, 2, 3, 4, 5].map(store) },
        alone: true,
      }),
      recipe('redis-failover', all('redis-failover'), [1, 2, 100], {
        more: { outside: [store(1), { ...store(2), replicaOf: 302, failoverMs: 500 }] },
        alone: true,
      }),
      recipe('row-master', all('row-master'), [1, 3, 100], {
        more: { outside: [{ id: 301, name: 'T', kind: 'table' }] },
        alone: true,
      }),
      recipe('row-lease', all('row-lease'), [1, 3, 100], {
        more: { outside: [{ id: 301, name: 'T', kind: 'table' }] },
        alone: true,
      }),
    ],
  },
];

export const recipes: readonly Recipe[] = families.flatMap((one) => one.recipes);

export const recipeOf = (id: string): Recipe | undefined => recipes.find((one) => one.id === id);

/** The clients of a recipe: each at its place, one after the other. */
export const clientsOf = ({ clientAt }: Recipe, count: number): readonly RecipeClientSetup[] =>
  Array.from({ length: count }, (_, place) => ({
    id: FIRST_CLIENT + place,
    startMs: SERVING_MS + place * APART_MS,
    ...clientAt(place, count),
  }));

/** Those of a recipe who may be added later. */
const sparesOf = ({ sparesFor }: Recipe, count: number): readonly RecipeClientSetup[] =>
  (sparesFor?.(count) ?? []).map((one, i) => ({
    id: FIRST_CLIENT + count + i,
    ...one,
    spare: true,
  }));

/** A recipe as a run: messages, stages and disks are slow enough to be followed. */
export const runOf = (
  one: Recipe,
  count: number = one.usual,
  more: Partial<Omit<RecipesSetup, 'clients'>> = {},
): Scenario<'recipes'> => ({
  format: 'zooscope-scenario',
  version: SCENARIO_VERSION,
  model: 'recipes',
  seed: 1,
  setup: {
    ...(one.alone === true
      ? { servers: [{ sid: 1, startMs: null }] }
      : { servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }], ensemble: {} }),
    clients: [...clientsOf(one, count), ...sparesOf(one, count)],
    stageMs: 0.2,
    ...one.more,
    ...more,
  },
  latency: { kind: 'uniform', min: 2000, max: 4000 },
  diskLatency: { kind: 'uniform', min: 3000, max: 6000 },
  pace: 3000,
});

const programsOf = ({ clientAt }: Recipe, count: number): string =>
  Array.from({ length: count }, (_, place) => clientAt(place, count).program).join(' ');

/** The recipe that a run is of; undefined: none of these. */
export const recipeIn = ({ clients }: Pick<RecipesSetup, 'clients'>): Recipe | undefined => {
  const running = clients.filter(({ spare }) => spare !== true);
  const programs = running.map(({ program }) => program).join(' ');
  return recipes.find((one) => programsOf(one, running.length) === programs);
};

/** The same run with so many clients; those that stay are as they were. */
export function resized(scenario: Scenario<'recipes'>, count: number): Scenario<'recipes'> {
  const { setup } = scenario;
  const running = setup.clients.filter(({ spare }) => spare !== true);
  const known = recipeIn(setup);
  const last = running.at(-1);
  const pattern: Recipe | undefined =
    known ??
    (last === undefined
      ? undefined
      : recipe('own', () => ({
          program: last.program,
          ...(last.values !== undefined && { values: last.values }),
        })));
  if (pattern === undefined) return scenario;
  const clients = clientsOf(pattern, count).map((made, i) => {
    const was = running[i];
    if (was === undefined || was.program !== made.program) return made;
    return { ...was, ...(made.values !== undefined && { values: made.values }) };
  });
  const spares =
    known === undefined
      ? setup.clients
          .filter(({ spare }) => spare === true)
          .map((one, i) => ({ ...one, id: FIRST_CLIENT + count + i }))
      : sparesOf(known, count);
  return { ...scenario, setup: { ...setup, clients: [...clients, ...spares] } };
}
