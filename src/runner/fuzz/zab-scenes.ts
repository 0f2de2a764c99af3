/** What random faults hardly ever come to in an ensemble, and its rules exist for. */
import { serverIn } from '../../ensemble/member.ts';
import type { Member } from '../../ensemble/member.ts';
import type { AnyWorld } from '../../scenarios/protocol.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { Pid } from '../../view/time.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import type { Server } from '../../zookeeper/server/server.ts';
import type { Run } from '../run.ts';
import type { Dice } from './dice.ts';
import type { FaultName } from './faults.ts';
import { runTo, takeSteps } from './random-run.ts';
import type { Take } from './random-run.ts';
import { isSynchronising } from './zab-exercised.ts';
import { randomDeed } from './zookeeper-calls.ts';

export interface Stage {
  readonly dice: Dice;
  readonly run: Run;
  readonly servers: readonly Pid[];
  readonly voters: readonly Pid[];
  readonly clients: readonly Pid[];
  readonly take: Take;
  /** Does it unless it makes no sense now. */
  deed(name: FaultName | 'impatience', what: Intervention): void;
}

export const serverAt = (world: AnyWorld, pid: Pid): Server | null =>
  serverIn(world.process(pid).s as Member | null);

/** Whoever leads and serves; null: nobody. */
export const leaderIn = ({ run, servers }: Stage): Pid | null =>
  servers.find((pid) => {
    const peer = serverAt(run.world, pid)?.peer;
    return peer?.state === 'LEADING' && peer.phase === 'BROADCAST';
  }) ?? null;

/** Takes steps until it is so, or so many. @returns whether it is so */
function stepsUntil({ run, take }: Stage, most: number, isSo: () => boolean): boolean {
  for (let left = most; left > 0 && !isSo(); left--) {
    if (run.world.violations.length > 0 || !take(run, Infinity)) return false;
  }
  return isSo();
}

/** So many steps are a second or two of an ensemble that does nothing else. */
const A_WHILE = 1500;

const someWrites = (stage: Stage, deeds: number): void => {
  for (let left = deeds; left > 0; left--)
    stage.deed('write', randomDeed(stage.dice, stage.clients));
};

function end(stage: Stage, pid: Pid): void {
  if (!stage.dice.chance(0.5)) stage.deed('kill', { kind: 'kill', pid });
  else if (stage.dice.chance(0.7)) stage.deed('powerOff', { kind: 'power-off', pid });
  else stage.deed('tornWrite', { kind: 'power-off', pid, torn: true });
}

function start(stage: Stage, pids: readonly Pid[]): void {
  const down = pids.filter((pid) => !stage.run.world.process(pid).running);
  if (down.length > 0) stage.deed('start', { kind: 'start', pids: down });
}

const led = (stage: Stage): boolean => stepsUntil(stage, A_WHILE, () => leaderIn(stage) !== null);

/** The leader dies while it waits for acknowledgements, and others go on. */
export function leaderDiesProposing(stage: Stage): void {
  if (!led(stage)) return;
  someWrites(stage, stage.dice.between(1, 3));
  const leader = leaderIn(stage) ?? 0;
  stepsUntil(stage, 200, () => {
    const role = serverAt(stage.run.world, leader)?.role;
    return role?.kind === 'leader' && role.outstanding.length > 0;
  });
  takeSteps(stage.run, stage.dice.between(0, 6), stage.take);
  end(stage, leader);
  if (stage.dice.chance(0.4)) takeSteps(stage.run, stage.dice.magnitude(50, 800), stage.take);
  start(stage, [leader]);
}

/** A leader that is cut off goes on proposing to nobody: a tail that is never committed. */
export function leaderCutOff(stage: Stage): void {
  if (!led(stage)) return;
  const { dice, run, take, servers, clients } = stage;
  const leader = leaderIn(stage) ?? 0;
  const others = servers.filter((pid) => pid !== leader);
  const withIt = [leader, ...dice.some(clients, dice.between(0, clients.length))];
  const rest = [...others, ...clients.filter((pid) => !withIt.includes(pid))];
  someWrites(stage, 1);
  takeSteps(run, dice.between(0, 10), take);
  stage.deed('partition', { kind: 'partition', groups: [withIt, rest], oneWay: false });
  someWrites(stage, dice.between(1, 3));
  if (dice.chance(0.3)) {
    takeSteps(run, dice.between(5, 40), take);
    end(stage, leader);
  }
  runTo(run, run.world.time + dice.magnitude(200_000, 6_000_000), take);
  if (dice.chance(0.5)) someWrites(stage, 2);
  takeSteps(run, dice.magnitude(1, 100), take);
  stage.deed('heal', { kind: 'heal' });
  start(stage, servers);
}

/** A learner, or its leader, dies while the one makes the other's history equal, at best under writes. */
export function diesSynchronising(stage: Stage): void {
  const { dice, run, take, servers } = stage;
  if (!led(stage)) return;
  const others = servers.filter((pid) => pid !== leaderIn(stage));
  const down = others.filter((pid) => !run.world.process(pid).running);
  const pid = dice.pick(down.length > 0 ? down : others);
  if (down.length === 0) {
    end(stage, pid);
    someWrites(stage, dice.between(1, 3));
    takeSteps(run, dice.magnitude(20, 400), take);
  }
  start(stage, [pid]);
  const isAtIt = (): boolean => {
    const s = serverAt(run.world, pid);
    return s?.role?.kind === 'learner' && isSynchronising(s.role, s);
  };
  const writes = dice.chance(0.7);
  stepsUntil(stage, A_WHILE, () => {
    // Something is under way whenever the leader looks.
    if (writes && run.position % 40 === 0) someWrites(stage, 1);
    return isAtIt();
  });
  takeSteps(run, dice.between(0, 12), take);
  if (dice.chance(0.3)) return;
  end(stage, dice.chance(0.7) ? pid : (leaderIn(stage) ?? pid));
  start(stage, servers);
}

