import { whyNothingChosen } from '../../protocols/paxos/answer.ts';
import { interesting, notable } from '../../protocols/paxos/facts.ts';
import { inspect } from '../../protocols/paxos/inspect.ts';
import type { PaxosWorld } from '../../protocols/paxos/history.ts';
import type { Member } from '../../protocols/paxos/member.ts';
import { paxosModel, paxosStarts } from '../../protocols/paxos/model.ts';
import type { PaxosModel } from '../../protocols/paxos/model.ts';
import { mutants } from '../../protocols/paxos/mutants.ts';
import { paxosDetail, prospects, stateWord } from '../../protocols/paxos/project.ts';
import type { PaxosProcess } from '../../protocols/paxos/project.ts';
import type { Codec } from '../../view/codec.ts';
import { packed } from '../../view/packed/paxos.ts';
import type { Condition } from '../../view/condition.ts';
import type { PaxosSetup } from '../../view/paxos-setup.ts';
import type { ScenarioFile } from '../../view/scenario.ts';
import type { PaxosQuestion } from '../../view/paxos-ask.ts';
import { networkOf } from '../network-of.ts';
import { paxosForm } from './form.ts';
import type { AnyModel, AnyWorld, Protocol } from '../protocol.ts';

const worldOf = (world: AnyWorld): PaxosWorld => world as unknown as PaxosWorld;
const modelOf = (world: AnyWorld): PaxosModel => world.model as unknown as PaxosModel;

/** @throws TypeError for a scenario of another protocol */
function setupOf({ model, setup }: ScenarioFile): PaxosSetup {
  if (model !== 'paxos') throw new TypeError(`${model} is not Paxos`);
  return setup as PaxosSetup;
}

function makeModel(file: ScenarioFile): PaxosModel {
  return paxosModel(setupOf(file), networkOf(file));
}

/** A process's state and what is on its disk; a crash leaves the disk. */
const stateOf = (
  world: PaxosWorld,
  pid: number,
): { s: Member | null; process: PaxosProcess | null } => {
  const process = world.processes.find((each) => each.pid === pid) ?? null;
  return { s: process?.s ?? null, process };
};

/** What the acceptor would say of itself. */
const acceptorOf = (world: PaxosWorld, pid: number) => {
  const { s, process } = stateOf(world, pid);
  return s === null ? (process?.disk.acceptor ?? null) : s.kept;
};

function holds(model: PaxosModel, world: PaxosWorld, condition: Condition): boolean | undefined {
  const { ghost } = world;
  if ('chosen' in condition) {
    const { chosen } = condition;
    if (chosen === 'none') return ghost.chosen.length === 0;
    if (chosen === 'any') return ghost.chosen.length > 0;
    const { value, ballot } = chosen;
    return ghost.chosen.some(
      (each) => each.value === value && (ballot === undefined || each.ballot === ballot),
    );
  }
  if ('prospect' in condition) {
    const { value, is } = condition.prospect;
    return (
      prospects(model.config, world).find((each) => each.value === value)?.is === is ||
      (is === 'impossible' && !prospects(model.config, world).some((each) => each.value === value))
    );
  }
  if ('promised' in condition) {
    const { pid, ballot } = condition.promised;
    return acceptorOf(world, pid)?.promised === ballot;
  }
  if ('accepted' in condition) {
    const { pid, ballot, value } = condition.accepted;
    const acceptor = acceptorOf(world, pid);
    if (acceptor?.accBallot !== ballot) return false;
    return value === undefined || acceptor.accValue === value;
  }
  if ('learned' in condition) {
    const { pid, value } = condition.learned;
    const learned = stateOf(world, pid).s?.learner?.learned ?? null;
    return learned !== null && (value === undefined || learned.value === value);
  }
  if ('ballot' in condition) {
    const { pid, atLeast } = condition.ballot;
    return (stateOf(world, pid).s?.proposer?.ballot ?? 0) >= atLeast;
  }
  if ('proposes' in condition) {
    const { pid, value, ballot } = condition.proposes;
    const proposer = stateOf(world, pid).s?.proposer ?? null;
    return proposer?.value === value && (ballot === undefined || proposer.ballot === ballot);
  }
  if ('messages' in condition) return ghost.messages >= condition.messages;
  if ('rows' in condition) {
    const { scheduler } = model.config;
    const s = scheduler === null ? null : stateOf(world, scheduler.pid).s;
    return (s?.scheduler?.done ?? 0) >= condition.rows;
  }
  if ('livelock' in condition) return (ghost.certificate !== null) === condition.livelock;
  return undefined;
}

/** Single-decree Paxos, as scenarios and runner see it. */
export const paxos: Protocol = {
  name: 'paxos',
  form: paxosForm,
  model: (file) => makeModel(file) as unknown as AnyModel,
  starts: (file) => paxosStarts(setupOf(file)),
  codec: packed as Codec<unknown>,
  detail: (world) => paxosDetail(modelOf(world), worldOf(world)),
  stateWord: (world, pid) =>
    stateWord(modelOf(world), world.process(pid) as unknown as PaxosProcess),
  inspect: (world, pid) => inspect(worldOf(world), pid),
  interesting,
  notable,
  stages: new Set(),
  waiting: new Set(['BALLOT_TIMEOUT', 'LEASE', 'BEAT']),
  // What answers is fetched when somebody asks.
  ask: async (run, question, whose) =>
    (await import('./ask.ts')).answer(run, question as PaxosQuestion, whose),
  holds: (world, condition) => holds(modelOf(world), worldOf(world), condition),
  whyNot: (world, pid, facts) => whyNothingChosen(worldOf(world), pid, facts),
  mutants: Object.entries(mutants).map(([name, { reach, runs }]) => ({ name, reach, runs })),
};
