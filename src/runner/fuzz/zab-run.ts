import { clientIn } from '../../ensemble/member.ts';
import type { Member } from '../../ensemble/member.ts';
import type { Protocol } from '../../scenarios/protocol.ts';
import { zookeeper } from '../../scenarios/zookeeper/adapter.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { ZooKeeperDetail } from '../../view/zookeeper.ts';
import { OPEN_ACL } from '../../zookeeper/tree/acl-cache.ts';
import { Run } from '../run.ts';
import { Dice } from './dice.ts';
import { Historian } from './history/history.ts';
import { judge } from './history/judge.ts';
import { backlogOf, randomFault, repairs } from './faults.ts';
import type { FaultWishes } from './faults.ts';
import type { Wishes } from './fuzz-run.ts';
import { LIVENESS } from './fuzz-run.ts';
import { hasOverdue } from './overdue.ts';
import { cameTo, runTo, takeSteps, tryTo, watched } from './random-run.ts';
import type { RandomRun, Take } from './random-run.ts';
import { isShutOut, SHUT_OUT } from './shut-out.ts';
import { ZabExercised } from './zab-exercised.ts';
import { scenes } from './zab-scenes.ts';
import type { Stage } from './zab-scenes.ts';
import { randomEnsemble } from './zab-setup.ts';
import { randomDeed } from './zookeeper-calls.ts';

/** Several times the longest session, and the longest pause of an election (60 s). */
const LONG_ENOUGH: Micros = 400_000_000;
const LOOK_EVERY: Micros = 250_000;

/**
 * A random ensemble and its clients under random writes, deaths, losses of power and cuts, each of which
 * every run has; then healed. The same seed and wishes give the same run. It ends at the first broken
 * invariant, or when all serve and every living handle is connected and answered, or as a violation of
 * liveness.
 */
export function zabFuzzRun(
  protocol: Protocol,
  seed: number,
  wishes: Wishes,
): RandomRun<Scenario<'zookeeper'>> {
  const dice = new Dice(seed);
  const file = randomEnsemble(dice, seed, wishes);
  const run = new Run(protocol, file, false);
  const { setup } = file;
  const servers = setup.servers.map(({ sid }) => sid);
  const listed = (pid: Pid): boolean =>
    setup.servers.every(({ sid, lists }) => sid === pid || (lists?.includes(pid) ?? true));
  const voters = setup.servers
    .filter(({ sid, observer }) => observer !== true && listed(sid))
    .map(({ sid }) => sid);
  const clients = setup.clients.map(({ id }) => id);
  const faults = new Map<string, number>();
  const exercised = new ZabExercised();
  const historian = new Historian();
  const take = watched({
    look: (world) => {
      exercised.look(world);
      historian.look(world);
    },
  });
  const broken = (): boolean => run.world.violations.length > 0;
  const deed: Stage['deed'] = (name, what): void => {
    if (broken()) return;
    if (what.kind === 'kill' || what.kind === 'power-off') exercised.dies(run.world, what.pid);
    const disk = name === 'tornWrite' && 'pid' in what ? run.world.process(what.pid).disk : null;
    if (tryTo(run, what)) faults.set(name, (faults.get(name) ?? 0) + 1);
    if (disk !== null && 'pid' in what && run.world.process(what.pid).disk !== disk)
      exercised.note('a write that was torn, of which a part stayed');
  };
  const stage: Stage = { dice, run, servers, voters, clients, take, deed };
  const faultWishes: FaultWishes = {
    wipes: wishes.wipes,
    calm: false,
    disks: true,
    write: () => randomDeed(dice, clients),
  };
  runTo(run, dice.magnitude(200_000, 3_000_000), take);
  if (dice.chance(0.7)) deed('write', firstNodes(dice.pick(clients)));
  const rounds = dice.magnitude(4, 24);
  for (let round = 0; round < rounds && !broken(); round++) {
    if (dice.chance(0.6)) takeSteps(run, dice.magnitude(1, 200), take);
    else runTo(run, run.world.time + dice.magnitude(1000, 1_000_000), take);
    if (dice.chance(0.35)) dice.pick(scenes)(stage);
    else if (dice.chance(0.75)) deed('write', randomDeed(dice, clients));
    else {
      const fault = randomFault(dice, run.world, faultWishes);
      if (fault !== null) deed(fault.name, fault.what);
    }
  }
  for (const what of whatIsMissing(stage, faults)) {
    deed(what.kind === 'power-off' ? 'powerOff' : what.kind, what);
    deed('write', randomDeed(dice, clients));
    runTo(run, run.world.time + dice.magnitude(1000, 2_000_000), take);
  }
  const missed =
    broken() || exercised.flawed ? null : missedInTheEnd(run, [...servers, ...clients], take);
  if (missed !== null && isShutOut(run.world, servers)) {
    exercised.flawed = true;
    exercised.note(SHUT_OUT);
  }
  const dead = { invariant: LIVENESS, step: run.position, text: missed ?? '' };
  // What ZooKeeper itself does wrong is counted, not found again and again.
  const broke = exercised.flawed ? [] : run.world.violations;
  const ends = missed === null || exercised.flawed;
  const [first = ends ? judged(run, historian, exercised) : dead] = broke;
  return cameTo(run, { seed, file, faults, exercised: exercised.counts, violation: first });
}

