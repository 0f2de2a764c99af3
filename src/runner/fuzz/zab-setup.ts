import type { Latency } from '../../view/intervention.ts';
import { SCENARIO_VERSION } from '../../view/scenario.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Pid } from '../../view/time.ts';
import { Dice } from './dice.ts';
import type { SetupWishes } from './election-setup.ts';

/** A random ensemble and its clients, who go to any of its servers. */
export function randomEnsemble(
  dice: Dice,
  seed: number,
  wishes: SetupWishes,
): Scenario<'zookeeper'> {
  const size = wishes.servers ?? dice.pick([3, 3, 3, 4, 5]);
  const observer = size > 3 && dice.chance(0.3) ? size : null;
  const clients = dice.between(1, 3);
  const reads = readOnlyWishes(seed);
  const stranger = strangerAmong(seed, size);
  const known = Array.from({ length: size }, (_, index) => index + 1).filter(
    (sid) => sid !== stranger,
  );
  return {
    format: 'zooscope-scenario',
    version: SCENARIO_VERSION,
    model: 'zookeeper',
    title: `fuzz ${seed}`,
    seed,
    setup: {
      servers: Array.from({ length: size }, (_, index) => ({
        sid: index + 1,
        ...(index + 1 === observer && { observer: true }),
        ...(stranger !== null && index + 1 !== stranger && { lists: known }),
      })),
      ensemble: { initLimit: 10, syncLimit: dice.pick([2, 5]), ...reads.ensemble },
      clients: Array.from({ length: clients }, (_, index) => ({
        id: 101 + index,
        program: 'api',
        timeoutMs: dice.magnitude(1000, 8000),
        startMs: dice.pick([0, 500, 1500]),
        ...(reads.clients[index] === true && { readOnly: true }),
      })),
      cfg: {
        tickTime: dice.pick([200, 500, 500]),
        snapCount: dice.pick([4, 20, 100_000]),
        flushDelay: dice.pick([0, 0, 5]),
        maxBatchSize: dice.pick([1000, 1000, 2]),
        globalOutstandingLimit: dice.pick([1000, 1000, 2]),
      },
      ...(wishes.broken === undefined ? {} : { broken: [wishes.broken] }),
    },
    latency: dice.pick(LATENCIES),
    diskLatency: dice.pick(DISK_LATENCIES),
  };
}

/**
 * A quarter of the ensembles read without a leader, most of them with the sessions that this needs. Its
 * dice are its own: the other runs are those that they were before.
 */
function readOnlyWishes(seed: number) {
  const dice = new Dice(seed ^ 0x5f3759df);
  if (!dice.chance(0.25)) return { ensemble: {}, clients: [] };
  const localSessionsEnabled = dice.chance(0.8);
  const clients = [0.7, 0.7, 0.7].map((chance) => dice.chance(chance));
  const localSessionsUpgradingEnabled = dice.chance(0.5);
  return {
    ensemble: { readOnlyMode: true, localSessionsEnabled, localSessionsUpgradingEnabled },
    clients,
  };
}

/**
 * A fifth of the larger ensembles has a server whom the files of the others do not list: it knows them
 * all. Its dice are its own, too. @returns its sid; null: there is none
 */
function strangerAmong(seed: number, size: number): Pid | null {
  const dice = new Dice(seed ^ 0x3c6ef372);
  return size > 3 && dice.chance(0.2) ? dice.between(1, size) : null;
}

/** In µs. */
const LATENCIES: readonly Latency[] = [
  { kind: 'fixed', us: 1000 },
  { kind: 'uniform', min: 300, max: 900 },
  { kind: 'uniform', min: 1000, max: 20_000 },
];
const DISK_LATENCIES: readonly Latency[] = [
  { kind: 'fixed', us: 0 },
  { kind: 'uniform', min: 1000, max: 4000 },
  { kind: 'uniform', min: 1000, max: 40_000 },
];
