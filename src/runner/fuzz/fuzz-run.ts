import type { Protocol } from '../../scenarios/protocol.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { Run } from '../run.ts';
import { ANSWERS, Answers } from './answers.ts';
import { Dice } from './dice.ts';
import { cameTo, MOST_STEPS, runTo, takeSteps, tryTo } from './random-run.ts';
import type { RandomRun, Take } from './random-run.ts';
import { ElectionExercised } from './election-exercised.ts';
import { randomSetup } from './election-setup.ts';
import type { SetupWishes, Temper } from './election-setup.ts';
import { missing } from './expectations.ts';
import { clientWrite, randomFault, repairs } from './faults.ts';
import type { FaultName, FaultWishes } from './faults.ts';

export type Wishes = SetupWishes & Pick<FaultWishes, 'wipes'>;

/** What one random run came to. */
export type FuzzRun = RandomRun<Scenario<'election'>>;

/** Name of what must come true when every fault is undone. */
export const LIVENESS = 'liveness';

/** Time for the longest back-off of an election (60 s), several times over. */
const LONG_ENOUGH: Micros = 400_000_000;
/** For a look at what happens after the faults, when nothing needs to come true. */
const A_WHILE: Micros = 20_000_000;
const LOOK_EVERY: Micros = 250_000;
const TEMPERS: readonly Temper[] = ['stormy', 'stormy', 'golden-stormy', 'golden-stormy', 'calm'];

/**
 * One random ensemble under a random schedule, then healed. The same seed and wishes give the same
 * run. It ends at the first broken invariant, or when all serve, or as a violation of liveness.
 */
export function fuzzRun(protocol: Protocol, seed: number, wishes: Wishes): FuzzRun {
  const dice = new Dice(seed);
  const temper = dice.pick(TEMPERS);
  const file = randomSetup(dice, seed, temper, wishes);
  const faultWishes = { wipes: wishes.wipes, calm: temper === 'calm', write: clientWrite };
  const run = new Run(protocol, file, false);
  const faults = new Map<FaultName, number>();
  const answers = new Answers(file.setup.profile === 'golden');
  const exercised = new ElectionExercised();
  const step: Take = (each, limit) => {
    const took = answers.step(each, limit);
    exercised.look(each.world);
    return took;
  };
  const broken = (): boolean => run.world.violations.length > 0 || answers.missed !== null;

  const limit = longestTimeout(file);
  const rounds = dice.magnitude(2, 40);
  for (let round = 0; round < rounds && !broken(); round++) {
    letRun(dice, run, limit, step);
    if (broken()) break;
    const fault = randomFault(dice, run.world, faultWishes);
    if (fault === null || !tryTo(run, fault.what)) continue;
    faults.set(fault.name, (faults.get(fault.name) ?? 0) + 1);
  }

  const missed = broken() ? null : missedInTheEnd(run, survivors(dice, file), temper, step);
  const dead = { invariant: LIVENESS, step: run.position, text: missed ?? '' };
  const silent = answers.missed === null ? null : { invariant: ANSWERS, ...answers.missed };
  const [first = silent ?? (missed === null ? null : dead)] = run.world.violations;
  return cameTo(run, { seed, file, faults, exercised: exercised.counts, violation: first });
}

/** Somewhat longer than the longest time-out, which both sides of a broken link then see. */
const longestTimeout = ({ setup }: Scenario<'election'>): Micros =>
  1.5 * (setup.tickTimeMs ?? 2000) * 1000 * Math.max(setup.initLimit ?? 10, setup.syncLimit ?? 5);

/** A few events, or a stretch of virtual time. */
function letRun(dice: Dice, run: Run, longest: Micros, step: Take): void {
  if (dice.chance(0.5)) {
    takeSteps(run, dice.magnitude(1, 60), step);
    return;
  }
  runTo(run, run.world.time + dice.magnitude(100, longest), step);
}

/** Who is up in the end: at least a quorum of voters. */
function survivors(dice: Dice, { setup }: Scenario<'election'>): Pid[] {
  const voters = setup.servers.filter(({ observer }) => observer !== true).map(({ sid }) => sid);
  const others = setup.servers.filter(({ observer }) => observer === true).map(({ sid }) => sid);
  const quorum = Math.floor(voters.length / 2) + 1;
  return [...dice.some(voters, dice.between(quorum, voters.length)), ...others];
}

/**
 * Undoes the faults and waits until all is well again.
 * @returns what does not come true; null when all does, or when an invariant breaks meanwhile
 */
function missedInTheEnd(run: Run, up: readonly Pid[], temper: Temper, step: Take): string | null {
  for (const repair of repairs(run.world, up)) tryTo(run, repair);
  const deadline = run.world.time + (temper === 'golden-stormy' ? A_WHILE : LONG_ENOUGH);
  let missed: string | null = null;
  for (let time = run.world.time; time <= deadline; time += LOOK_EVERY) {
    runTo(run, time, step);
    missed = run.world.violations.length > 0 ? null : missing(run.world, temper);
    if (missed === null || run.position >= MOST_STEPS) break;
  }
  return missed;
}
