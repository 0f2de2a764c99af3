import { configOf } from '../../protocols/byzantine/config.ts';
import { naiveRun } from '../../protocols/byzantine/naive.ts';
import type { ByzantineModel } from '../../protocols/byzantine/model.ts';
import type { ByzantineWorld } from '../../protocols/byzantine/ghost.ts';
import { atFault } from '../../protocols/byzantine/verdict.ts';
import type { AnyWorld, Protocol } from '../../scenarios/protocol.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { Scenario } from '../../view/scenario.ts';
import { Run } from '../run.ts';
import type { Asked } from './any-deed.ts';
import { ByzantineExercised } from './byzantine-exercised.ts';
import { randomByzantine, randomLie } from './byzantine-setup.ts';
import { Dice } from './dice.ts';
import type { Wishes } from './fuzz-run.ts';
import { paxosRepairs } from './paxos-faults.ts';
import { cameTo, runTo, takeSteps, tryTo, watched } from './random-run.ts';
import type { RandomRun } from './random-run.ts';

/** Longer than four rounds, and twelve messengers. */
const LONG_ENOUGH = 5_000_000;

const configIn = (run: Run): ByzantineModel['config'] =>
  (run.model as unknown as ByzantineModel).config;

/**
 * Random generals, some of whom lie, now and then with faults of the network and of loyal ones: IC1 and
 * IC2 where they are promised. Without faults it comes to just what the paper's recursion says.
 */
function byzantineFuzzRun(
  protocol: Protocol,
  seed: number,
  wishes: Wishes,
): RandomRun<Scenario<'byzantine'>> {
  const dice = new Dice(seed);
  const file = randomByzantine(dice, seed, wishes);
  const run = new Run(protocol, file, false);
  const faults = new Map<string, number>();
  const exercised = new ByzantineExercised();
  const take = watched(exercised);
  const broken = (): boolean => run.world.violations.length > 0;
  const faulty = dice.chance(0.4);
  for (let left = faulty ? dice.between(1, 4) : 0; left > 0 && !broken(); left--) {
    if (dice.chance(0.5)) takeSteps(run, dice.magnitude(1, 60), take);
    else runTo(run, run.world.time + dice.magnitude(1000, 60_000), take);
    if (broken()) break;
    const deed = randomDeed(dice, run.world, file);
    if (!tryTo(run, deed.what)) continue;
    faults.set(deed.name, (faults.get(deed.name) ?? 0) + 1);
  }
  const missed = broken() ? null : missedInTheEnd(run, file, faults.size === 0, take);
  const wrong = missed === null ? null : { ...missed, step: run.position };
  if (!broken()) exercised.end(run.world, configIn(run));
  const [first = wrong] = run.world.violations;
  return cameTo(run, { seed, file, faults, exercised: exercised.counts, violation: first });
}

interface Deed {
  readonly name: string;
  readonly what: Intervention;
}

function randomDeed(dice: Dice, world: AnyWorld, { setup }: Scenario<'byzantine'>): Deed {
  const pids = world.processes.map(({ pid }) => pid);
  const flights = world.network.flights.values();
  const paused = world.processes.filter((p) => p.liveness === 'paused').map(({ pid }) => pid);
  const down = world.processes.filter((process) => !process.running).map(({ pid }) => pid);
  const name =
    dice.weighted({
      lie: (setup.traitors ?? []).length > 0 ? 3 : 0,
      kill: 1.5,
      powerOff: 1.5,
      pause: 0.7,
      resume: paused.length > 0 ? 3 : 0,
      start: down.length > 0 ? 1 : 0,
      cut: 0.5,
      heal: world.network.faults.size > 0 ? 1 : 0,
      lossy: 0.3,
      drop: flights.length > 0 ? 2 : 0,
      duplicate: flights.length > 0 ? 2 : 0,
      hold: flights.length > 0 ? 1 : 0,
      deliver: flights.length > 0 ? 1 : 0,
    }) ?? 'kill';
  return { name, what: make() };

  function make(): Intervention {
    switch (name) {
      case 'lie': {
        const pid = dice.chance(0.9) ? dice.pick(setup.traitors ?? pids) : dice.pick(pids);
        return { kind: 'input', pid, ...randomLie(dice, setup, pid) };
      }
      case 'kill':
        return { kind: 'kill', pid: dice.pick(pids) };
      case 'powerOff':
        return { kind: 'power-off', pid: dice.pick(pids) };
      case 'pause':
        return { kind: 'pause', pid: dice.pick(pids) };
      case 'resume':
        return { kind: 'resume', pid: dice.pick(paused) };
      case 'start':
        return { kind: 'start', pids: down };
      case 'cut': {
        const [from = 1, to = 2] = dice.some(pids, 2);
        return { kind: 'cut', from, to, oneWay: dice.chance(0.5) };
      }
      case 'heal':
        return { kind: 'heal' };
      case 'lossy':
        return { kind: 'lossy', loss: dice.pick([0.02, 0.3]), duplication: dice.pick([0, 0.3]) };
      case 'drop':
      case 'duplicate':
      case 'hold':
      case 'deliver':
        return { kind: name, message: dice.pick(flights).id };
    }
  }
}

type Take = Parameters<typeof runTo>[2];

/** What does not come true in the end. */
function missedInTheEnd(
  run: Run,
  file: Scenario<'byzantine'>,
  undisturbed: boolean,
  take: Take,
): { readonly invariant: string; readonly text: string } | null {
  for (const repair of paxosRepairs(run.world, [])) tryTo(run, repair);
  runTo(run, run.world.time + LONG_ENOUGH, take);
  if (run.world.violations.length > 0) return null;
  const config = configIn(run);
  const world = run.world as unknown as ByzantineWorld;
  const faulty = new Set(atFault(config, world));
  const waiting = world.processes.find(({ pid, s }) =>
    config.two === null
      ? s?.decided === null && !faulty.has(pid)
      : s !== null && s.camp.attacks === null,
  );
  if (waiting !== undefined)
    return { invariant: 'liveness', text: `${run.model.nameOf(waiting.pid)} never decides` };
  const compared = undisturbed && config.two === null && config.broken.size === 0;
  const text = compared ? otherThanNaive(file, world) : null;
  return text === null ? null : { invariant: 'as-defined', text };
}

/** How a run differs from what the recursion of the paper comes to; null: not at all. */
function otherThanNaive(
  { setup, seed }: Scenario<'byzantine'>,
  { processes, ghost }: ByzantineWorld,
): string | null {
  const { decisions, messages } = naiveRun(configOf(setup, seed));
  const sent = ghost.levels.reduce((sum, level) => sum + level.sent, 0);
  if (sent !== messages) return `${sent} messages were sent, by definition ${messages} are`;
  for (const [pid, value] of decisions) {
    const decided = processes.find((each) => each.pid === pid)?.s?.decided ?? null;
    if (decided !== value) return `${pid} decides ${decided}, by definition ${value}`;
  }
  return null;
}

export const byzantineFuzzer = {
  run: byzantineFuzzRun,
  file: (dice: Dice, seed: number) => randomByzantine(dice, seed, { wipes: false }),
  asked: (dice: Dice, { setup }: Scenario<'byzantine'>, pid: number): Asked =>
    randomLie(dice, setup, pid),
};
