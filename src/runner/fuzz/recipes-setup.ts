import type { InitialValue } from '../../view/recipe-program.ts';
import type { OutsideSetup } from '../../view/outside.ts';
import type { RecipeClientSetup } from '../../view/recipes-setup.ts';
import type { Latency } from '../../view/intervention.ts';
import { SCENARIO_VERSION } from '../../view/scenario.ts';
import type { Scenario } from '../../view/scenario.ts';
import { recipesForm } from '../../scenarios/recipes/form.ts';
import type { Dice } from './dice.ts';
import type { SetupWishes } from './election-setup.ts';

type Values = Readonly<Record<string, InitialValue>>;
type Casting = (dice: Dice) => readonly (readonly [string, Values])[];

const several = (
  dice: Dice,
  least: number,
  most: number,
  program: string,
  values: () => Values = () => ({}),
): (readonly [string, Values])[] =>
  Array.from({ length: dice.between(least, most) }, () => [program, values()] as const);

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

/** What stands outside ZooKeeper in a scene. */
const OUTSIDE: Readonly<Record<string, readonly OutsideSetup[]>> = {
  'fenced-lock': [{ id: 301, name: 'S', kind: 'storage', fencing: true }],
  'redis-lock': [
    { id: 301, name: 'S', kind: 'storage', fencing: true },
    { id: 302, name: 'R1', kind: 'redis' },
  ],
};

/** Scenes whose owners nothing warns that their time is over: there two may believe at any time. */
const ROUGH: ReadonlySet<string> = new Set(['redis-lock']);

/** Where each mistake can be made. */
export const scenesOf: Readonly<Record<string, readonly string[]>> = {
  'no-second-look': ['fair-lock', 'shared', 'timed-lock'],
  'watch-the-parent': ['fair-lock', 'master-queue'],
  'delete-foreign-key': ['exclusive-lock', 'job'],
  'ignore-tokens': ['fenced-lock', 'redis-lock'],
  'retry-create-blindly': ['fair-lock', 'exclusive-lock'],
  'hold-when-disconnected': ['exclusive-lock', 'fair-lock', 'job'],
  'read-before-sync': ['fresh'],
  'watch-as-data': ['config'],
  'take-without-looking': ['queue'],
  'enter-at-once': ['double-barrier'],
  'leave-at-once': ['double-barrier'],
  'decide-alone': ['commit'],
};

/**
 * Of `gentle` runs more is promised: nobody sleeps, no message is held, links are slow alike in both
 * directions. Then a client hears that its connection is gone before its session can end.
 */
export type Temper = 'gentle' | 'rough';

/** Mistakes that only show where nothing excuses two believers, and those that need a sleeper. */
const TEMPERS: Readonly<Record<string, Temper>> = {
  'hold-when-disconnected': 'gentle',
  'delete-foreign-key': 'rough',
  'ignore-tokens': 'rough',
};

export interface RandomRecipes {
  readonly file: Scenario<'recipes'>;
  readonly scene: string;
  readonly temper: Temper;
}

/** Random clients with a recipe on one server, or on an ensemble. */
export function randomRecipes(dice: Dice, seed: number, wishes: SetupWishes): RandomRecipes {
  const { broken } = wishes;
  const scene = dice.pick(
    (broken === undefined ? undefined : scenesOf[broken]) ?? Object.keys(scenes),
  );
  const temper =
    (ROUGH.has(scene) ? 'rough' : undefined) ??
    (broken === undefined ? undefined : TEMPERS[broken]) ??
    dice.pick(['gentle', 'rough']);
  const together = broken === 'read-before-sync' || dice.chance(0.3);
  const size = together ? (wishes.servers ?? 3) : 1;
  const cast = (scenes[scene] as Casting)(dice);
  const tickTime = dice.pick([200, 500]);
  const clients = cast.map(([program, values], index): RecipeClientSetup => ({
    id: 101 + index,
    program,
    values,
    timeoutMs: dice.magnitude(2000, 8000),
    startMs: dice.pick([0, 100, 500, 1500]),
    ...(dice.chance(0.2) && { thinkMs: dice.magnitude(1, 500) }),
    ...(together && dice.chance(0.5) && { servers: [1 + (index % size)] }),
  }));
  const names = together ? recipesForm.other({ servers: [], clients: [], ensemble: {} }) : null;
  const invariants = (names ?? recipesForm).invariants;
  return {
    scene,
    temper,
    file: {
      format: 'zooscope-scenario',
      version: SCENARIO_VERSION,
      model: 'recipes',
      title: `fuzz ${seed}`,
      seed,
      setup: {
        servers: Array.from({ length: size }, (_, index) => ({ sid: index + 1 })),
        ...(together && { ensemble: { syncLimit: dice.pick([5, 10]) } }),
        clients,
        ...(OUTSIDE[scene] !== undefined && { outside: OUTSIDE[scene] }),
        cfg: { tickTime, maxSessionTimeout: 20_000 },
        ...(temper === 'rough' && {
          watch: invariants.filter((name) => name !== 'R-OneBeliever'),
        }),
        ...(broken !== undefined && { broken: [broken] }),
      },
      latency: dice.pick(LATENCIES),
      ...(together && scene === 'fresh' && { links: slowLinks(size) }),
      diskLatency: dice.pick(DISK_LATENCIES),
    },
  };
}

/** The last server hears late of what the others do. */
const slowLinks = (size: number): NonNullable<Scenario<'recipes'>['links']> =>
  Array.from({ length: size - 1 }, (_, index) => ({
    from: index + 1,
    to: size,
    latency: { kind: 'uniform', min: 50_000, max: 400_000 },
  }));

/** In µs. */
const LATENCIES: readonly Latency[] = [
  { kind: 'fixed', us: 1000 },
  { kind: 'uniform', min: 300, max: 900 },
  { kind: 'uniform', min: 1000, max: 30_000 },
];
const DISK_LATENCIES: readonly Latency[] = [
  { kind: 'fixed', us: 0 },
  { kind: 'uniform', min: 1000, max: 4000 },
  { kind: 'uniform', min: 1000, max: 60_000 },
];
