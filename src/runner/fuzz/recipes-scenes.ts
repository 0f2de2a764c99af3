/** Who plays together in random runs of recipes. */
import type { InitialValue } from '../../view/recipe-program.ts';
import type { OutsideSetup } from '../../view/outside.ts';
import type { RecipeClientSetup } from '../../view/recipes-setup.ts';
import type { Dice } from './dice.ts';

type Values = Readonly<Record<string, InitialValue>>;
/** A program, what it begins with, and what its client is besides. */
type Part = readonly [
  program: string,
  values: Values,
  client?: Partial<Pick<RecipeClientSetup, 'name' | 'answers'>>,
];
type Casting = (dice: Dice) => readonly Part[];

const several = (
  dice: Dice,
  least: number,
  most: number,
  program: string,
  values: () => Values = () => ({}),
): Part[] => Array.from({ length: dice.between(least, most) }, () => [program, values()] as const);

/** Contenders for one thing, who work for a while and mostly come back. */
const contend =
  (program: string, more: (dice: Dice) => Values = () => ({})): Casting =>
  (dice) =>
    several(dice, 2, 5, program, () => ({
      // Some work longer than a session lives without a sign.
      ...(dice.chance(0.3)
        ? { workMs: dice.magnitude(3000, 20_000), times: 1 }
        : { workMs: dice.magnitude(10, 3000), times: dice.between(1, 3) }),
      ...more(dice),
    }));

/** Who plays together, by the name of the scene. */
export const scenes: Readonly<Record<string, Casting>> = {
  'exclusive-lock': contend('exclusive-lock'),
  'fair-lock': contend('fair-lock'),
  'parent-lock': contend('parent-lock'),
  turns: contend('turns', (dice) => ({ wants: dice.between(0, 1) })),
  'reentrant-lock': contend('reentrant-lock', (dice) => ({ workMs: dice.magnitude(10, 500) })),
  'timed-lock': contend('timed-lock', (dice) => ({ patienceMs: dice.magnitude(50, 5000) })),
  'guarded-lock': contend('guarded-lock'),
  'fenced-lock': contend('fenced-lock', () => ({ storage: 'S' })),
  'redis-lock': contend('redis-lock', (dice) => ({
    storage: 'S',
    leaseMs: dice.magnitude(1000, 8000),
    pollMs: dice.magnitude(50, 500),
  })),
  shared: (dice) => [...contend('shared-read')(dice), ...contend('shared-write')(dice)],
  semaphore: contend('semaphore'),
  'master-node': (dice) => several(dice, 2, 4, 'master-node'),
  'master-queue': (dice) => [
    ...several(dice, 2, 4, 'master-queue'),
    ...several(dice, 0, 2, 'master-follower'),
  ],
  job: contend('job'),
  config: (dice) => [
    ...several(dice, 1, 2, 'publisher', () => ({
      everyMs: dice.magnitude(1, 2000),
      times: dice.between(1, 8),
    })),
    ...several(dice, 1, 3, 'subscriber'),
    ...several(dice, 0, 1, 'poller', () => ({ everyMs: dice.magnitude(20, 1000) })),
  ],
  fresh: (dice) => [
    ...several(dice, 1, 2, 'publisher', () => ({ everyMs: dice.magnitude(1, 300), times: 12 })),
    ...several(dice, 1, 3, 'fresh-reader', () => ({ everyMs: dice.magnitude(1, 300), times: 12 })),
  ],
  'versioned-counter': (dice) =>
    several(dice, 2, 4, 'versioned-counter', () => ({ times: dice.between(1, 6) })),
  ids: (dice) => several(dice, 2, 4, 'ids', () => ({ times: dice.between(1, 6) })),
  members: (dice) => [...several(dice, 1, 3, 'member'), ...several(dice, 1, 2, 'monitor')],
  barrier: (dice) => [
    ...several(dice, 1, 4, 'barrier-waiter'),
    ['barrier-keeper', { afterMs: dice.magnitude(10, 5000) }],
  ],
  'double-barrier': (dice) => {
    const size = dice.between(2, 4);
    const values = (): Values => ({ size, workMs: dice.magnitude(10, 2000) });
    return several(dice, size, size, 'double-barrier', values);
  },
  queue: (dice) => [
    ...several(dice, 1, 2, dice.pick(['producer', 'producer', 'ephemeral-producer']), () => ({
      everyMs: dice.magnitude(1, 1000),
      times: dice.between(1, 5),
    })),
    ...several(dice, 1, 3, 'consumer', () => ({ workMs: dice.magnitude(1, 500) })),
  ],
  tasks: (dice) => [
    ...several(dice, 1, 2, 'task-giver'),
    ...several(dice, 1, 3, 'task-worker', () => ({ workMs: dice.magnitude(1, 500) })),
  ],
  commit: (dice) => {
    const sites = dice.between(2, 4);
    const vote = (): Values => ({ vote: dice.chance(0.6) ? 'commit' : 'abort' });
    return [['coordinator', { sites }], ...several(dice, sites, sites, 'site', vote)];
  },
};

