import { isOfZooKeeper } from '../../protocols/cap/config.ts';
import type { Protocol } from '../../scenarios/protocol.ts';
import type { CapDetail } from '../../view/cap.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { Run } from '../run.ts';
import type { Asked } from './any-deed.ts';
import { CapExercised } from './cap-exercised.ts';
import { randomCap } from './cap-setup.ts';
import { Dice } from './dice.ts';
import { backlogOf, randomFault, repairs } from './faults.ts';
import type { FaultWishes } from './faults.ts';
import type { Wishes } from './fuzz-run.ts';
import { runTo, takeSteps, tryTo, watched } from './random-run.ts';
import type { RandomRun, Take } from './random-run.ts';
import { canWrite, isAhead, isShutOut, KEPT_OUT, LET_IN, SHUT_OUT } from './shut-out.ts';
import { ZabExercised } from './zab-exercised.ts';

/** What stores promise once all is well again: every request comes to an end, and there is one value everywhere. */
export const CONVERGES = 'C-Converges';

/** Longer than the longest pause of an election, several times over. */
const LONG_ENOUGH: Micros = 300_000_000;
const LOOK_EVERY: Micros = 500_000;
/** What is whole must stay so. */
const CALM: Micros = 10_000_000;
/** How often a run is rough: what a rule is good for shows itself in one weather alone. */
const ROUGH: Readonly<Record<string, number>> = { 'no-write-back': 0, 'answer-before-disk': 1 };
/** More requests than this, and checking them costs more than the run. */
const MOST_BY_HAND = 16;

/**
 * A random store with random clients, cuts and faults, then healed. It ends at the first promise that is not
 * kept, or when all servers have one value, or as one that never came to that.
 */
export function capFuzzRun(
  protocol: Protocol,
  seed: number,
  wishes: Wishes,
): RandomRun<Scenario<'cap'>> {
  const dice = new Dice(seed);
  const file = randomCap(dice, seed, wishes);
  const { setup } = file;
  const run = new Run(protocol, file, false);
  const exercised = new CapExercised();
  exercised.note(`a run of ${setup.store}`);
  const members = isOfZooKeeper(setup.store) ? new ZabExercised() : null;
  const take = watched({
    look: (world) => {
      exercised.look(world);
      members?.look(world);
    },
  });
  const faults = new Map<string, number>();
  const broken = (): boolean => run.world.violations.length > 0;
  const servers = serversOf(file);
  const rough = dice.chance(ROUGH[wishes.broken ?? ''] ?? 0.6);
  const clients = setup.clients.map(({ id }) => id);
  let byHand = 0;
  const byHandRequest = (): Intervention => {
    byHand++;
    const text = requestText(dice, byHand);
    return { kind: 'input', pid: dice.pick(clients), name: 'LINE', data: { text } };
  };
  const faultWishes: FaultWishes = {
    wipes: wishes.wipes,
    calm: !rough,
    disks: true,
    write: byHandRequest,
  };
  /**
   * Clients have read what was never committed, and their servers refuse them until something is written: another
   * client writes. Where there is none, that they wait is ZooKeeper's own doing, and nothing else is.
   */
  const afterAWrite = (ahead: readonly Pid[], before: string | null): string | null => {
    const writer = clients.find((pid) => canWrite(run.world, pid));
    if (writer === undefined) {
      if (missing(protocol.detail(run.world) as CapDetail, ahead) !== null) return before;
      exercised.note(KEPT_OUT);
      return null;
    }
    const text = `write ${BY_HAND + byHand + 1}`;
    tryTo(run, { kind: 'input', pid: writer, name: 'LINE', data: { text } });
    const missed = missedInTheEnd(run, protocol, take);
    if (missed === null) exercised.note(LET_IN);
    return missed;
  };
  const rounds = dice.magnitude(2, 30);
  for (let round = 0; round < rounds && !broken(); round++) {
    if (dice.chance(0.5)) takeSteps(run, dice.magnitude(1, 60), take);
    else runTo(run, run.world.time + dice.magnitude(1000, 10_000_000), take);
    if (broken()) break;
    if (rough && dice.chance(0.06)) {
      blackout(run, members, servers);
      faults.set('powerOff', (faults.get('powerOff') ?? 0) + servers.length);
      continue;
    }
    if (setup.store === 'primary' && dice.chance(0.04)) {
      const pid = dice.between(1, setup.servers ?? 1);
      if (tryTo(run, { kind: 'input', pid, name: 'MAKE_PRIMARY', data: {} }))
        faults.set('promote', (faults.get('promote') ?? 0) + 1);
      continue;
    }
    const fault = randomFault(dice, run.world, faultWishes);
    if (fault === null || (fault.name === 'write' && byHand > MOST_BY_HAND)) continue;
    const { what } = fault;
    // A clock set by hand voids what is promised of stamps: seldom enough that it is promised mostly.
    if (what.kind === 'set-clock' && !dice.chance(0.2)) continue;
    if (what.kind === 'kill' || what.kind === 'power-off') members?.dies(run.world, what.pid);
    if (!tryTo(run, what)) continue;
    faults.set(fault.name, (faults.get(fault.name) ?? 0) + 1);
  }
  const flawed = (): boolean => members?.flawed === true;
  let missed: string | null = null;
  if (!broken() && !flawed()) {
    repair(run, file);
    missed = missedInTheEnd(run, protocol, take);
    const ahead = missed === null ? [] : clients.filter((pid) => isAhead(run.world, pid));
    if (ahead.length > 0) missed = afterAWrite(ahead, missed);
  }
  exercised.end(run.world);
  if (missed !== null && members !== null && isShutOut(run.world, servers)) {
    // What ZooKeeper itself does wrong is counted, not found again and again.
    exercised.note(SHUT_OUT);
    missed = null;
  }
  if (flawed()) exercised.note('a transaction lost as ZooKeeper itself loses it');
  const dead = { invariant: CONVERGES, step: run.position, text: missed ?? '' };
  const [first = missed === null ? null : dead] = flawed() ? [] : run.world.violations;
  return {
    seed,
    file,
    interventions: run.interventions(),
    events: run.position,
    faults,
    exercised: exercised.counts,
    violation: first,
    digest: run.world.fingerprint(),
  };
}

