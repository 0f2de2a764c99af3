import { at } from '../../kernel/pages.ts';
import { builtIn } from '../../clients/recipes/built-in.ts';
import { failureOf, isOver, mindIn } from '../../clients/recipes/client-program.ts';
import { placeOf } from '../../clients/recipes/compile.ts';
import type { Mind } from '../../clients/recipes/mind.ts';
import { shortName } from '../../clients/recipes/names.ts';
import { textOfValue } from '../../clients/recipes/values.ts';
import { recipesConfig } from '../../ensemble/recipes/config.ts';
import { recipesModel } from '../../ensemble/recipes/model.ts';
import type { RecipesModel, RecipesWorld } from '../../ensemble/recipes/model.ts';
import { recipeMutants } from '../../ensemble/recipes/mutants.ts';
import { recipesDetail, recipeState, spansOf } from '../../ensemble/recipes/project.ts';
import { clientGhost } from '../../ensemble/recipes/ghost.ts';
import type { RecipesGhost } from '../../ensemble/recipes/ghost.ts';
import { clientIn } from '../../ensemble/member.ts';
import { clockOf } from '../../ensemble/config.ts';
import { writingFirstDisk } from '../../ensemble/first-disk.ts';
import { zookeeperStarts } from '../../ensemble/model.ts';
import { childNames, nodeAt } from '../../zookeeper/tree/data-tree.ts';
import type { Codec } from '../../view/codec.ts';
import type { Condition } from '../../view/condition.ts';
import type { OwnAnswer, OwnQuestion } from '../../view/question.ts';
import { packed } from '../../view/packed/recipes.ts';
import type { ProgramAnswer, RecipesQuestion } from '../../view/recipes.ts';
import type { RecipesSetup } from '../../view/recipes-setup.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import type { Pid } from '../../view/time.ts';
import {
  interesting as ofOutside,
  notable as outsideNotable,
} from '../../protocols/outside/facts.ts';
import { networkOf } from '../network-of.ts';
import { zookeeperWith } from '../zookeeper/adapter.ts';
import { recipesForm } from './form.ts';
import type { AnyModel, AnyWorld, Protocol } from '../protocol.ts';

const worldOf = (world: AnyWorld): RecipesWorld => world as unknown as RecipesWorld;
const modelOf = (world: AnyWorld): RecipesModel => world.model as unknown as RecipesModel;

/** @throws TypeError for a scenario of another protocol */
function setupOf({ model, setup }: ScenarioFile): RecipesSetup {
  if (model !== 'recipes') throw new TypeError(`${model} has no recipes`);
  return setup as RecipesSetup;
}

/** Where a client's program stands; null: it has none, or is not up. */
function programAt(
  world: RecipesWorld,
  pid: Pid,
): { readonly mind: Mind; readonly over: boolean } | null {
  const client = clientIn(world.processes.find((each) => each.pid === pid)?.s);
  const mind = client === null ? null : mindIn(client.program);
  return client === null || mind === null ? null : { mind, over: isOver(client.program) };
}

const same = (some: readonly Pid[], others: readonly Pid[]): boolean =>
  some.toSorted((a, b) => a - b).join() === others.toSorted((a, b) => a - b).join();

