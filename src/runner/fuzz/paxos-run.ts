import type { Protocol } from '../../scenarios/protocol.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Micros } from '../../view/time.ts';
import { Run } from '../run.ts';
import { Dice } from './dice.ts';
import { PaxosExercised } from './paxos-exercised.ts';
import { Steering } from './paxos-steering.ts';
import { cameTo, MOST_STEPS, runTo, takeSteps, tryTo } from './random-run.ts';
import type { RandomRun, Take } from './random-run.ts';
import { paxosRepairs, randomPaxosFault } from './paxos-faults.ts';
import { paxosMissing, paxosSurvivors } from './paxos-liveness.ts';
import { isPatient, isSteered, randomPaxos } from './paxos-setup.ts';
import type { PaxosWishes } from './paxos-setup.ts';

/** What one random run came to. */
export type PaxosFuzzRun = RandomRun<Scenario<'paxos'>>;

/** Some hundred ballots of the slowest kind. */
const LONG_ENOUGH: Micros = 120_000_000;
/** For a look at what happens after the faults, when nothing needs to come true. */
const A_WHILE: Micros = 500_000;
const ASK_EVERY: Micros = 20_000_000;
const LOOK_EVERY: Micros = 50_000;

/**
 * One random group under a random schedule, then healed, and asked to choose. The same seed and
 * wishes give the same run. It ends at the first broken invariant, when all is decided, or as a
 * violation of liveness.
 */
export function paxosFuzzRun(protocol: Protocol, seed: number, wishes: PaxosWishes): PaxosFuzzRun {
  const dice = new Dice(seed);
  const file = randomPaxos(dice, seed, wishes);
  const run = new Run(protocol, file, false);
  const proposers = file.setup.processes
    .filter(({ roles }) => roles.includes('proposer'))
    .map(({ id }) => id);
  const faults = new Map<string, number>();
  const broken = (): boolean => run.world.violations.length > 0;
  const exercised = new PaxosExercised();
  const count = (name: string): void => void faults.set(name, (faults.get(name) ?? 0) + 1);
  const take: Take = (each, limit) => {
    const took = each.step(limit);
    if (took) exercised.look(each.world);
    return took;
  };
  const steering = isSteered(file) ? new Steering(dice, run, file, exercised, take, count) : null;
  // Who starts together has started before anything is asked.
  if (steering !== null) runTo(run, 0, take);
  const rounds = steering === null ? dice.magnitude(2, 60) : dice.magnitude(8, 50);
  for (let round = 0; round < rounds && !broken(); round++) {
    if (steering === null) letRun(dice, run, take);
    else steering.act();
    if (broken()) break;
    // What is steered is left alone most of the time.
    if (steering !== null && dice.chance(0.8)) continue;
    const fault = randomPaxosFault(dice, run.world, proposers, wishes.wipes);
    if (fault !== null && tryTo(run, fault.what)) count(fault.name);
  }
  const missed = broken() ? null : missedInTheEnd(dice, run, file, proposers);
  const dead = { invariant: 'liveness', step: run.position, text: missed ?? '' };
  const [first = missed === null ? null : dead] = run.world.violations;
  return cameTo(run, { seed, file, faults, exercised: exercised.counts, violation: first });
}

/** A few events, or a stretch of virtual time. */
function letRun(dice: Dice, run: Run, take: Take): void {
  if (dice.chance(0.6)) {
    takeSteps(run, dice.magnitude(1, 40), take);
    return;
  }
  runTo(run, run.world.time + dice.magnitude(100, 300_000), take);
}

/** Undoes the faults, has somebody propose, and waits until all is decided. */
function missedInTheEnd(
  dice: Dice,
  run: Run,
  file: Scenario<'paxos'>,
  proposers: readonly number[],
): string | null {
  for (const repair of paxosRepairs(run.world, paxosSurvivors(dice, file))) tryTo(run, repair);
  // What comes up now has begun before it is asked again.
  runTo(run, run.world.time);
  const asked = dice.pick(proposers);
  const propose = { kind: 'input', pid: asked, name: 'PROPOSE', data: {} } as const;
  tryTo(run, propose);
  // The hasty may go on for ever: only what they do wrong counts.
  if (!isPatient(file)) {
    runTo(run, run.world.time + A_WHILE);
    return null;
  }
  const deadline = run.world.time + LONG_ENOUGH;
  let askAgain = run.world.time + ASK_EVERY;
  let missed: string | null = null;
  for (let time = run.world.time; time <= deadline; time += LOOK_EVERY) {
    runTo(run, time);
    missed = run.world.violations.length > 0 ? null : paxosMissing(run.world, asked, file);
    // It may have learned in the middle of its ballot, and given that up: another one teaches all.
    if (time >= askAgain) {
      tryTo(run, propose);
      askAgain = time + ASK_EVERY;
    }
    if (missed === null || run.position >= MOST_STEPS) break;
  }
  return missed;
}
