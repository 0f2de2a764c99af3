/** From a world of processes to what the page draws. */
import type { ProcessState } from '../../kernel/model.ts';
import type {
  BallotView,
  PaxosDetail,
  PaxosProcessView,
  ProposerView,
  ProspectView,
  ScheduleView,
} from '../../view/paxos.ts';
import type { Pid } from '../../view/time.ts';
import { chanceLeft } from './chance.ts';
import type { Config } from './config.ts';
import { has, ownerOf } from './config.ts';
import type { Ghost, PaxosWorld } from './history.ts';
import { isFair, recordOf } from './history.ts';
import type { Disk, Member } from './member.ts';
import type { PaxosModel } from './model.ts';
import { completed, outlook } from './outlook.ts';
import type { Voter } from './outlook.ts';
import type { Proposal } from './rules.ts';
import { chooseValue, freshAcceptor } from './rules.ts';
import { rowText } from './script.ts';

export type PaxosProcess = ProcessState<Member, Disk>;

const WORDS: Readonly<Record<string, string>> = {
  idle: 'IDLE',
  following: 'FOLLOWING',
  'active.preparing': 'PREPARING',
  'active.proposing': 'PROPOSING',
  'active.backingOff': 'BACKING_OFF',
  done: 'DONE',
  ready: 'READY',
  listening: 'LISTENING',
  learned: 'LEARNED',
  delivering: 'DELIVERING',
  over: 'OVER',
};

/** The word of its first role: IDLE, PREPARING, …; READY for an acceptor that does not propose. */
export function stateWord(model: PaxosModel, { pid, s, leaves, liveness }: PaxosProcess): string {
  if (s === null) return liveness === 'off' ? 'OFF' : 'CRASHED';
  const [machine] = model.machines(pid);
  const path = machine?.table.states[leaves[0] ?? 0]?.path ?? '';
  return WORDS[path] ?? path;
}

function proposerView({ config, proposer }: Member): ProposerView | null {
  if (proposer === null) return null;
  const { own, ballot, value, promises, accepts, refusal, failures, rounds, outcome } = proposer;
  const leads = config.retry.policy === 'leader';
  const leader = leads ? (config.proposers[proposer.leader] ?? null) : null;
  return { own, ballot, value, promises, accepts, refusal, failures, rounds, leader, outcome };
}

/** A proposer that is not in a ballot. */
const atRest = (own: string | null): ProposerView => ({
  own,
  ballot: 0,
  value: null,
  promises: [],
  accepts: [],
  refusal: null,
  failures: 0,
  rounds: 0,
  leader: null,
  outcome: null,
});

function processView(config: Config, { pid, s, disk }: PaxosProcess): PaxosProcessView {
  const name = config.names.get(pid) ?? '';
  const kept = has(config.acceptors, pid) ? disk.acceptor : null;
  // Of one that is down, its disk tells what it would know, and its client what it would want.
  if (s === null) {
    const proposer = has(config.proposers, pid) ? atRest(config.values.get(pid) ?? null) : null;
    return { pid, name, acceptor: kept, kept, proposer, learner: null };
  }
  return {
    pid,
    name,
    acceptor: s.acceptor,
    kept,
    proposer: proposerView(s),
    learner: s.learner,
  };
}

/** What is under way, and what was chosen in. */
function ballots(config: Config, world: PaxosWorld): BallotView[] {
  const found = new Map<number, BallotView>();
  for (const { s } of world.processes) {
    const proposer = s?.proposer;
    if (s === null || !proposer || proposer.ballot === 0) continue;
    const { ballot, value, promises } = proposer;
    const other = found.get(ballot);
    found.set(ballot, {
      ...ballotView(world.ghost, ballot),
      proposer: other === undefined ? s.pid : null,
      value,
      promised: [...(other?.promised ?? []), ...promises.map(({ from }) => from)],
    });
  }
  for (const { ballot, value } of firstOfEach(world.ghost.chosen)) {
    const proposer = ownerOf(config, ballot);
    if (!found.has(ballot))
      found.set(ballot, { ...ballotView(world.ghost, ballot), proposer, value });
  }
  return [...found.values()].toSorted((a, b) => a.ballot - b.ballot);
}

function ballotView(ghost: Ghost, ballot: number): BallotView {
  const accepted = recordOf(ghost, ballot).votes.map(({ acceptor }) => acceptor);
  const chosen = ghost.chosen.some((each) => each.ballot === ballot);
  return { ballot, proposer: null, value: null, promised: [], accepted, chosen };
}

const firstOfEach = (chosen: readonly Proposal[]): Proposal[] =>
  chosen.filter(({ value }, at) => chosen.findIndex((other) => other.value === value) === at);

/** What proposers propose, or would with the promises that they hold and can still get. */
const issued = (
  { processes }: PaxosWorld,
  config: Config,
  acceptors: readonly Voter[],
): Proposal[] =>
  processes.flatMap(({ s }) => {
    const proposer = s?.proposer;
    if (!s || !proposer || proposer.own === null || proposer.promises.length === 0) return [];
    const { ballot, value, promises, own } = proposer;
    if (value !== null) return [{ ballot, value }];
    const reports = completed(promises, ballot, config.quorum, acceptors);
    return reports === null ? [] : [{ ballot, value: chooseValue(reports, own, s.config.flaws) }];
  });

/** What can still be chosen, by value; what was chosen once stays so. */
export function prospects(config: Config, world: PaxosWorld): ProspectView[] {
  const { ghost, processes } = world;
  const acceptors = config.acceptors.map((pid) => {
    const process = processes.find((each) => each.pid === pid);
    return { from: pid, ...(process?.s?.kept ?? process?.disk.acceptor ?? freshAcceptor) };
  });
  const values = new Set([...config.values.values(), ...ghost.proposed]);
  const found = outlook(acceptors, config.quorum, [...values], issued(world, config, acceptors));
  const chosen = new Set(ghost.chosen.map(({ value }) => value));
  return [...found].map(([value, is]) => ({ value, is: chosen.has(value) ? 'chosen' : is }));
}

function scheduleView(config: Config, world: PaxosWorld): ScheduleView | null {
  const { scheduler, names } = config;
  if (scheduler === null) return null;
  const { pid, script, every } = scheduler;
  const { s } = world.processes.find((each) => each.pid === pid) ?? { s: null };
  return {
    row: s?.scheduler?.row ?? null,
    rows: script.rows.map((row) => rowText(row, names)),
    repeatFrom: script.repeatFrom,
    done: s?.scheduler?.done ?? 0,
    every,
    chance: chanceLeft(world, config),
  };
}

/** Paxos's part of a frame. */
export function paxosDetail({ config }: PaxosModel, world: PaxosWorld): PaxosDetail {
  const { ghost } = world;
  const shown = (pid: Pid): boolean => pid !== config.scheduler?.pid;
  return {
    quorum: config.quorum,
    acceptors: config.acceptors,
    proposers: config.proposers,
    learners: config.learners,
    learning: config.learning,
    retry: config.retry.policy,
    byHand: config.byHand,
    processes: world.processes
      .filter(({ pid }) => shown(pid))
      .map((process) => processView(config, process)),
    ballots: ballots(config, world),
    prospects: prospects(config, world),
    chosen: firstOfEach(ghost.chosen),
    rounds: ghost.rounds,
    refused: ghost.refused,
    messages: ghost.messages,
    schedule: scheduleView(config, world),
    livelock:
      ghost.certificate === null ? null : { ...ghost.certificate, fair: ghost.certificate[isFair] },
  };
}