const lease = (dice: Dice): Values => ({
  leaseMs: dice.magnitude(1000, 8000),
  pollMs: dice.magnitude(50, 500),
});

/** Whoever answers goes by a name that callers know. */
const answering = (dice: Dice, program: string, letter: string, most: number): Part[] =>
  several(dice, 1, most, program).map(([name, values], index) => [
    name,
    values,
    { name: `${letter}${index + 1}`, answers: { takesMs: dice.magnitude(1, 200) } },
  ]);

const calling = (dice: Dice): Values => ({
  times: dice.between(1, 60),
  everyMs: dice.magnitude(10, 500),
});

/** Scenes that came later: their dice are their own, so that the seeds of before play what they did. */
export const laterScenes: Readonly<Record<string, Casting>> = {
  registry: (dice) => [
    ...answering(dice, 'provider', 'P', 4),
    ...several(
      dice,
      1,
      2,
      dice.pick([
        'consumer-in-turn',
        'consumer-by-chance',
        'consumer-least',
        'consumer-shared',
        'consumer-weighted',
      ]),
      () => ({ ...calling(dice), weights: ['P1', 'P1', 'P2', 'P3', 'P4'] }),
    ),
  ],
  'write-server': (dice) => [
    ...answering(dice, 'master-queue', 'W', 3),
    ...several(dice, 1, 2, 'master-caller', () => calling(dice)),
  ],
  'row-master': (dice) => several(dice, 2, 4, 'row-master'),
  'row-lease': (dice) => several(dice, 2, 4, 'row-lease', () => ({ storage: 'S' })),
  // Whoever renews too late, or waits too short for an answer, loses what it has again and again.
  'redis-renewed': contend('redis-renewed', (dice) => {
    const leaseMs = dice.magnitude(2000, 8000);
    return { ...lease(dice), leaseMs, renewMs: Math.round(leaseMs / 4), storage: 'S' };
  }),
  redlock: contend('redlock', (dice) => ({
    ...lease(dice),
    leaseMs: dice.magnitude(6000, 12_000),
    askMs: dice.magnitude(100, 300),
  })),
  'redis-failover': contend('redis-failover', lease),
};

const STORAGE: OutsideSetup = { id: 301, name: 'S', kind: 'storage', fencing: true };
const redis = (id: number, name: string): OutsideSetup => ({ id, name, kind: 'redis' });

/** What stands outside ZooKeeper in a scene. */
export const OUTSIDE: Readonly<Record<string, readonly OutsideSetup[]>> = {
  'fenced-lock': [STORAGE],
  'redis-lock': [STORAGE, redis(302, 'R1')],
  'redis-renewed': [STORAGE, redis(302, 'R1')],
  'row-master': [{ id: 301, name: 'T', kind: 'table' }],
  'row-lease': [STORAGE, { id: 302, name: 'T', kind: 'table' }],
  redlock: [1, 2, 3, 4, 5].map((number) => redis(300 + number, `R${number}`)),
  'redis-failover': [
    redis(301, 'R1'),
    { id: 302, name: 'R2', kind: 'redis', replicaOf: 301, failoverMs: 500 },
  ],
};

/** Scenes whose owners nothing warns that their time is over: there two may believe at any time. */
export const ROUGH: ReadonlySet<string> = new Set([
  'redis-lock',
  'redis-renewed',
  'redlock',
  'redis-failover',
  'row-lease',
]);
