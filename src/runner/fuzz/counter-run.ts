import type { Member } from '../../protocols/counter/member.ts';
import type { AnyWorld, Protocol } from '../../scenarios/protocol.ts';
import type { Intervention } from '../../view/intervention.ts';
import { SCENARIO_VERSION } from '../../view/scenario.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Pid } from '../../view/time.ts';
import { Run } from '../run.ts';
import type { Asked } from './any-deed.ts';
import { Dice } from './dice.ts';
import { ExercisedByStep } from './exercised.ts';
import type { Wishes } from './fuzz-run.ts';
import { paxosRepairs } from './paxos-faults.ts';
import { cameTo, runTo, takeSteps, tryTo, watched } from './random-run.ts';
import type { RandomRun, Take } from './random-run.ts';

/** What a run of the counter reached: outcomes that nobody knows, and what became of them. */
export class CounterExercised extends ExercisedByStep<Member> {
  protected changed(was: Member | null, is: Member, world: AnyWorld): void {
    if (is.pid === is.config.server) {
      const { log } = is.counter;
      const newest = log.at(-1);
      if (newest === undefined || log.length === was?.counter.log.length) return;
      if (!newest.ok) this.note('a call refused');
      const { client, id } = newest;
      const times = log.filter((each) => each.ok && each.client === client && each.id === id);
      if (times.length > 1) this.note('a call carried out twice');
      return;
    }
    for (const call of is.calls) {
      const before = was?.calls.find(({ id }) => id === call.id);
      if (before?.outcome === call.outcome) continue;
      if (call.outcome === 'unknown') this.unknown(call.id, is, world);
      if (before?.outcome === 'unknown') {
        this.note(call.outcome === 'waiting' ? 'a call asked again' : 'an answer come late');
      }
      if (call.outcome === 'success' && call.attempts > 1) this.note('a retry answered');
    }
  }

  /** Whether the call was carried out, which its caller does not know. */
  private unknown(call: number, { pid, config }: Member, world: AnyWorld): void {
    const server = world.process(config.server).disk as Member['counter'];
    const done = server.log.some(({ client, id, ok }) => ok && client === pid && id === call);
    this.note(done ? 'unknown, and carried out' : 'unknown, and not carried out');
  }
}

/** Longer than the slowest answer without faults. */
const LONG_ENOUGH = 2_000_000;

/** Callers that call, lose, retry; a server that crashes; and what must be true of it all. */
function counterFuzzRun(
  protocol: Protocol,
  seed: number,
  wishes: Wishes,
): RandomRun<Scenario<'counter'>> {
  const dice = new Dice(seed);
  const file = randomCounter(dice, seed, wishes);
  const run = new Run(protocol, file, false);
  const callers = file.setup.clients.map(({ id }) => id);
  const faults = new Map<string, number>();
  const exercised = new CounterExercised();
  const take = watched(exercised);
  const broken = (): boolean => run.world.violations.length > 0;
  const rounds = dice.magnitude(4, 60);
  for (let round = 0; round < rounds && !broken(); round++) {
    if (dice.chance(0.5)) takeSteps(run, dice.between(1, 6), take);
    else runTo(run, run.world.time + dice.magnitude(1000, 800_000), take);
    if (broken()) break;
    const deed = randomDeed(dice, run.world, callers, file.setup.server.id, wishes.wipes);
    if (deed === null || !tryTo(run, deed.what)) continue;
    faults.set(deed.name, (faults.get(deed.name) ?? 0) + 1);
  }
  const missed = broken() ? null : missedInTheEnd(run, callers, take);
  const dead = { invariant: 'liveness', step: run.position, text: missed ?? '' };
  const [first = missed === null ? null : dead] = run.world.violations;
  return cameTo(run, { seed, file, faults, exercised: exercised.counts, violation: first });
}

