/**
 * Everything in a running world that decides its future, as far as ballots matter only by their
 * order: disks and what is on its way to them, states, timers, messages that may still arrive, the
 * votes cast in ballots that may still get more, faults, the schedule's place, chance where anything
 * still depends on it. What cannot change the future is left out:
 * - counters, and the time;
 * - messages that wait on links which the schedule never serves, or so deep behind newer ones that
 *   one cycle does not reach them;
 * - the part of a process that hears nothing any more and has nothing under way;
 * - chance, where only the latency of messages is drawn that wait for the schedule anyway.
 *
 * Some parts stand in it only where there is something to say, so that a run without them has the
 * form that it always had.
 */
import type { Flight } from '../../kernel/flight.ts';
import { Flights } from '../../kernel/flights.ts';
import { DISK, MESSAGE, SYNCED, TIMER as TIMER_KIND } from '../../kernel/pending.ts';
import { linkKey } from '../../kernel/model.ts';
import { linkLatency } from '../../kernel/traffic.ts';
import type { Pending } from '../../kernel/pending.ts';
import type { Process } from '../../kernel/process.ts';
import type { World } from '../../kernel/world.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { chanceLeft, isDrawn } from './chance.ts';
import { retryOf } from './config.ts';
import type { Config } from './config.ts';
import type { Written } from './events.ts';
import { recordOf } from './history.ts';
import type { Future, Ghost, PaxosWorld } from './history.ts';
import type { Disk, Member } from './member.ts';
import type { Accept } from './messages.ts';
import { highestBallot } from './normal-form.ts';
import type { Ballot } from './rules.ts';
import { Served } from './served.ts';
import type { Idle } from './served.ts';

type Running = World<Member, Disk, Ghost>;
type RunningProcess = Process<Member, Disk>;

const configOf = ({ processes }: Running): Config | null =>
  processes.find(({ s }) => s !== null)?.s?.config ?? null;

/** What the schedule may still deliver; null without one that repeats. */
function servedIn(world: Running): Served | null {
  const script = configOf(world)?.scheduler?.script ?? null;
  const place = world.processes.find(({ s }) => s?.scheduler)?.s?.scheduler;
  return script === null || script.repeatFrom === null || !place
    ? null
    : new Served(script, place.row);
}

/** Everything in a running world that decides its future, with the numbers of its messages, by which they are known in another state. */
export function futureWithNumbers(world: PaxosWorld): Future {
  const running = world as Running;
  const { network, time, model } = running;
  const served = servedIn(running);
  const { flights } = network;
  const reached = served === null ? flights.values() : served.reach(flights);
  const waiting = new Set(running.processes.flatMap(({ backlog }) => backlog));
  const pending = running
    .pending()
    .filter((event) => event.kind !== MESSAGE && !waiting.has(event) && isLive(running, event))
    .toSorted((a, b) => a.time - b.time || a.seq - b.seq);
  const ties = tiesOf(running);
  const listed = model.byHand === true ? [] : listedOf(running);
  const state = {
    processes: running.processes.map((process) => partOf(running, process, served, pending)),
    flights: reached.map((flight) => ({
      from: flight.from,
      to: flight.to,
      message: flight.message,
      votes: votesFor(running.ghost, flight),
      in: flight.held ? null : Math.max(0, flight.arrivesAt - time),
    })),
    pending: pending.map((event) => ({
      kind: event.kind,
      pid: event.pid,
      type: event.type,
      data: event.data,
      in: event.time - time,
      ...writtenVotes(running.ghost, event),
    })),
    faults: [...network.faults],
    random: isChanceIdle(running) ? null : running.random.clone(),
    ...(network.latency !== null && { latency: network.latency }),
    ...(listed.length > 0 && { listed }),
    ...(ties.length > 0 && { ties }),
  };
  return { state, flights: reached.map(({ id }) => id) };
}

/** The messages under way, as they are now. */
export const flightsOf = (world: PaxosWorld): Flights =>
  new Flights((world as Running).network.flights);

/** How many messages wait on each served link beyond what one cycle can reach. */
export function heldBack(world: PaxosWorld): readonly number[] {
  const running = world as Running;
  return servedIn(running)?.beyond(running.network.flights) ?? [];
}

function partOf(
  world: Running,
  process: RunningProcess,
  served: Served | null,
  pending: readonly Pending[],
): unknown {
  const { pid, liveness, leaves, disk, s, diskLatency, diskFreeAt, syncs, backlog } = process;
  const { time, model, ghost } = world;
  const isBusy =
    pending.some((event) => event.pid === pid) || isAwaited(world, pid) || backlog.length > 0;
  const idle = served === null || isBusy || s === null ? nothingIdle : served.idleParts(s);
  const sync = diskLatency ?? model.diskLatency;
  const part = {
    liveness,
    leaves,
    disk,
    // Nothing is said of held timers where none are.
    ...(process.held.length === 0 ? {} : { held: heldOf(process, time) }),
    state: s === null ? null : decisive(s, ghost),
    ...(diskLatency !== null && { diskLatency }),
    ...(diskFreeAt > time && { diskFreeIn: diskFreeAt - time }),
    ...(sync.kind === 'listed' && { syncs: Math.min(syncs, sync.us.length - 1) }),
    ...(backlog.length > 0 && { backlog: backlog.map((event) => waits(world, event)) }),
  };
  if (s === null || highestBallot(part) === 0) return part;
  // A part that nobody asks any more may hold old ballots: they decide nothing.
  const state = part.state as Record<string, unknown>;
  return {
    ...part,
    ...(idle.acceptor && { disk: { ...disk, acceptor: null } }),
    state: {
      ...state,
      ...(idle.acceptor && { acceptor: null, kept: null }),
      ...(idle.proposer && { proposer: null }),
      ...(idle.learner && hasReports(s) && { learner: s.learner?.learned?.value ?? null }),
    },
    ...(idle.acceptor && idle.proposer && { disk: null }),
  };
}