/**
 * A follower that lacks what the last epoch has committed joins the leader of the next one, which proposes
 * while its other followers sleep: nobody but the newcomer acknowledges anything.
 */
export function joinsUnderWrites(stage: Stage): void {
  const { dice, run, take, voters } = stage;
  if (voters.length < 3 || !led(stage)) return;
  const old = leaderIn(stage) ?? 0;
  const late = dice.pick(voters.filter((pid) => pid !== old));
  end(stage, late);
  someWrites(stage, dice.between(2, 4));
  takeSteps(run, dice.magnitude(100, 400), take);
  end(stage, old);
  start(stage, [old]);
  if (!stepsUntil(stage, A_WHILE, () => (leaderIn(stage) ?? old) !== old) && !led(stage)) return;
  const leader = leaderIn(stage);
  start(stage, [late]);
  stepsUntil(stage, A_WHILE, () => {
    const s = serverAt(run.world, late);
    return s?.role?.kind === 'learner' && isSynchronising(s.role, s);
  });
  const others = voters.filter((pid) => pid !== leader && pid !== late);
  for (const pid of others) stage.deed('pause', { kind: 'pause', pid });
  someWrites(stage, dice.between(1, 3));
  takeSteps(run, dice.magnitude(50, 300), take);
  for (const pid of others) stage.deed('resume', { kind: 'resume', pid });
}

/** All followers lose patience with a leader that goes on: another epoch while the old one still works. */
export function followersLeave(stage: Stage): void {
  if (!led(stage)) return;
  someWrites(stage, stage.dice.between(1, 3));
  takeSteps(stage.run, stage.dice.between(2, 60), stage.take);
  const leader = leaderIn(stage);
  for (const pid of stage.voters) {
    if (pid !== leader)
      stage.deed('impatience', { kind: 'fire-timer', pid, timer: 'READ_TIMEOUT' });
  }
  if (stage.dice.chance(0.5)) someWrites(stage, 1);
}

/** All lose their power in the middle of writes, and some come back before others. */
export function blackout(stage: Stage): void {
  const { dice, run, take, servers } = stage;
  if (!led(stage)) return;
  someWrites(stage, dice.between(1, 3));
  takeSteps(run, dice.between(4, 40), take);
  for (const pid of servers) stage.deed('powerOff', { kind: 'power-off', pid });
  const order = dice.some(servers, servers.length);
  start(stage, order.slice(0, Math.floor(servers.length / 2) + 1));
  takeSteps(run, dice.magnitude(20, 600), take);
  start(stage, servers);
}

/**
 * A server that lacks what the others have committed joins a new leader, and both lose their power as
 * soon as its new epoch is on disk; then it meets the rest.
 */
export function cutAtNewEpoch(stage: Stage): void {
  const { dice, run, take, voters } = stage;
  if (voters.length < 3 || !led(stage)) return;
  const lagging = dice.pick(voters.filter((pid) => pid !== leaderIn(stage)));
  end(stage, lagging);
  someWrites(stage, dice.between(1, 3));
  takeSteps(run, dice.magnitude(60, 400), take);
  for (const pid of voters) if (pid !== lagging) end(stage, pid);
  const quorum = Math.floor(voters.length / 2) + 1;
  const rest = dice.some(
    voters.filter((pid) => pid !== lagging),
    voters.length,
  );
  const first = [lagging, ...rest.slice(0, quorum - 1)];
  const epoch = (): number => (run.world.process(lagging).disk as Disk).currentEpoch ?? 0;
  const before = epoch();
  start(stage, first);
  stepsUntil(stage, 2 * A_WHILE, () => epoch() > before);
  takeSteps(run, dice.between(0, 2), take);
  for (const pid of first) stage.deed('powerOff', { kind: 'power-off', pid });
  start(stage, [lagging, ...rest.slice(quorum - 1)]);
  takeSteps(run, dice.magnitude(100, 1500), take);
}

/** A server that lacks much of an earlier epoch joins the next one, whose first writes are under way. */
export function joinsNextEpoch(stage: Stage): void {
  const { dice, run, take, voters } = stage;
  if (voters.length < 3 || !led(stage)) return;
  const lagging = dice.pick(voters.filter((pid) => pid !== leaderIn(stage)));
  end(stage, lagging);
  someWrites(stage, dice.between(3, 6));
  takeSteps(run, dice.magnitude(100, 400), take);
  const leader = leaderIn(stage);
  if (leader === null) return;
  stage.deed('kill', { kind: 'kill', pid: leader });
  start(stage, [leader]);
  if (!led(stage)) return;
  // By then clients have found the new leader.
  runTo(run, run.world.time + 1_500_000, take);
  start(stage, [lagging]);
  stepsUntil(stage, A_WHILE, () => {
    if (run.position % 8 === 0) someWrites(stage, 1);
    return serverAt(run.world, lagging)?.peer?.phase === 'BROADCAST';
  });
}

export const scenes = [
  leaderDiesProposing,
  leaderCutOff,
  diesSynchronising,
  joinsUnderWrites,
  followersLeave,
  blackout,
  cutAtNewEpoch,
  joinsNextEpoch,
] as const;
