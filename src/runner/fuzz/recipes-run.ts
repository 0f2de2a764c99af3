import { clientIn } from '../../ensemble/member.ts';
import type { Member } from '../../ensemble/member.ts';
import { ownerAt } from '../../ensemble/recipes/holding.ts';
import type { RecipesModel, RecipesState } from '../../ensemble/recipes/model.ts';
import { compiledIn, failureOf, isOver, mindIn } from '../../clients/recipes/client-program.ts';
import { registry } from '../../clients/recipes/programs/registry.ts';
import type { AnyWorld, Protocol } from '../../scenarios/protocol.ts';
import type { Scenario } from '../../view/scenario.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { Run } from '../run.ts';
import type { Asked } from './any-deed.ts';
import { Dice } from './dice.ts';
import { backlogOf, randomFault, repairs } from './faults.ts';
import type { FaultWishes } from './faults.ts';
import { Historian } from './history/history.ts';
import type { History } from './history/history.ts';
import { judge } from './history/judge.ts';
import type { Wishes } from './fuzz-run.ts';
import { LIVENESS } from './fuzz-run.ts';
import { runTo, takeSteps, tryTo, watched } from './random-run.ts';
import type { RandomRun } from './random-run.ts';
import { isSetBack, SET_BACK } from './set-back.ts';
import { isShutOut, SHUT_OUT } from './shut-out.ts';
import { RecipesExercised } from './recipes-exercised.ts';
import { endSession, gentleFault, strikeHolder } from './recipes-deeds.ts';
import type { Attempt, Playing } from './recipes-deeds.ts';
import { laterDice, randomRecipes } from './recipes-setup.ts';
import type { RandomRecipes } from './recipes-setup.ts';
import { Chronicle } from './twin/chronicle.ts';
import { difference, TWIN } from './twin/compare.ts';
import { naiveOf } from './twin/naive-run.ts';
import { ZabExercised } from './zab-exercised.ts';

/** Several times the longest session, and the longest pause of an election. */
const LONG_ENOUGH: Micros = 300_000_000;
/** Longer than the invariants let pass before they take silence for a fault. */
const CALM: Micros = 90_000_000;
const LOOK_EVERY: Micros = 500_000;
const ENDED = 'a session ended by hand';

/**
 * Random clients with a recipe, under deaths, sleeps and cuts, then healed. It ends at the first broken
 * invariant, or when every program that has an end is over, or as a violation of liveness.
 */
export function recipesFuzzRun(
  protocol: Protocol,
  seed: number,
  wishes: Wishes,
): RandomRun<Scenario<'recipes'>> {
  const dice = new Dice(seed);
  const operator = laterDice(seed);
  const made = randomRecipes(dice, seed, wishes);
  const { file, temper } = made;
  const run = new Run(protocol, file, false);
  const servers = file.setup.servers.map(({ sid }) => sid);
  const clients = file.setup.clients.map(({ id }) => id);
  const outside = (file.setup.outside ?? []).map(({ id }) => id);
  const faults = new Map<string, number>();
  const exercised = new RecipesExercised();
  const members = new ZabExercised();
  const historian = new Historian();
  const chronicle = new Chronicle();
  const take = watched({
    look: (world) => {
      exercised.look(world);
      members.look(world);
      historian.look(world);
      chronicle.look(world);
    },
  });
  const attempt: Attempt = (what) => {
    const done = tryTo(run, what);
    if (done) chronicle.did(run.world, what);
    return done;
  };
  const broken = (): boolean => run.world.violations.length > 0;
  const faultWishes: FaultWishes = {
    wipes: false,
    calm: false,
    disks: true,
    write: () => ({ kind: 'input', pid: dice.pick(clients), name: 'LINE', data: { text: 'go' } }),
  };
  const rounds = dice.magnitude(4, 30);
  for (let round = 0; round < rounds && !broken(); round++) {
    if (dice.chance(0.6)) takeSteps(run, dice.magnitude(1, 60), take);
    else runTo(run, run.world.time + dice.magnitude(1000, 5_000_000), take);
    if (broken()) break;
    if (temper === 'rough' && operator.chance(0.15)) {
      const pid = endSession(operator, run.world, attempt);
      if (pid !== null) {
        exercised.endedByHand(pid);
        faults.set(ENDED, (faults.get(ENDED) ?? 0) + 1);
      }
    }
    if (dice.chance(0.2)) {
      strikeHolder(dice, run, made, { take, attempt }, faults);
      continue;
    }
    const fault =
      temper === 'rough'
        ? randomFault(dice, run.world, faultWishes)
        : gentleFault(dice, run.world, servers, clients);
    if (fault === null) continue;
    const { what } = fault;
    if (what.kind === 'kill' || what.kind === 'power-off') members.dies(run.world, what.pid);
    if (!attempt(what)) continue;
    faults.set(fault.name, (faults.get(fault.name) ?? 0) + 1);
  }
  let missed =
    broken() || members.flawed
      ? null
      : missedInTheEnd(made, run, [...servers, ...outside, ...clients], { take, attempt }, faults);
  if (missed !== null) {
    // What ZooKeeper or a store itself does wrong is counted, not found again and again.
    const known = isShutOut(run.world, servers) ? SHUT_OUT : null;
    const own = known ?? (isSetBack(run.world, file) ? SET_BACK : null);
    if (own !== null) {
      exercised.note(own);
      missed = null;
    }
  }
  const dead = { invariant: LIVENESS, step: run.position, text: missed ?? '' };
  if (members.flawed) exercised.note('a transaction lost as ZooKeeper itself loses it');
  const history = members.flawed ? null : historian.history(run.world);
  const twin = history === null ? null : unlikeItsTwin(run, chronicle, history);
  const broke = history === null ? [] : run.world.violations;
  const [first = missed === null ? judged(history, exercised) : dead] = broke;
  return {
    seed,
    file,
    interventions: run.interventions(),
    events: run.position,
    faults,
    exercised: exercised.counts,
    violation: twin ?? first,
    digest: run.world.fingerprint(),
  };
}

