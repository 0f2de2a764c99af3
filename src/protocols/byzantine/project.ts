/** From a world of generals to what the page draws. */
import type {
  ByzantineDetail,
  GeneralView,
  LevelView,
  MessengerView,
  TwoGeneralsView,
} from '../../view/byzantine.ts';
import type { Pid } from '../../view/time.ts';
import { nameIn } from './config.ts';
import type { Config } from './config.ts';
import { treeOf } from './general.ts';
import type { General } from './general.ts';
import { levelOf } from './ghost.ts';
import type { ByzantineWorld, GeneralProcess } from './ghost.ts';
import { judgeOf, worthOf } from './majority.ts';
import type { Worth } from './majority.ts';
import { dawnOf, twoOf } from './messengers.ts';
import type { ByzantineModel } from './model.ts';
import { oralMessages, signedMessages } from './paths.ts';
import { plansOf } from './plans.ts';
import { hasFailed, verdictOf } from './verdict.ts';

/** HEARING, RELAYING, DECIDED; MUSTERING, ORDERED of the commander; ENCAMPED, ACTED of two. */
export function stateWord(model: ByzantineModel, { pid, leaves }: GeneralProcess): string {
  const [machine] = model.machines(pid);
  const path = machine?.table.states[leaves[0] ?? 0]?.path ?? '';
  return (path.split('.').at(-1) ?? '').toUpperCase();
}

/** What was heard changes with each message; what it is worth is asked in each frame. */
const worths = new WeakMap<readonly number[], Worth>();

export function worthIn(s: General): Worth {
  const known = worths.get(s.heard);
  if (known !== undefined) return known;
  const worth = worthOf(judgeOf(s.config), treeOf(s.config, s.pid), s.heard);
  worths.set(s.heard, worth);
  return worth;
}

const nothing: Pick<GeneralView, 'heard' | 'worth' | 'ties' | 'signed' | 'refused' | 'proof'> = {
  heard: [],
  worth: [],
  ties: [],
  signed: [],
  refused: [],
  proof: false,
};

function generalView(config: Config, world: ByzantineWorld, process: GeneralProcess): GeneralView {
  const { pid, s } = process;
  const loyal = !config.traitors.has(pid);
  const common = {
    pid,
    name: nameIn(config, pid),
    loyal,
    failed: loyal && hasFailed(world, process),
    decided: s?.decided ?? null,
    how: s?.how ?? null,
    ...nothing,
  };
  if (s === null || !loyal) return common;
  const { worth, ties } = s.heard.length === 0 ? nothing : worthIn(s);
  return {
    ...common,
    heard: s.heard,
    worth,
    ties,
    signed: s.known,
    refused: s.refused,
    proof: s.known.length > 1,
  };
}

function levelsOf({ pids, rounds, signed, two }: Config, { ghost }: ByzantineWorld): LevelView[] {
  if (two !== null) return [];
  return Array.from({ length: rounds + 1 }, (_, index) => {
    const { sent, arrived, lies } = levelOf(ghost, index + 1);
    const formula = signed ? signedMessages : oralMessages;
    return { expected: formula(pids.length, index + 1), sent, arrived, lies };
  });
}

/** The round under way: that of whoever is furthest. */
function roundOf(config: Config, { processes, ghost }: ByzantineWorld): number {
  const lieutenants = processes.filter(({ pid, s }) => pid !== config.commander && s !== null);
  const ended = lieutenants.map(({ s }) => s?.ended ?? 0);
  if (ended.length > 0 && ended.every((each) => each >= config.lastRound)) return config.rounds + 2;
  const furthest = Math.max(0, ...ended);
  const begun = furthest > 0 || ghost.spokeAt.size > 0;
  return begun ? Math.min(furthest + 1, config.lastRound) : 0;
}

/** @param isUnderWay whether a message from one of the two to the other is flying */
function twoView(
  config: Config,
  { time, processes, ghost }: ByzantineWorld,
  isUnderWay: (from: Pid, to: Pid) => boolean,
): TwoGeneralsView {
  const { messengers, needs } = twoOf(config);
  const campOf = (pid: Pid) => processes.find((each) => each.pid === pid)?.s?.camp ?? null;
  const dawn = dawnOf(config);
  const chain = Array.from({ length: messengers }, (_, index): MessengerView => {
    const number = index + 1;
    const from = number % 2 === 1 ? 1 : 2;
    const to = 3 - from;
    const sent = levelOf(ghost, number).sent > 0;
    const arrived = levelOf(ghost, number).arrived > 0;
    const state = arrived
      ? 'arrived'
      : !sent
        ? time >= dawn
          ? 'never'
          : 'to-come'
        : isUnderWay(from, to)
          ? 'under-way'
          : 'lost';
    return { number, from, to, state };
  });
  const count = (state: MessengerView['state']): number =>
    chain.filter((each) => each.state === state).length;
  const knows = config.pids.map((pid) => {
    const camp = campOf(pid);
    return {
      pid,
      depth: Math.max(0, ...(camp?.came ?? [])),
      came: camp?.came.length ?? 0,
      needs: needs.get(pid) ?? 0,
      attacks: camp?.attacks ?? null,
    };
  });
  const sent = chain.filter(({ state }) => state !== 'to-come' && state !== 'never').length;
  return {
    sent,
    arrived: count('arrived'),
    lost: count('lost'),
    chain,
    dawn,
    knows,
    outcome: outcomeOf(knows.map(({ attacks }) => attacks)),
  };
}

/** What came of the two at dawn; null before. */
export function outcomeOf(attack: readonly (boolean | null)[]): TwoGeneralsView['outcome'] {
  if (attack.includes(null)) return null;
  const many = attack.filter((each) => each === true).length;
  return many === attack.length ? 'both' : many === 0 ? 'nobody' : 'alone';
}

/** @param isUnderWay whether a message from one general to another is on its way */
export function byzantineDetail(
  { config }: ByzantineModel,
  world: ByzantineWorld,
  isUnderWay: (from: Pid, to: Pid) => boolean,
): ByzantineDetail {
  const { plans, hidden } = plansOf(config, world);
  const { values, order, rounds, signed, tie, strategy, commander, begins, roundUs } = config;
  return {
    values,
    order,
    rounds: config.two === null ? rounds : 0,
    signed,
    tie,
    strategy,
    commander,
    round: config.two === null ? roundOf(config, world) : 0,
    begins,
    roundUs,
    levels: levelsOf(config, world),
    generals: world.processes.map((process) => generalView(config, world, process)),
    ...verdictOf(config, world),
    plans,
    plansHidden: hidden,
    two: config.two === null ? null : twoView(config, world, isUnderWay),
  };
}