function randomCounter(dice: Dice, seed: number, wishes: Wishes): Scenario<'counter'> {
  const callers = wishes.servers ?? dice.between(1, 4);
  return {
    format: 'zooscope-scenario',
    version: SCENARIO_VERSION,
    model: 'counter',
    title: `fuzz ${seed}`,
    seed,
    setup: {
      server: { id: callers + 1 },
      clients: Array.from({ length: callers }, (_, index) => ({ id: index + 1 })),
      timeoutMs: dice.pick([50, 500, 500]),
      deduplicate: wishes.broken === 'forget-call-ids' || dice.chance(0.5),
      ...(wishes.broken === undefined ? {} : { broken: [wishes.broken] }),
    },
    latency: dice.pick([
      { kind: 'fixed', us: 20_000 } as const,
      { kind: 'uniform', min: 10_000, max: 200_000 } as const,
    ]),
    diskLatency: dice.pick([
      { kind: 'fixed', us: 0 } as const,
      { kind: 'uniform', min: 1000, max: 100_000 } as const,
    ]),
  };
}

interface Deed {
  readonly name: string;
  readonly what: Intervention;
}

function randomDeed(
  dice: Dice,
  world: AnyWorld,
  callers: readonly Pid[],
  server: Pid,
  wipes: boolean,
): Deed | null {
  const flights = [...world.network.flights.values()];
  const up = callers.filter((pid) => world.process(pid).running);
  const down = [...callers, server].filter((pid) => !world.process(pid).running);
  const name = dice.weighted({
    call: up.length > 0 ? 4 : 0,
    retry: up.length > 0 ? 3 : 0,
    drop: flights.length > 0 ? 2 : 0,
    duplicate: flights.length > 0 ? 1 : 0,
    hold: flights.length > 0 ? 1 : 0,
    deliver: flights.length > 0 ? 1 : 0,
    kill: 0.5,
    powerOff: 0.5,
    start: down.length > 0 ? 4 : 0,
    cut: 0.5,
    heal: 1,
    wipe: wipes && down.includes(server) ? 1 : 0,
  });
  if (name === null) return null;
  const what = (): Intervention => {
    switch (name) {
      case 'call': {
        const amount = dice.pick([1, 1, 2, -1, -3]);
        const data = dice.chance(0.2) ? { op: 'read' } : { op: 'add', amount };
        return { kind: 'input', pid: dice.pick(up), name: 'CALL', data };
      }
      case 'retry':
        return { kind: 'input', pid: dice.pick(up), name: 'RETRY', data: {} };
      case 'kill':
        return { kind: 'kill', pid: dice.chance(0.7) ? server : dice.pick(callers) };
      case 'powerOff':
        return { kind: 'power-off', pid: dice.chance(0.7) ? server : dice.pick(callers) };
      case 'start':
        return { kind: 'start', pids: down };
      case 'cut':
        return { kind: 'cut', from: dice.pick(callers), to: server, oneWay: dice.chance(0.5) };
      case 'heal':
        return { kind: 'heal' };
      case 'wipe':
        return { kind: 'wipe', pid: server };
      case 'drop':
      case 'duplicate':
      case 'hold':
      case 'deliver':
        return { kind: name, message: dice.pick(flights).id };
    }
  };
  return { name, what: what() };
}

/** Without faults, a call that waits long enough is answered. */
function missedInTheEnd(run: Run, callers: readonly Pid[], take: Take): string | null {
  const all = run.world.processes.map(({ pid }) => pid);
  for (const repair of paxosRepairs(run.world, all)) tryTo(run, repair);
  runTo(run, run.world.time + LONG_ENOUGH, take);
  const before = run.world.step;
  for (const pid of callers) {
    const data = { op: 'read' };
    tryTo(run, { kind: 'input', pid, name: 'CALL', data });
  }
  runTo(run, run.world.time + LONG_ENOUGH, take);
  const waiting = run.world.processes.some(
    ({ pid }) => callers.includes(pid) && run.protocol.stateWord(run.world, pid) !== 'FREE',
  );
  return waiting || run.world.step === before ? 'a caller still waits for its answer' : null;
}

export const counterFuzzer = {
  run: counterFuzzRun,
  file: (dice: Dice, seed: number) => randomCounter(dice, seed, { wipes: false }),
  asked: (dice: Dice): Asked =>
    dice.chance(0.3)
      ? { name: 'RETRY', data: {} }
      : { name: 'CALL', data: { op: 'add', amount: dice.pick([1, -1, 5]) } },
};
