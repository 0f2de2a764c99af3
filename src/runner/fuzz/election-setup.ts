import type { Latency } from '../../view/intervention.ts';
import { SCENARIO_VERSION } from '../../view/scenario.ts';
import type { ElectionServerSetup } from '../../view/election-setup.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Pid } from '../../view/time.ts';
import type { Dice } from './dice.ts';
import { freshLatecomer } from './fresh-latecomer.ts';
import { legalDisks } from './legal-disks.ts';

export interface SetupWishes {
  /** How many servers; by default anything up to 7. */
  readonly servers?: number;
  /** The rule that is off. */
  readonly broken?: string;
}

const MOST_SERVERS = 7;

/** How many of the golden runs begin with a fresher server that comes late. */
const LATECOMERS = 0.2;

/** What kind of weather a run has. */
export type Temper =
  /** ZooKeeper's own profile, with every fault. */
  | 'stormy'
  /** The golden profile, which sends no vote twice, with every fault. */
  | 'golden-stormy'
  /** Either profile; all start at once, on quick links, and nothing goes wrong. */
  | 'calm';

/** A random ensemble: size, observers, disks, latencies, limits, and when its servers start. */
export function randomSetup(
  dice: Dice,
  seed: number,
  temper: Temper,
  wishes: SetupWishes,
): Scenario<'election'> {
  if (temper === 'golden-stormy' && dice.chance(LATECOMERS)) {
    const late = freshLatecomer(dice, seed, wishes);
    if (late !== null) return late;
  }
  const size = wishes.servers ?? dice.pick([1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 6, 7, MOST_SERVERS]);
  const sids: Pid[] = Array.from({ length: size }, (_, index) => index + 1);
  const mostObservers = Math.min(2, size - 1);
  const observers = new Set(
    dice.chance(0.3) ? dice.some(sids, dice.between(0, mostObservers)) : [],
  );
  const voters = sids.filter((sid) => !observers.has(sid));
  const disks = legalDisks(dice, voters);
  const calm = temper === 'calm';
  const startMs = calm ? () => 0 : startTimes(dice);
  const golden = temper === 'golden-stormy' || (calm && dice.chance(0.7));
  return {
    format: 'zooscope-scenario',
    version: SCENARIO_VERSION,
    model: 'election',
    title: `fuzz ${seed}`,
    seed,
    setup: {
      profile: golden ? 'golden' : 'zookeeper-3.8',
      tickTimeMs: dice.pick([200, 500, 1000, 2000]),
      initLimit: dice.between(5, 10),
      syncLimit: dice.between(2, 5),
      servers: sids.map((sid): ElectionServerSetup => {
        const observer = observers.has(sid);
        return {
          sid,
          ...(observer ? { observer } : disks.get(sid)),
          ...(temper === 'golden-stormy' && dice.chance(0.4) ? { round: dice.between(1, 9) } : {}),
          startMs: startMs(),
        };
      }),
      ...(wishes.broken === undefined ? {} : { broken: [wishes.broken] }),
    },
    latency: calm ? calmLatency(golden) : dice.pick(LATENCIES),
    links: !calm && dice.chance(0.3) ? unequalLinks(dice, sids) : [],
    diskLatency: dice.pick(DISK_LATENCIES),
  };
}

/**
 * So quick that every vote is everywhere before the wait for a better one is over (200 ms), even
 * where connections must be made first.
 */
const calmLatency = (golden: boolean): Latency =>
  golden ? { kind: 'uniform', min: 1000, max: 60_000 } : { kind: 'uniform', min: 300, max: 3000 };

/** All small against the limits, so that a healed ensemble can always elect. In µs. */
const LATENCIES: readonly Latency[] = [
  { kind: 'fixed', us: 1000 },
  { kind: 'fixed', us: 10_000 },
  { kind: 'uniform', min: 300, max: 900 },
  { kind: 'uniform', min: 1000, max: 30_000 },
  { kind: 'normal', mean: 5000, deviation: 3000, min: 500 },
];
const DISK_LATENCIES: readonly Latency[] = [
  { kind: 'fixed', us: 0 },
  { kind: 'uniform', min: 1000, max: 4000 },
  { kind: 'uniform', min: 1000, max: 40_000 },
];

/** Together, one after another, or only when somebody starts them by hand. */
function startTimes(dice: Dice): () => number | null {
  const spread = dice.pick([0, 0, 30, 300, 3000]);
  const later = dice.chance(0.3) ? 0.3 : 0;
  return () => (dice.chance(later) ? null : dice.between(0, spread));
}

function unequalLinks(
  dice: Dice,
  sids: readonly Pid[],
): NonNullable<Scenario<'election'>['links']> {
  const all = sids.flatMap((from) => sids.filter((to) => to !== from).map((to) => ({ from, to })));
  return dice
    .some(all, dice.between(1, Math.max(1, sids.length)))
    .map((link) => ({ ...link, latency: { kind: 'fixed', us: dice.magnitude(1000, 60_000) } }));
}
