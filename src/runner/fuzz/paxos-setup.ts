import type { Latency } from '../../view/intervention.ts';
import { SCENARIO_VERSION } from '../../view/scenario.ts';
import type { PaxosProcessSetup, PaxosRetry, PaxosRole } from '../../view/paxos-setup.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Dice } from './dice.ts';

export interface PaxosWishes {
  /** How many acceptors; by default anything up to 9. */
  readonly servers?: number;
  /** The rule that is off. */
  readonly broken?: string;
  /** Lose disks too: no acceptor survives that with its promises, so it is asked for by name. */
  readonly wipes: boolean;
}

/** A random group: acceptors, who proposes what and when, how they learn and try again. */
export function randomPaxos(dice: Dice, seed: number, wishes: PaxosWishes): Scenario<'paxos'> {
  if (dice.chance(STEERED)) return steered(dice, seed, wishes);
  const hasty = dice.chance(0.5);
  const acceptors = wishes.servers ?? dice.pick([1, 2, 3, 3, 3, 4, 4, 5, 5, 6, 7, 9]);
  return {
    format: 'zooscope-scenario',
    version: SCENARIO_VERSION,
    model: 'paxos',
    title: `fuzz ${seed}`,
    seed,
    setup: {
      processes: processes(dice, acceptors),
      refusal: dice.pick(['nack', 'nack', 'silence']),
      learning: dice.pick(['none', 'L1', 'L2', 'L3']),
      retry: hasty ? dice.pick(HASTY) : dice.pick(PATIENT),
      timeoutMs: hasty ? dice.pick([15, 30, 60]) : dice.pick([PATIENCE_MS, 300]),
      ...(wishes.broken === undefined ? {} : { broken: [wishes.broken] }),
    },
    latency: dice.pick(LATENCIES),
    diskLatency: dice.pick(DISK_LATENCIES),
  };
}

/** How many of the groups are taken through their ballots by hand. */
const STEERED = 0.6;

/** A small group in which nothing happens by itself. */
function steered(dice: Dice, seed: number, wishes: PaxosWishes): Scenario<'paxos'> {
  const acceptors = wishes.servers ?? dice.pick([3, 3, 3, 4, 4, 5]);
  const all = processes(dice, acceptors, dice.between(2, 3)).map((each) => ({
    ...each,
    startMs: 0,
    ...(each.value === undefined ? {} : { proposeMs: null }),
  }));
  return {
    format: 'zooscope-scenario',
    version: SCENARIO_VERSION,
    model: 'paxos',
    title: `fuzz ${seed}`,
    seed,
    setup: {
      processes: all,
      refusal: dice.pick(['nack', 'silence']),
      learning: dice.pick(['none', 'L1', 'L2']),
      retry: { policy: 'by-hand' },
      delivery: 'by-hand',
      timeoutMs: null,
      ...(wishes.broken === undefined ? {} : { broken: [wishes.broken] }),
    },
    latency: { kind: 'fixed', us: 5000 },
    diskLatency: dice.pick(DISK_LATENCIES),
  };
}

/** Whether a group is taken through its ballots by hand. */
export const isSteered = ({ setup }: Scenario<'paxos'>): boolean => setup.delivery === 'by-hand';

function processes(
  dice: Dice,
  acceptors: number,
  proposers = dice.between(1, 4),
): PaxosProcessSetup[] {
  // Some propose from outside, the others are acceptors too.
  const outside = dice.between(0, Math.min(proposers, 2));
  const inside = Math.min(proposers - outside, acceptors);
  const all = Array.from({ length: acceptors + outside }, (_, index): PaxosProcessSetup => {
    const accepts = index < acceptors;
    const proposes = !accepts || index < inside;
    const roles: PaxosRole[] = [
      ...(proposes ? (['proposer'] as const) : []),
      ...(accepts ? (['acceptor'] as const) : []),
      ...(dice.chance(0.7) ? (['learner'] as const) : []),
    ];
    return {
      id: index + 1,
      roles,
      ...(proposes
        ? { value: 'WXYZ'[index % 4] ?? 'X', proposeMs: dice.pick([0, 0, 20, 200]) }
        : {}),
      startMs: dice.chance(0.9) ? 0 : dice.between(1, 100),
    };
  });
  return all.some(({ roles }) => roles.includes('proposer'))
    ? all
    : all.map((each, index) =>
        index === 0 ? { ...each, value: 'X', roles: ['proposer', ...each.roles] } : each,
      );
}

/** Policies that let somebody win in the end. */
const PATIENT: readonly PaxosRetry[] = [
  { policy: 'exponential', ms: 10 },
  { policy: 'exponential', ms: 50 },
  { policy: 'leader', leaseMs: 600 },
];

/** Policies under which ballots cut each other off, perhaps for ever. */
const HASTY: readonly PaxosRetry[] = [
  { policy: 'immediate' },
  { policy: 'fixed', ms: 10 },
  { policy: 'random', ms: 20 },
  { policy: 'leader', leaseMs: 50 },
];

/** Longer than the slowest answer without faults: so patient, a ballot may end well. */
const PATIENCE_MS = 200;

/**
 * Whether something must be chosen in the end. Who is not told why it is refused may need very many
 * ballots to overtake the others.
 */
export const isPatient = ({ setup }: Scenario<'paxos'>): boolean =>
  (setup.timeoutMs ?? 0) >= PATIENCE_MS && setup.refusal !== 'silence';

/** In µs. Wide ones reorder most. */
const LATENCIES: readonly Latency[] = [
  { kind: 'fixed', us: 5000 },
  { kind: 'uniform', min: 1000, max: 5000 },
  { kind: 'uniform', min: 1000, max: 60_000 },
  { kind: 'normal', mean: 8000, deviation: 5000, min: 500 },
];
const DISK_LATENCIES: readonly Latency[] = [
  { kind: 'fixed', us: 0 },
  { kind: 'uniform', min: 500, max: 3000 },
  { kind: 'uniform', min: 1000, max: 30_000 },
];
