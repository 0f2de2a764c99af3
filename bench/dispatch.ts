/**
 * E2: one event to a machine, by the kernel's table, by XState's `actor.send` and by its pure
 * `transition()`, with actions that do next to nothing. The three take turns in each round; a ratio
 * is the median over the rounds, and there is none unless all three end in the same snapshots.
 */
import process from 'node:process';
import { assign, createActor, raise, setup, transition, type AnyMachineSnapshot } from 'xstate';
import { dispatch, enter } from '../src/kernel/machine/execute.ts';
import { flatten } from '../src/kernel/machine/flatten.ts';

export const name = 'E2 dispatch';

interface Row {
  name: string;
  value: number;
  unit: string;
  aim?: string;
  ok?: boolean;
}

const ROUNDS = 7;
/** Events a round, so that each contestant takes some tenths of a second. */
const EVENTS = { table: 1_000_000, send: 60_000, pure: 12_000 };
const CHECKED = 4_000;

class Peer {
  readonly round: number;
  readonly votes: number;

  constructor(round: number, votes: number) {
    this.round = round;
    this.votes = votes;
  }
}

interface Said {
  count: number;
}

interface Given {
  readonly type: 'VOTE' | 'TICK' | 'PING' | 'LOST' | 'DECIDE';
  readonly n: number;
  readonly io: Said;
}

/** The shape of an election: two levels, guards in rows, an always, a raise, entry and exit. */
const machine = setup({
  types: { context: {} as { s: Peer }, events: {} as Given },
  guards: {
    newer: ({ event }) => event.n > 5,
    enough: ({ context }) => context.s.votes > 3,
  },
  actions: {
    say: ({ event }) => {
      event.io.count++;
    },
    count: assign(({ context: { s } }) => ({ s: new Peer(s.round, s.votes + 1) })),
    begin: assign(({ context: { s } }) => ({ s: new Peer(s.round + 1, 0) })),
    decide: raise(({ event }) => ({ type: 'DECIDE' as const, n: event.n, io: event.io })),
  },
}).createMachine({
  id: 'peer',
  context: { s: new Peer(0, 0) },
  initial: 'looking',
  on: { TICK: { actions: 'say' } },
  states: {
    looking: {
      entry: 'begin',
      always: { guard: 'enough', target: 'settled' },
      on: { VOTE: [{ guard: 'newer', actions: ['count', 'say'] }, { actions: 'say' }] },
    },
    settled: {
      initial: 'following',
      exit: 'say',
      on: { LOST: 'looking' },
      states: {
        following: { entry: 'say', on: { PING: { actions: 'decide' }, DECIDE: 'synced' } },
        synced: { on: { PING: { actions: 'say' }, VOTE: { actions: 'say' } } },
      },
    },
  },
});

const table = flatten(machine);

/** The same ring of events for all, without any chance. */
function ring(io: Said): Given[] {
  const types = ['VOTE', 'TICK', 'VOTE', 'PING', 'VOTE', 'TICK', 'VOTE', 'PING'] as const;
  return Array.from({ length: 64 }, (_, i) => ({
    type: i === 63 ? 'LOST' : (types[i % types.length] as Given['type']),
    n: (i * 7) % 10,
    io,
  }));
}

/** Runs `count` events; calls `check` after each one, when given, with the state's path. */
type Contestant = (count: number, check?: (path: string, s: Peer, said: number) => void) => void;

const byTable: Contestant = (count, check) => {
  const io = { count: 0 };
  const events = ring(io);
  const scope = { s: new Peer(0, 0) };
  let state = enter(table, scope, events[0] as Given);
  for (let i = 0; i < count; i++) {
    const rest = dispatch(table, state, scope, events[i & 63] as Given);
    if (rest >= 0) state = rest;
    check?.(table.states[state]?.path ?? '', scope.s, io.count);
  }
};

const bySend: Contestant = (count, check) => {
  const io = { count: 0 };
  const events = ring(io);
  const actor = createActor(machine).start();
  for (let i = 0; i < count; i++) {
    actor.send(events[i & 63] as Given);
    const snapshot = actor.getSnapshot();
    check?.(pathOf(snapshot.value), snapshot.context.s, io.count);
  }
};

const byTransition: Contestant = (count, check) => {
  const io = { count: 0 };
  const events = ring(io);
  let snapshot = createActor(machine).getSnapshot();
  for (let i = 0; i < count; i++) {
    const [next, actions] = transition(machine, snapshot, events[i & 63] as Given);
    snapshot = next;
    for (const action of actions as readonly Executable[])
      action.exec?.(action.info, action.params);
    check?.(pathOf(snapshot.value), snapshot.context.s, io.count);
  }
};

interface Executable {
  readonly info: unknown;
  readonly params: unknown;
  readonly exec?: (info: unknown, params: unknown) => void;
}

/** @throws Error when the contestants do not agree on every snapshot: a bench of different work has no result. */
export function run(): { rows: Row[] } {
  const snapshots = [byTable, bySend, byTransition].map(snapshotsOf);
  const [mine, ...others] = snapshots;
  const equal = others.every((other) => other === mine);
  if (!equal) throw new Error('E2: the table and XState end in different snapshots');

  const sends: number[] = [];
  const pures: number[] = [];
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const mineRate = rate(byTable, EVENTS.table);
    const sendRate = rate(bySend, EVENTS.send);
    const pureRate = rate(byTransition, EVENTS.pure);
    rates.push(mineRate);
    sends.push(mineRate / sendRate);
    pures.push(mineRate / pureRate);
  }
  const send = median(sends);
  const pure = median(pures);
  return {
    rows: [
      { name: 'table, events', value: median(rates) / 1e6, unit: 'M/s of CPU' },
      { name: 'table against actor.send', value: send, unit: '×', aim: '≥ 8', ok: send >= 8 },
      { name: 'table against transition()', value: pure, unit: '×', aim: '≥ 40', ok: pure >= 40 },
    ],
  };
}

function snapshotsOf(contestant: Contestant): string {
  const lines: string[] = [];
  contestant(CHECKED, (path, s, said) => lines.push(`${path} ${s.round} ${s.votes} ${said}`));
  return lines.join('\n');
}

/** Events a second of processor time. */
function rate(contestant: Contestant, count: number): number {
  const before = process.cpuUsage();
  contestant(count);
  const { user, system } = process.cpuUsage(before);
  return count / ((user + system) / 1e6);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

function pathOf(value: AnyMachineSnapshot['value']): string {
  if (typeof value === 'string') return value;
  const [entry] = Object.entries(value as Record<string, AnyMachineSnapshot['value']>);
  return entry === undefined ? '' : `${entry[0]}.${pathOf(entry[1])}`;
}
