/**
 * A certificate that a run goes on for ever: its whole state has come again, up to a shift of all
 * ballots. Everything that decides the future is compared: disks, states, timers, messages that may
 * still arrive, the votes cast in ballots that may still get more, the schedule's place, the
 * generator of chance. What cannot change the future is left out: counters, the time, and messages
 * that wait on links which the schedule never serves.
 *
 * The rules only compare ballots with each other, and a proposer's next number is shifted too when
 * the shift is a multiple of the number of proposers; so the same steps follow, with shifted
 * ballots, as often as one likes. This proves that *this schedule* can be repeated for ever, not that
 * every schedule livelocks.
 */
import { MESSAGE, TIMER as TIMER_KIND } from '../../kernel/pending.ts';
import type { Pending } from '../../kernel/pending.ts';
import type { Process } from '../../kernel/process.ts';
import type { World } from '../../kernel/world.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { retryOf } from './config.ts';
import type { Config } from './config.ts';
import { recordOf } from './history.ts';
import type { Certificate, Cycle, Ghost, PaxosWorld } from './history.ts';
import type { Disk, Member } from './member.ts';
import type { Accept } from './messages.ts';
import type { Ballot } from './rules.ts';
import { answersTo, told } from './script.ts';

/** A state in which ballots are counted from the highest one. */
export interface NormalForm {
  readonly form: string;
  readonly base: Ballot;
}

/** Fields that hold ballots. */
const BALLOTS: ReadonlySet<string> = new Set(['ballot', 'promised', 'accBallot', 'seen']);

/** The same value with every ballot in it that is not 0 larger by `shift`. */
export function shiftBallots(value: unknown, shift: number): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => shiftBallots(each, shift));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [
      key,
      BALLOTS.has(key) && typeof each === 'number'
        ? each === 0
          ? 0
          : each + shift
        : shiftBallots(each, shift),
    ]),
  );
}

function highestBallot(value: unknown): Ballot {
  if (typeof value !== 'object' || value === null) return 0;
  let highest = 0;
  for (const [key, each] of Object.entries(value)) {
    const here = BALLOTS.has(key) && typeof each === 'number' ? each : highestBallot(each);
    if (here > highest) highest = here;
  }
  return highest;
}

/** Ballot 0 stays 0, so the highest one becomes −1, and those below it −2, −3, … */
export function normalForm(state: unknown): NormalForm {
  const base = highestBallot(state);
  return { form: JSON.stringify(shiftBallots(state, -base - 1)), base };
}

/** @returns the shift that makes `b` of `a`, or null when there is none */
export function sameUpToShift(a: unknown, b: unknown): number | null {
  const [one, other] = [normalForm(a), normalForm(b)];
  return one.form === other.form ? other.base - one.base : null;
}

/** Everything in a running world that decides its future. */
export function futureOf(world: PaxosWorld): unknown {
  const running = world as World<Member, Disk, Ghost>;
  const { network, time } = running;
  const config = running.processes.find(({ s }) => s !== null)?.s?.config;
  const served = config === undefined ? null : servedBy(config);
  const flights = network.flights
    .values()
    .filter(
      ({ from, to, message, held }) =>
        !held || served === null || served.has(key(from, to, message.type)),
    );
  return {
    processes: running.processes.map((process) => ({
      liveness: process.liveness,
      leaves: process.leaves,
      disk: process.disk,
      // Nothing is said of held timers where none are.
      ...(process.held.length === 0 ? {} : { held: heldOf(process, time) }),
      state: process.s === null ? null : decisive(process.s, running.ghost),
    })),
    flights: flights.map(({ from, to, message, held, arrivesAt }) => ({
      from,
      to,
      message,
      votes: message.type === 'ACCEPT' ? votesIn(running.ghost, (message as Accept).ballot) : null,
      in: held ? null : arrivesAt - time,
    })),
    pending: running
      .pending()
      .filter((event) => event.kind !== MESSAGE && isLive(running, event))
      .toSorted((a, b) => a.time - b.time || a.seq - b.seq)
      .map(({ kind, pid, type, data, time: due }) => ({ kind, pid, type, data, in: due - time })),
    faults: [...network.faults],
    random: running.random,
  };
}