const hasReports = ({ learner }: Member): boolean => learner !== null && learner.reports.length > 0;

const nothingIdle: Idle = { acceptor: false, proposer: false, learner: false };

/** Whether a message is on its way to a process. */
const isAwaited = ({ network }: Running, pid: Pid): boolean =>
  network.flights.loose().some((flight) => flight.to === pid && !flight.held);

/** What waits for a paused process. */
function waits({ network }: Running, { kind, type, data, ref }: Pending): unknown {
  return kind === MESSAGE ? (network.flights.get(ref)?.message ?? null) : { kind, type, data };
}

/** Timers held by hand, which are not among what is pending. */
const heldOf = ({ timers, held }: RunningProcess, now: Micros): unknown =>
  timers
    .filter(({ type }) => held.includes(type))
    .map(({ type, time }) => ({ type, in: time - now }));

function isLive(world: Running, event: Pending): boolean {
  const process = world.process(event.pid);
  return event.kind === TIMER_KIND ? process.timerIs(event) : process.life === event.life;
}

/** The order of what happens at one instant, where messages are among it. */
function tiesOf(world: Running): unknown[] {
  const due = world
    .pending()
    .filter((event) =>
      event.kind === MESSAGE
        ? world.network.flights.get(event.ref)?.due === event.seq
        : isLive(world, event),
    )
    .toSorted((a, b) => a.time - b.time || a.seq - b.seq);
  return due
    .filter(({ time }) => {
      const same = due.filter((other) => other.time === time);
      return same.length > 1 && same.some(({ kind }) => kind === MESSAGE);
    })
    .map((event) => {
      const message = world.network.flights.get(event.ref)?.message ?? null;
      const what = event.kind === MESSAGE ? message : event.type;
      return [event.time - world.time, event.kind, event.pid, what];
    });
}

/** A process's state without what only counts. */
function decisive(s: Member, ghost: Ghost): unknown {
  const { acceptor, kept, proposer, learner, scheduler, config } = s;
  return {
    acceptor,
    kept,
    learner,
    row: scheduler === null ? null : [scheduler.row, scheduler.next],
    proposer:
      proposer === null
        ? null
        : {
            ...proposer,
            rounds: 0,
            failures: failures(config, s.pid, proposer.failures),
            votes: votesIn(ghost, proposer.ballot),
          },
  };
}

/** Votes cast in a ballot that may still get more: together they may come to be a quorum. */
const votesIn = (ghost: Ghost, ballot: Ballot): unknown => recordOf(ghost, ballot).votes;

const votesFor = (ghost: Ghost, { message }: Flight): unknown =>
  message.type === 'ACCEPT' ? votesIn(ghost, (message as Accept).ballot) : null;

/** A vote on its way to a disk counts once it is there, together with the others of its ballot. */
function writtenVotes(ghost: Ghost, { kind, data }: Pending): { readonly votes?: unknown } {
  if (kind !== DISK && kind !== SYNCED) return {};
  const told = (
    kind === DISK ? (data as { readonly data: unknown }).data : data
  ) as Partial<Written> | null;
  const ballot = told?.acceptor?.accBallot ?? 0;
  return ballot === 0 ? {} : { votes: votesIn(ghost, ballot) };
}

/** How often it failed only matters where the pause depends on it. */
const failures = (config: Config, pid: Pid, count: number): number =>
  retryOf(config, pid).policy === 'exponential' ? count : 0;

/** How far each link is in its list of latencies; the last one of a list repeats. */
const listedOf = (world: Running): number[] =>
  world.model.pids.flatMap((from) =>
    world.model.pids.flatMap((to) => {
      const latency = from === to ? null : linkLatency(world, from, to);
      if (latency?.kind !== 'listed') return [];
      return Math.min(world.network.carriedOn(linkKey(from, to)), latency.us.length - 1);
    }),
  );

/**
 * Whether chance is drawn for nothing: messages wait for the schedule whatever their latency, and
 * nothing else is left to chance.
 */
function isChanceIdle(world: Running): boolean {
  const { model, network } = world;
  const config = configOf(world);
  if (model.byHand !== true || config === null) return false;
  const links = [model.latency, network.latency, ...model.links.values()];
  const faults = [...network.faults.values()];
  const latencies = [...links, ...faults.map(({ latency }) => latency)];
  if (!latencies.some((latency) => latency !== null && isDrawn(latency))) return false;
  return chanceLeft(world, config).length === 0;
}