/** What was told to clients, unless the run has ended before. */
const judged = (run: Run, historian: Historian, { flawed }: ZabExercised): RandomRun['violation'] =>
  flawed ? null : judge(historian.history(run.world));

/** What clients read and watch later. */
function firstNodes(pid: Pid): Intervention {
  const calls = ['/a', '/a/b', '/q'].map((path) => ({
    kind: 'request',
    request: { op: 'create', path, data: '', acl: OPEN_ACL, mode: 'PERSISTENT' },
  }));
  return { kind: 'input', pid, name: 'LINE', data: { text: JSON.stringify(calls) } };
}

/** No run without a death, a loss of power and a cut. */
function whatIsMissing(
  { dice, servers }: Stage,
  faults: ReadonlyMap<string, number>,
): (Intervention & { readonly kind: 'kill' | 'power-off' | 'partition' | 'start' })[] {
  const pid = dice.pick(servers);
  const rest = servers.filter((each) => each !== pid);
  return [
    ...(faults.has('partition')
      ? []
      : [{ kind: 'partition', groups: [[pid], rest], oneWay: false } as const]),
    ...(faults.has('kill')
      ? []
      : ([
          { kind: 'start', pids: [pid] },
          { kind: 'kill', pid },
        ] as const)),
    ...(faults.has('powerOff')
      ? []
      : ([
          { kind: 'start', pids: [pid] },
          { kind: 'power-off', pid },
        ] as const)),
  ];
}

/** Undoes every fault and waits until all is as it should be. */
function missedInTheEnd(run: Run, pids: readonly Pid[], take: Take): string | null {
  for (const repair of repairs(run.world, pids)) tryTo(run, repair);
  const deadline = run.world.time + backlogOf(run.world) + LONG_ENOUGH;
  let missed: string | null = 'nobody comes up';
  for (let time = run.world.time; time <= deadline && missed !== null; time += LOOK_EVERY) {
    runTo(run, time, take);
    missed = run.world.violations.length > 0 ? null : missing(run);
  }
  return missed;
}

/** @returns what is missing, in plain English; null when all is well */
function missing({ world, file }: Run): string | null {
  const { setup } = file as Scenario<'zookeeper'>;
  const idle = setup.servers.find(({ sid }) => zookeeper.holds(world, { serving: sid }) !== true);
  if (idle !== undefined) return `server ${idle.sid} does not serve`;
  const { clients, servers } = zookeeper.detail(world) as ZooKeeperDetail;
  const outside = clients.find(
    ({ state, pid }) =>
      state === 'CONNECTEDREADONLY' ||
      (state === 'CONNECTING' && wishOf(world, pid) >= SHORTEST_WISH),
  );
  if (outside !== undefined) return `client ${outside.name} does not connect`;
  const waiting = clients.find(({ state, pending }) => state === 'CONNECTED' && pending > 0);
  if (waiting !== undefined) return `client ${waiting.name} waits for an answer`;
  const pids = servers.map(({ pid }) => pid);
  if (hasOverdue(world, pids)) return 'requests stay in the pipeline';
  // Until its first proposal a leader's newest zxid is the epoch's own, which nobody else has.
  const settled = servers.filter(({ zxid }) => zxid.counter > 0);
  const [one] = settled;
  const other = settled.find(
    ({ zxid }) => zxid.epoch !== one?.zxid.epoch || zxid.counter !== one.zxid.counter,
  );
  return other === undefined ? null : `S${other.pid} has not got what S${one?.pid ?? 0} has`;
}

/** ms: who wishes for less gives up before a session is agreed on by a quorum. */
const SHORTEST_WISH = 1000;

const wishOf = (world: Run['world'], pid: Pid): number =>
  clientIn(world.process(pid).s as Member | null)?.handle?.wished ?? 0;
