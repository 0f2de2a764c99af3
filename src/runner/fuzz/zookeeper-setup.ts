import type { Latency } from '../../view/intervention.ts';
import { SCENARIO_VERSION } from '../../view/scenario.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Dice } from './dice.ts';
import type { SetupWishes } from './election-setup.ts';

/** A random server, its `zoo.cfg`, and its clients. */
export function randomZooKeeper(
  dice: Dice,
  seed: number,
  wishes: SetupWishes,
): Scenario<'zookeeper'> {
  const clients = dice.between(1, 4);
  return {
    format: 'zooscope-scenario',
    version: SCENARIO_VERSION,
    model: 'zookeeper',
    title: `fuzz ${seed}`,
    seed,
    setup: {
      servers: [{ sid: 1 }],
      clients: Array.from({ length: clients }, (_, index) => ({
        id: 101 + index,
        program: 'api',
        timeoutMs: dice.magnitude(200, 20_000),
        startMs: dice.pick([0, 50, 500]),
      })),
      cfg: {
        tickTime: dice.pick([100, 200, 500, 1000]),
        snapCount: dice.pick([2, 5, 20, 100_000]),
        'znode.container.checkIntervalMs': dice.pick([200, 1000, 60_000]),
        extendedTypesEnabled: dice.chance(0.7),
        maxClientCnxns: dice.pick([60, 60, 2]),
        globalOutstandingLimit: dice.pick([1000, 1000, 2]),
        flushDelay: dice.pick([0, 0, 5]),
        maxBatchSize: dice.pick([1000, 1000, 2]),
      },
      stageMs: dice.pick([0.1, 0.1, 2]),
      ...(wishes.broken === undefined ? {} : { broken: [wishes.broken] }),
    },
    latency: dice.pick(LATENCIES),
    diskLatency: dice.pick(DISK_LATENCIES),
  };
}

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
