import { startsOf } from '../../kernel/starts.ts';
import { interesting, notable } from '../../protocols/byzantine/facts.ts';
import { countFailing, everyLie } from '../../protocols/byzantine/every-lie.ts';
import { failsIn, messengerRow, sameToL1 } from '../../protocols/byzantine/experiments.ts';
import { treeOf } from '../../protocols/byzantine/general.ts';
import type { General } from '../../protocols/byzantine/general.ts';
import type { ByzantineWorld, GeneralProcess } from '../../protocols/byzantine/ghost.ts';
import { inspect } from '../../protocols/byzantine/inspect.ts';
import { MISSING } from '../../protocols/byzantine/majority.ts';
import { byzantineModel } from '../../protocols/byzantine/model.ts';
import type { ByzantineModel } from '../../protocols/byzantine/model.ts';
import { mutants } from '../../protocols/byzantine/mutants.ts';
import { keyOf } from '../../protocols/byzantine/paths.ts';
import { byzantineDetail, stateWord, worthIn } from '../../protocols/byzantine/project.ts';
import { atFault } from '../../protocols/byzantine/verdict.ts';
import type { ByzantineDetail } from '../../view/byzantine.ts';
import type { ByzantineQuestion } from '../../view/byzantine-ask.ts';
import type { ByzantineSetup, TieRule } from '../../view/byzantine-setup.ts';
import type { Codec } from '../../view/codec.ts';
import type { Condition } from '../../view/condition.ts';
import { packed } from '../../view/packed/byzantine.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import type { Pid } from '../../view/time.ts';
import { networkOf } from '../network-of.ts';
import { onceAStep } from '../once-a-step.ts';
import type { AnyModel, AnyWorld, Protocol } from '../protocol.ts';
import { byzantineForm } from './form.ts';

const worldOf = (world: AnyWorld): ByzantineWorld => world as unknown as ByzantineWorld;
const modelOf = (world: AnyWorld): ByzantineModel => world.model as unknown as ByzantineModel;

/** @throws TypeError for a scenario of another protocol */
function setupOf({ model, setup }: ScenarioFile): ByzantineSetup {
  if (model !== 'byzantine') throw new TypeError(`${model} has no generals`);
  return setup as ByzantineSetup;
}

const detailOf = (world: AnyWorld): ByzantineDetail => {
  const under = new Set(world.network.flights.values().map(({ from, to }) => from * 16 + to));
  return byzantineDetail(modelOf(world), worldOf(world), (from, to) => under.has(from * 16 + to));
};

const askedOf = onceAStep(detailOf);

const stateOf = (world: AnyWorld, pid: Pid): General | null =>
  (world.has(pid) ? (world.process(pid).s as General | null) : null) ?? null;

/** The place of a path in what a lieutenant hears; -1: it never hears along it. */
function placeIn(s: General, path: readonly Pid[]): number {
  if (s.heard.length === 0) return -1;
  return treeOf(s.config, s.pid).placeOf.get(keyOf(path)) ?? -1;
}

const sorted = (all: readonly string[]): string => all.toSorted().join('\n');

interface Lies {
  readonly count: number;
  readonly failing: number;
}

/** Counted once for each: it depends on nothing in a run. */
const counted = new Map<string, Lies>();

function failingAmong(generals: number, tie: TieRule): Lies {
  const key = `${generals} ${tie}`;
  const known = counted.get(key);
  if (known !== undefined) return known;
  const setups = everyLie({ generals, tie }) ?? [];
  const found = { count: setups.length, failing: countFailing(setups) };
  counted.set(key, found);
  return found;
}