/** What was told to clients; null: the run has lost what ZooKeeper itself loses. */
function judged(history: History | null, exercised: RecipesExercised): RandomRun['violation'] {
  if (history === null) return null;
  exercised.note('a history judged');
  return judge(history);
}

/** Whether the ghost, which all other invariants ask, remembers what really happened. */
function unlikeItsTwin(
  { world, position }: Run,
  { entries }: Chronicle,
  history: History,
): RandomRun['violation'] {
  const { recipes } = world.ghost as RecipesState;
  const { recipes: config } = world.model as unknown as RecipesModel;
  const text = difference(recipes, naiveOf(entries, history, config), entries);
  return text === null ? null : { invariant: TWIN, step: position, text };
}

/** Programs that wait for ever when all is well, and those that a death can leave waiting for others. */
const ENDLESS: ReadonlySet<string> = new Set([
  'subscriber',
  'monitor',
  'consumer',
  'task-worker',
  'master-follower',
  'member',
  'master-node',
  'master-queue',
  'double-barrier',
  'provider',
  'row-master',
  'row-lease',
]);

/** Undoes every fault and waits until all who have an end are at it. */
function missedInTheEnd(
  { file, scene }: RandomRecipes,
  run: Run,
  pids: readonly Pid[],
  { take, attempt }: Playing,
  faults: ReadonlyMap<string, number>,
): string | null {
  for (const repair of repairs(run.world, pids)) attempt(repair);
  const deadline = run.world.time + backlogOf(run.world) + LONG_ENOUGH;
  const calm = scene === 'double-barrier' && faults.size === 0;
  let missed: string | null = 'nobody comes up';
  for (let time = run.world.time; time <= deadline && missed !== null; time += LOOK_EVERY) {
    runTo(run, time, take);
    missed = run.world.violations.length > 0 ? null : missing(run.world, file, calm);
  }
  if (run.world.violations.length > 0 || missed !== null) return missed;
  runTo(run, run.world.time + CALM, take);
  return run.world.violations.length > 0 ? null : missing(run.world, file, calm);
}

/** @returns what is missing, in plain English; null when all is well */
function missing(world: AnyWorld, file: Scenario<'recipes'>, calm: boolean): string | null {
  for (const { id, program } of file.setup.clients) {
    const client = clientIn(world.process(id).s as Member | null);
    if (client === null) return `client ${id} does not run`;
    const mind = mindIn(client.program);
    const of = compiledIn(client.config.program);
    const failed = mind === null || of === null ? '' : failureOf(of, mind, isOver(client.program));
    if (failed !== '') return `client ${id} has stopped: ${failed}`;
    if (ENDLESS.has(program) && !(program === 'double-barrier' && calm)) {
      if (isOver(client.program)) continue;
      const connects = client.config.connects !== false;
      if (connects && client.handle?.state !== 'CONNECTED') return `client ${id} has no connection`;
      if (program === 'provider' && !isRegistered(world, id))
        return `client ${id} answers calls, and stands in no registry`;
    } else if (!isOver(client.program) && !(CALLERS.has(program) && nobodyAnswers(world, file)))
      return `client ${id} is not done with ${program}`;
  }
  return null;
}

/** Who calls may wait for ever for somebody to answer: all may have been told to go. */
const CALLERS: ReadonlySet<string> = new Set(
  Object.keys(registry).filter((name) => name.startsWith('consumer-')),
);

const nobodyAnswers = (world: AnyWorld, { setup }: Scenario<'recipes'>): boolean =>
  setup.clients.every(
    ({ id, answers }) =>
      answers === undefined || isOver(clientIn(world.process(id).s as Member | null)?.program),
  );

/** Whether its node stands, in a session of its own. */
function isRegistered(world: AnyWorld, pid: Pid): boolean {
  const { recipes, openers } = world.ghost as RecipesState;
  const path = `/services/OrderService/${world.model.nameOf(pid)}`;
  return ownerAt(recipes.tree, path, openers) === pid;
}

export const recipesFuzzer = {
  run: recipesFuzzRun,
  file: (dice: Dice, seed: number) => randomRecipes(dice, seed, { wipes: false } as Wishes).file,
  asked: (dice: Dice): Asked => ({
    name: 'LINE',
    data: { text: dice.pick(['go', 'think 50', 'think 0']) },
  }),
};
