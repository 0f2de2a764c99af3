import type { Protocol } from '../../scenarios/protocol.ts';
import { zookeeper } from '../../scenarios/zookeeper.ts';
import type { ZooKeeperScenario } from '../../view/scenario.ts';
import type { Micros } from '../../view/time.ts';
import type { ZooKeeperDetail } from '../../view/zookeeper.ts';
import { Run } from '../run.ts';
import { Dice } from './dice.ts';
import { randomFault, repairs } from './faults.ts';
import type { Fault, FaultWishes } from './faults.ts';
import type { Wishes } from './fuzz-run.ts';
import { LIVENESS } from './fuzz-run.ts';
import { runTo, takeSteps, tryTo } from './random-run.ts';
import type { RandomRun } from './random-run.ts';
import { randomDeed } from './zookeeper-calls.ts';
import { randomZooKeeper } from './zookeeper-setup.ts';

/** Several times the longest session, with its pauses between two dials. */
const LONG_ENOUGH: Micros = 90_000_000;
const LOOK_EVERY: Micros = 500_000;

/**
 * One random server and its clients under random calls, crashes and cuts, then healed. The same seed
 * and wishes give the same run. It ends at the first broken invariant, or when every living handle is
 * connected and answered, or as a violation of liveness.
 */
export function zookeeperFuzzRun(
  protocol: Protocol,
  seed: number,
  wishes: Wishes,
): RandomRun<ZooKeeperScenario> {
  const dice = new Dice(seed);
  const file = randomZooKeeper(dice, seed, wishes);
  const run = new Run(protocol, file, false);
  const clients = file.setup.clients.map(({ id }) => id);
  const faults = new Map<string, number>();
  const broken = (): boolean => run.world.violations.length > 0;
  const note = ({ name, what }: Pick<Fault, 'name' | 'what'>): void => {
    if (tryTo(run, what)) faults.set(name, (faults.get(name) ?? 0) + 1);
  };
  const faultWishes: FaultWishes = {
    wipes: wishes.wipes,
    calm: false,
    write: (_dice, active) => {
      const ready = active.filter((pid) => clients.includes(pid));
      return randomDeed(dice, ready.length > 0 ? ready : clients);
    },
  };
  const rounds = dice.magnitude(5, 120);
  for (let round = 0; round < rounds && !broken(); round++) {
    if (dice.chance(0.6)) takeSteps(run, dice.magnitude(1, 30));
    else runTo(run, run.world.time + dice.magnitude(1000, 3_000_000));
    if (broken()) break;
    // Most of what happens to a server is what its clients want.
    const fault = dice.chance(0.7)
      ? ({ name: 'write', what: randomDeed(dice, clients) } as const)
      : randomFault(dice, run.world, faultWishes);
    if (fault !== null) note(fault);
  }
  const missed = broken() ? null : missedInTheEnd(run, [1, ...clients]);
  const dead = { invariant: LIVENESS, step: run.position, text: missed ?? '' };
  const [first = missed === null ? null : dead] = run.world.violations;
  return {
    seed,
    file,
    interventions: run.interventions(),
    events: run.position,
    faults,
    violation: first,
    digest: run.world.fingerprint(),
  };
}

/** Undoes every fault and waits until all is as it should be. */
function missedInTheEnd(run: Run, pids: readonly number[]): string | null {
  for (const repair of repairs(run.world, pids)) tryTo(run, repair);
  const deadline = run.world.time + LONG_ENOUGH;
  let missed: string | null = 'the server does not come up';
  for (let time = run.world.time; time <= deadline && missed !== null; time += LOOK_EVERY) {
    runTo(run, time);
    missed = run.world.violations.length > 0 ? null : missing(run);
  }
  return missed;
}

/** @returns what is missing, in plain English; null when all is well */
function missing({ world, file }: Run): string | null {
  if (zookeeper.stateWord(world, 1) !== 'STANDALONE') return 'the server does not serve';
  const { clients, servers } = zookeeper.detail(world) as ZooKeeperDetail;
  const limit = clientLimit(file as ZooKeeperScenario);
  const alive = clients.filter(({ state }) => state === 'CONNECTING' || state === 'CONNECTED');
  const outside = alive.filter(({ state }) => state === 'CONNECTING');
  // More clients than the server takes from one address: some stay outside.
  if (outside.length > Math.max(0, alive.length - limit)) {
    return `client ${outside[0]?.name ?? ''} does not connect`;
  }
  const waiting = alive.find(({ state, pending }) => state === 'CONNECTED' && pending > 0);
  if (waiting !== undefined) return `client ${waiting.name} waits for an answer`;
  return servers.some(({ outstanding }) => outstanding > 0)
    ? 'requests stay in the pipeline'
    : null;
}

const clientLimit = ({ setup }: ZooKeeperScenario): number => setup.cfg?.maxClientCnxns ?? 60;