/** What is true of generals whatever the run. */
function holdsAnyway(condition: Condition): boolean | undefined {
  if ('everyLie' in condition) {
    const { generals, tie = 'default', ...said } = condition.everyLie;
    const found = failingAmong(generals, tie);
    return found.count === said.count && found.failing === said.failing;
  }
  if ('tieRule' in condition) {
    const { rule, lieutenantLies, commanderLies } = condition.tieRule;
    return (
      failsIn('lieutenantLies', rule) === lieutenantLies &&
      failsIn('commanderLies', rule) === commanderLies
    );
  }
  if ('sameToL1' in condition) return sameToL1() === condition.sameToL1;
  if ('safeRules' in condition) {
    const { messengers, are } = condition.safeRules;
    const { safe, same } = messengerRow(messengers);
    return safe === are && same;
  }
  return undefined;
}

function holds(world: AnyWorld, condition: Condition): boolean | undefined {
  const { config } = modelOf(world);
  const seen = worldOf(world);
  if ('decided' in condition) {
    const { decided } = condition;
    if (decided !== 'all') {
      const value = stateOf(world, decided.pid)?.decided ?? null;
      return value !== null && (decided.value === undefined || decided.value === value);
    }
    const faulty = new Set(atFault(config, seen));
    return seen.processes.every(({ pid, s }) => faulty.has(pid) || (s?.decided ?? null) !== null);
  }
  if ('round' in condition) return askedOf(world).round >= condition.round;
  if ('ic' in condition) {
    const { of, is } = condition.ic;
    const { ic1, ic2 } = askedOf(world);
    return (of === 1 ? ic1 : ic2) === is;
  }
  if ('sent' in condition || 'lies' in condition) {
    const { levels } = seen.ghost;
    const sum = (what: 'sent' | 'lies'): number =>
      levels.reduce((total, level) => total + level[what], 0);
    return 'sent' in condition ? sum('sent') === condition.sent : sum('lies') === condition.lies;
  }
  if ('heard' in condition) {
    const { pid, path, value } = condition.heard;
    const s = stateOf(world, pid);
    const place = s === null ? -1 : placeIn(s, path);
    const came = s?.heard[place];
    if (came === undefined) return false;
    return value === null ? came === MISSING : config.values[came] === value;
  }
  if ('worth' in condition) {
    const { pid, path, value } = condition.worth;
    const s = stateOf(world, pid);
    const place = s === null ? -1 : placeIn(s, path);
    if (s === null || place === -1) return false;
    return config.values[worthIn(s).worth[place] ?? -1] === value;
  }
  if ('signedValues' in condition) {
    const { pid, are } = condition.signedValues;
    const known = stateOf(world, pid)?.known.map(({ value }) => value) ?? [];
    return sorted(known) === sorted(are);
  }
  if ('refusedMessages' in condition) {
    const { pid, count } = condition.refusedMessages;
    return stateOf(world, pid)?.refused.length === count;
  }
  if ('proof' in condition) return (stateOf(world, condition.proof)?.known.length ?? 0) > 1;
  if ('dawn' in condition) return askedOf(world).two?.outcome === condition.dawn;
  if ('messenger' in condition) {
    const { number, is } = condition.messenger;
    return askedOf(world).two?.chain[number - 1]?.state === is;
  }
  return holdsAnyway(condition);
}

/** Generals that give orders, or two that send messengers, as scenarios and runner see them. */
export const byzantine: Protocol = {
  name: 'byzantine',
  form: byzantineForm,
  model: (file) => byzantineModel(setupOf(file), networkOf(file), file.seed) as unknown as AnyModel,
  starts: (file) => {
    const pids = byzantineForm.pids(setupOf(file));
    return startsOf(pids.map((pid) => [pid, 0]));
  },
  codec: packed as Codec<unknown>,
  detail: detailOf,
  stateWord: (world, pid) =>
    stateWord(modelOf(world), world.process(pid) as unknown as GeneralProcess),
  inspect: (world, pid) => inspect(worldOf(world), pid),
  interesting,
  notable,
  stages: new Set(),
  waiting: new Set(),
  // What answers is fetched when somebody asks.
  ask: async (run, question) =>
    (await import('./ask.ts')).answer(run, question as ByzantineQuestion),
  holds,
  mutants: Object.entries(mutants).map(([name, { reach, runs }]) => ({ name, reach, runs })),
};