/** The power of the whole room goes, and comes back. */
function blackout(run: Run, members: ZabExercised | null, servers: readonly number[]): void {
  const up = servers.filter((pid) => run.world.process(pid).running);
  for (const pid of up) {
    members?.dies(run.world, pid);
    tryTo(run, { kind: 'power-off', pid });
  }
  const down = servers.filter((pid) => !run.world.process(pid).running);
  tryTo(run, { kind: 'start', pids: down });
}

/** More than the workload writes. */
const BY_HAND = 100;

/** A read, or a write of a value that nobody uses, one who sleeps and has not read it yet included. */
const requestText = (dice: Dice, number: number): string =>
  dice.chance(0.5) ? dice.pick(['read', 'read', 'sync-read']) : `write ${BY_HAND + number}`;

const serversOf = ({ setup }: Scenario<'cap'>): readonly number[] =>
  Array.from({ length: setup.servers ?? 1 }, (_, index) => index + 1);

/** As fast as any network, and any disk. */
const FAST = { kind: 'fixed', us: 1000 } as const;

/**
 * Undoes every fault. Links and disks of the file that are slow for good are no longer: where two phases take
 * longer than a store's time-out, or a leader begins after its followers have given up, patience is never
 * rewarded.
 */
function repair(run: Run, file: Scenario<'cap'>): void {
  for (const what of repairs(run.world, run.world.model.pids)) tryTo(run, what);
  for (const { from, to } of file.links ?? [])
    tryTo(run, { kind: 'latency', from, to, latency: FAST });
  if (file.diskLatency !== undefined)
    for (const pid of serversOf(file)) tryTo(run, { kind: 'disk-latency', pid, latency: FAST });
}

/** Waits until all requests are over and all servers have one value. @returns what is missing then */
function missedInTheEnd(run: Run, protocol: Protocol, take: Take): string | null {
  const deadline = run.world.time + backlogOf(run.world) + LONG_ENOUGH;
  let missed: string | null = 'nothing is there';
  let goodSince: Micros | null = null;
  for (let time = run.world.time; time <= deadline; time += LOOK_EVERY) {
    runTo(run, time, take);
    if (run.world.violations.length > 0) return null;
    missed = missing(protocol.detail(run.world) as CapDetail);
    // The set-up may still have something to cut: it heals it, too.
    if (missed !== null) goodSince = null;
    else goodSince ??= time;
    if (goodSince !== null && time - goodSince >= CALM) return null;
  }
  return missed;
}

/**
 * @param excused clients whose requests need not be over
 * @returns what is missing, in plain English; null when all is well
 */
function missing(
  { servers, requests, meters, cuts, promises }: CapDetail,
  excused: readonly Pid[] = [],
): string | null {
  if (cuts.some(({ to, planned }) => planned && to === null)) return 'something is still cut';
  const open = requests.find(
    ({ outcome, client }) =>
      (outcome === 'planned' || outcome === 'waiting') && !excused.includes(client),
  );
  if (open !== undefined) return `request ${open.number} is ${open.outcome}`;
  const down = servers.find(({ value }) => value === null);
  if (down !== undefined) return `S${down.pid} has no value`;
  if (meters.divergence <= 1 || !promises.includes('converged')) return null;
  return `values differ: ${servers.map(({ value }) => value).join(', ')}`;
}

export const capFuzzer = {
  run: capFuzzRun,
  file: (dice: Dice, seed: number) => randomCap(dice, seed, {}),
  asked: (dice: Dice, file: Scenario<'cap'>, pid: number): Asked =>
    file.setup.clients.some(({ id }) => id === pid) || !dice.chance(0.3)
      ? { name: 'LINE', data: { text: dice.pick(['read', 'write', 'sync-read']) } }
      : { name: 'MAKE_PRIMARY', data: {} },
};