function holds(
  model: RecipesModel,
  world: RecipesWorld,
  condition: Condition,
): boolean | undefined {
  const { recipes: ghost } = world.ghost;
  if ('believes' in condition) {
    const { what, pids } = condition.believes;
    const all = [...ghost.clients].flatMap(([pid, { believes }]) =>
      believes.some((each) => each.what === what) ? [pid] : [],
    );
    return same(all, pids);
  }
  if ('holds' in condition) {
    const { what, pids } = condition.holds;
    return same(
      ghost.held.flatMap((each) => (each.what === what ? [each.owner] : [])),
      pids,
    );
  }
  if ('atStep' in condition) {
    const { pid, label } = condition.atStep;
    const program = model.recipes.programOf.get(pid);
    const found = programAt(world, pid);
    if (program === undefined || found === null || found.over) return false;
    return program.places.has(label) && found.mind.place === placeOf(program, label);
  }
  if ('program' in condition) {
    const { pid, is } = condition.program;
    const program = model.recipes.programOf.get(pid);
    const found = programAt(world, pid);
    if (program === undefined || found === null || !found.over) return false;
    return (failureOf(program, found.mind, true) === '') === (is === 'ended');
  }
  if ('value' in condition) {
    const { pid, name, is } = condition.value;
    const value = programAt(world, pid)?.mind.values[name];
    return value !== undefined && textOfValue(value) === is;
  }
  if ('clientMessages' in condition) return ghost.counts.messages === condition.clientMessages;
  if ('messagesOf' in condition) {
    const { pid, op, are } = condition.messagesOf;
    const { messages, askedOf } = clientGhost(ghost, pid);
    return (op === undefined ? messages : (askedOf.get(op) ?? 0)) === are;
  }
  if ('woken' in condition) {
    const { pid, times } = condition.woken;
    const woken = pid === undefined ? ghost.counts.woken : (programAt(world, pid)?.mind.woken ?? 0);
    return woken === times;
  }
  if ('granted' in condition) {
    const { what, pids } = condition.granted;
    const all: Pid[] = [];
    for (let i = 0; i < ghost.granted.length; i++) {
      const grant = at(ghost.granted, i);
      if (grant?.what === what) all.push(grant.pid);
    }
    return all.join() === pids.join();
  }
  return queues(ghost, condition);
}

/** Who waits for which node, which of them are there, and what the end of one came to. */
function queues(ghost: RecipesGhost, condition: Condition): boolean | undefined {
  if ('waitsOn' in condition) {
    const { pid, node } = condition.waitsOn;
    const { waits } = clientGhost(ghost, pid);
    return waits !== null && waits.path !== '' && shortName(waits.path) === node;
  }
  if ('released' in condition) {
    const newest = at(ghost.releases, ghost.releases.length - 1);
    const { by = newest?.by, woken, forNothing } = condition.released;
    return newest?.by === by && newest?.woken === woken && newest.forNothing === forNothing;
  }
  if ('children' in condition) {
    const { path, are } = condition.children;
    const node = nodeAt(ghost.tree, path);
    const names = node === undefined ? [] : childNames(node).map(shortName);
    return names.toSorted().join() === are.toSorted().join();
  }
  return undefined;
}

/** What servers and clients are asked without any recipe. */
const servers = zookeeperWith({});

const isOfRecipes = (question: OwnQuestion): question is RecipesQuestion =>
  question.ask === 'spans' || question.ask === 'program';

/** What recipes alone can be asked of a run. */
function answered(world: AnyWorld, question: RecipesQuestion): OwnAnswer {
  if (question.ask === 'program') {
    const { compiled } = modelOf(world).recipes;
    const program =
      compiled.find(({ name }) => name === question.name)?.program ??
      builtIn(question.name) ??
      null;
    const answer: ProgramAnswer = { ask: 'program', program };
    return answer;
  }
  const { pids } = question;
  const spans = spansOf(worldOf(world).ghost.recipes);
  const some = pids === undefined ? spans : spans.filter(({ pid }) => pids.includes(pid));
  return { ask: 'spans', spans: some } as OwnAnswer;
}

/** Recipes on real servers, as scenarios and runner see them. */
export const recipes: Protocol = {
  ...servers,
  name: 'recipes',
  form: recipesForm,
  model: (file) => recipesModel(setupOf(file), networkOf(file)) as unknown as AnyModel,
  making: (file) => {
    const setup = recipesConfig(setupOf(file)).zookeeper;
    return writingFirstDisk(setup, clockOf(setup));
  },
  starts: (file) => zookeeperStarts(recipesConfig(setupOf(file)).zookeeper),
  codec: packed as Codec<unknown>,
  detail: (world) => recipesDetail(modelOf(world), worldOf(world)),
  stateWord: (world, pid) => recipeState(modelOf(world), worldOf(world), pid),
  holds: (world, condition) =>
    holds(modelOf(world), worldOf(world), condition) ?? servers.holds(world, condition),
  ask: (run, question, whose, carry) =>
    isOfRecipes(question)
      ? answered(run.world, question)
      : servers.ask?.(run, question, whose, carry),
  interesting: new Set([...servers.interesting, ...ofOutside]),
  notable: new Map([...servers.notable, ...outsideNotable]),
  mutants: Object.entries(recipeMutants).map(([name, { reach, runs }]) => ({ name, reach, runs })),
};
