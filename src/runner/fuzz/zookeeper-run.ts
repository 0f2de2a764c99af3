import type { Protocol } from '../../scenarios/protocol.ts';
import { zookeeper } from '../../scenarios/zookeeper/adapter.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Micros } from '../../view/time.ts';
import type { ZooKeeperDetail } from '../../view/zookeeper.ts';
import { compareZxid } from '../../protocols/election/zxid.ts';
import { Run } from '../run.ts';
import { Dice } from './dice.ts';
import { backlogOf, randomFault, repairs } from './faults.ts';
import type { Fault, FaultWishes } from './faults.ts';
import type { Wishes } from './fuzz-run.ts';
import { LIVENESS } from './fuzz-run.ts';
import { ZooKeeperExercised } from './zookeeper-exercised.ts';
import { hasOverdue } from './overdue.ts';
import { cameTo, runTo, takeSteps, tryTo, watched } from './random-run.ts';
import type { RandomRun, Take } from './random-run.ts';
import { randomDeed } from './zookeeper-calls.ts';
import { randomZooKeeper } from './zookeeper-setup.ts';

/** Several times the longest session, with its pauses between two dials. */
const LONG_ENOUGH: Micros = 90_000_000;
const LOOK_EVERY: Micros = 500_000;

/**
 * Random servers and their clients under random calls, crashes and cuts, then healed. The same seed
 * and wishes give the same run. It ends at the first broken invariant, or when every living handle is
 * connected and answered, or as a violation of liveness.
 */
export function zookeeperFuzzRun(
  protocol: Protocol,
  seed: number,
  wishes: Wishes,
): RandomRun<Scenario<'zookeeper'>> {
  const dice = new Dice(seed);
  const file = randomZooKeeper(dice, seed, wishes);
  const run = new Run(protocol, file, false);
  const servers = file.setup.servers.map(({ sid }) => sid);
  const clients = file.setup.clients.map(({ id }) => id);
  const faults = new Map<string, number>();
  const exercised = new ZooKeeperExercised();
  const take = watched(exercised);
  const broken = (): boolean => run.world.violations.length > 0;
  const note = ({ name, what }: Pick<Fault, 'name' | 'what'>): void => {
    if (tryTo(run, what)) faults.set(name, (faults.get(name) ?? 0) + 1);
  };
  const faultWishes: FaultWishes = {
    wipes: wishes.wipes,
    calm: false,
    disks: true,
    write: (_dice, active) => {
      const ready = active.filter((pid) => clients.includes(pid));
      return randomDeed(dice, ready.length > 0 ? ready : clients);
    },
  };
  const rounds = dice.magnitude(5, 120);
  for (let round = 0; round < rounds && !broken(); round++) {
    if (dice.chance(0.6)) takeSteps(run, dice.magnitude(1, 30), take);
    else runTo(run, run.world.time + dice.magnitude(1000, 3_000_000), take);
    if (broken()) break;
    if (dice.chance(0.06)) {
      cutPowerAtWrite(dice, run, { servers, clients }, note, take);
      continue;
    }
    // Most of what happens to a server is what its clients want.
    const fault = dice.chance(0.7)
      ? ({ name: 'write', what: randomDeed(dice, clients) } as const)
      : randomFault(dice, run.world, faultWishes);
    if (fault !== null) note(fault);
  }
  const missed = broken()
    ? null
    : missedInTheEnd(run, [...servers, ...clients], take, faults.has('wipe'));
  const dead = { invariant: LIVENESS, step: run.position, text: missed ?? '' };
  const [first = missed === null ? null : dead] = run.world.violations;
  return cameTo(run, { seed, file, faults, exercised: exercised.counts, violation: first });
}

/** What is between an answer and the disk is lost only in the few events between a write and its sync. */
function cutPowerAtWrite(
  dice: Dice,
  run: Run,
  { servers, clients }: Readonly<Record<'servers' | 'clients', readonly number[]>>,
  note: (fault: Pick<Fault, 'name' | 'what'>) => void,
  take: Take,
): void {
  note({ name: 'write', what: randomDeed(dice, clients) });
  takeSteps(run, dice.between(4, 16), take);
  if (run.world.violations.length > 0) return;
  for (const pid of servers) note({ name: 'powerOff', what: { kind: 'power-off', pid } });
  note({ name: 'start', what: { kind: 'start', pids: servers } });
}

/** Undoes every fault and waits until all is as it should be. */
function missedInTheEnd(
  run: Run,
  pids: readonly number[],
  take: Take,
  wiped: boolean,
): string | null {
  for (const repair of repairs(run.world, pids)) tryTo(run, repair);
  const deadline = run.world.time + backlogOf(run.world) + LONG_ENOUGH;
  let missed: string | null = 'nobody comes up';
  for (let time = run.world.time; time <= deadline && missed !== null; time += LOOK_EVERY) {
    runTo(run, time, take);
    missed = run.world.violations.length > 0 ? null : missing(run, wiped);
  }
  return missed;
}

/** @returns what is missing, in plain English; null when all is well */
function missing({ world, file }: Run, wiped: boolean): string | null {
  const { clients, servers } = zookeeper.detail(world) as ZooKeeperDetail;
  const down = servers.find(({ pid }) => zookeeper.stateWord(world, pid) !== 'STANDALONE');
  if (down !== undefined) return `server ${down.pid} does not serve`;
  const limit = clientLimit(file as Scenario<'zookeeper'>);
  // A disk that was lost may leave the server behind what a client has seen: it turns that client away.
  const isAhead = ({ lastZxid }: (typeof clients)[number]): boolean =>
    wiped && servers.every(({ zxid }) => compareZxid(lastZxid, zxid) > 0);
  const alive = clients.filter(
    (client) => client.state === 'CONNECTED' || (client.state === 'CONNECTING' && !isAhead(client)),
  );
  const outside = alive.filter(({ state }) => state === 'CONNECTING');
  // More clients than the server takes from one address: some stay outside.
  if (outside.length > Math.max(0, alive.length - limit)) {
    return `client ${outside[0]?.name ?? ''} does not connect`;
  }
  const waiting = alive.find(({ state, pending }) => state === 'CONNECTED' && pending > 0);
  if (waiting !== undefined) return `client ${waiting.name} waits for an answer`;
  const pids = servers.map(({ pid }) => pid);
  return hasOverdue(world, pids) ? 'requests stay in the pipeline' : null;
}

const clientLimit = ({ setup }: Scenario<'zookeeper'>): number => setup.cfg?.maxClientCnxns ?? 60;