/** Timers held by hand, which are not among what is pending. */
const heldOf = ({ timers, held }: Process<Member, Disk>, now: Micros): unknown =>
  timers
    .filter(({ type }) => held.includes(type))
    .map(({ type, time }) => ({ type, in: time - now }));

function isLive(world: World<Member, Disk, Ghost>, event: Pending): boolean {
  const process = world.process(event.pid);
  return event.kind === TIMER_KIND ? process.timerIs(event) : process.life === event.life;
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

/** How often it failed only matters where the pause depends on it. */
const failures = (config: Config, pid: Pid, count: number): number =>
  retryOf(config, pid).policy === 'exponential' ? count : 0;

const key = (from: Pid, to: Pid, type: string): string => `${from} ${to} ${type}`;

/** Links and types of messages that the schedule serves from where it repeats; null without one. */
function servedBy({ scheduler }: Config): ReadonlySet<string> | null {
  if (scheduler === null || scheduler.script.repeatFrom === null) return null;
  const served = new Set<string>();
  for (const row of scheduler.script.rows) {
    if (row.kind === 'request') {
      served.add(key(row.from, row.to, row.type));
      for (const type of answersTo[row.type]) served.add(key(row.to, row.from, type));
    } else if (row.kind === 'learn') {
      for (const type of told) served.add(key(row.from, row.to, type));
    } else served.add(key(row.pid, row.pid, row.kind === 'decide' ? 'DECIDE' : 'PROPOSE'));
  }
  return served;
}

/** Looks at a run after each row, and knows when a state has come again. */
export class Watch {
  private readonly seen = new Map<string, { row: number; base: Ballot; messages: number }>();

  /** @returns the certificate, as soon as there is one */
  look(world: PaxosWorld, row: number): Certificate | null {
    const { form, base } = normalForm(futureOf(world));
    const { messages } = world.ghost;
    const before = this.seen.get(form);
    if (before === undefined) {
      this.seen.set(form, { row, base, messages });
      return null;
    }
    const [first, second] = [
      { form, ...before },
      { form, row, base, messages },
    ];
    return certify(first, second, proposersOf(world), world.step);
  }
}

const proposersOf = ({ processes }: PaxosWorld): number =>
  processes.find(({ s }) => s !== null)?.s?.config.proposers.length ?? 0;

/** What two equal states prove; nothing, when the shift does not fit the proposers' numbers. */
function certify(first: Cycle, second: Cycle, proposers: number, step: number): Certificate | null {
  const shift = second.base - first.base;
  if (first.form !== second.form || proposers === 0 || shift % proposers !== 0) return null;
  return {
    from: first.row,
    to: second.row,
    shift,
    rows: second.row - first.row,
    messages: second.messages - first.messages,
    step,
  };
}

/** For the history variables: compares each cycle's end with the last one's. */
export function lookAtCycle(
  ghost: Pick<Ghost, 'messages' | 'chosen'> & {
    cycle: Cycle | null;
    certificate: Certificate | null;
  },
  world: PaxosWorld,
  { scheduler, config }: Member,
): void {
  const script = config.scheduler?.script;
  if (script === undefined || scheduler === null || script.repeatFrom === null) return;
  if (scheduler.next !== 'request' || scheduler.row !== script.repeatFrom) return;
  // What has been decided is no livelock, however often it repeats.
  if (ghost.chosen.length > 0) return;
  // Not before the whole stem has been played.
  if (scheduler.done < script.rows.length) return;
  const cycle = { ...normalForm(futureOf(world)), row: scheduler.done, messages: ghost.messages };
  if (ghost.cycle !== null) {
    // What was proved stands only while nobody interferes: each cycle has to bear it out.
    const proof = certify(ghost.cycle, cycle, config.proposers.length, world.step);
    ghost.certificate = proof === null ? null : (ghost.certificate ?? proof);
  }
  ghost.cycle = cycle;
}
