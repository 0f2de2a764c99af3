import type { RecipeClientSetup } from '../../view/recipes-setup.ts';
import type { Latency } from '../../view/intervention.ts';
import { SCENARIO_VERSION } from '../../view/scenario.ts';
import type { Scenario } from '../../view/scenario.ts';
import { recipesForm } from '../../scenarios/recipes/form.ts';
import { Dice } from './dice.ts';
import type { SetupWishes } from './election-setup.ts';
import { laterScenes, OUTSIDE, ROUGH, scenes } from './recipes-scenes.ts';

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

/** How many of the runs play one of the later scenes. */
const LATER = 0.25;

/** For what came later: a stream that the others know nothing of. */
export const laterDice = (seed: number): Dice => new Dice(seed + 0x40000000);

/** Random clients with a recipe on one server, or on an ensemble. */
export function randomRecipes(dice: Dice, seed: number, wishes: SetupWishes): RandomRecipes {
  const { broken } = wishes;
  const own = laterDice(seed);
  const scene =
    broken === undefined && own.chance(LATER)
      ? own.pick(Object.keys(laterScenes))
      : dice.pick((broken === undefined ? undefined : scenesOf[broken]) ?? Object.keys(scenes));
  const temper =
    (ROUGH.has(scene) ? 'rough' : undefined) ??
    (broken === undefined ? undefined : TEMPERS[broken]) ??
    dice.pick(['gentle', 'rough']);
  const together = broken === 'read-before-sync' || dice.chance(0.3);
  const size = together ? (wishes.servers ?? 3) : 1;
  const cast = scenes[scene]?.(dice) ?? laterScenes[scene]?.(dice) ?? [];
  const tickTime = dice.pick([200, 500]);
  const clients = cast.map(([program, values, client], index): RecipeClientSetup => ({
    id: 101 + index,
    program,
    values,
    ...client,
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
