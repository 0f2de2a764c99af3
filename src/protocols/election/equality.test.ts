/**
 * The tables run as XState itself does: on what really happens in troubled ensembles, and on events
 * that never come in such a state.
 */
import { describe, expect, it } from 'vitest';
import { expectSameAsXState, mapCandidates, unvisitedRows } from '../../kernel/machine/equality.ts';
import { flatten } from '../../kernel/machine/flatten.ts';
import { CALL } from '../../kernel/machine/table.ts';
import type { Args, MachineEvent, Op, Table } from '../../kernel/machine/table.ts';
import { Random } from '../../kernel/random.ts';
import { World } from '../../kernel/world.ts';
import { connectionsMachine } from './connections-machine.ts';
import type { PeerEvent } from './events.ts';
import { electionModel } from './model.ts';
import { peerMachine } from './peer.ts';
import { readServers } from './play.ts';
import { troubleOf } from './schedules.ts';
import type { Trouble } from './schedules.ts';
import type { Server } from './server.ts';

/** What one life of a server was given, from the state it started with. */
interface Life {
  readonly boot: Server;
  readonly events: MachineEvent[];
}

/** A copy of a table that notes the events it takes. */
function listening(table: Table, note: (event: PeerEvent) => void): Table {
  const op: Op = {
    kind: CALL,
    name: 'note',
    run: ({ event }: Args) => note(event as PeerEvent),
    params: undefined,
    raised: null,
  };
  return mapCandidates(table, (candidate) => ({ ...candidate, ops: [op, ...candidate.ops] }));
}

/** Plays trouble and keeps what each server's machines took. */
function livesOf({ picture, setup, options, steps }: Trouble): Life[] {
  const servers = readServers(picture);
  const model = electionModel({ profile: 'golden', servers, ...setup }, options);
  const lives: Life[] = [];
  const present = new Map<number, Life>();
  let seen: PeerEvent | null = null;
  const note = (event: PeerEvent): void => {
    if (event === seen || event.type === 'START') return;
    seen = event;
    const { type, from, connection, message, port, reason, dialled, data, io } = event;
    const told = { type, from, connection, message, port, reason, dialled, data };
    present.get(io.self)?.events.push(told);
  };
  const tables = model.machines(0).map((table) => listening(table, note));
  const observed = {
    ...model,
    machines: () => tables,
    boot: (pid: number, disk: Parameters<typeof model.boot>[1]) => {
      const life: Life = { boot: model.boot(pid, disk), events: [] };
      lives.push(life);
      present.set(pid, life);
      return life.boot;
    },
  };
  const world = new World(observed, options.seed);
  world.intervene({ kind: 'start', pids: servers.map(({ sid }) => sid) });
  for (const { ms, what } of steps) {
    const until = world.time + ms * 1000;
    while (world.advance(until));
    try {
      world.intervene(what);
    } catch {
      // Not possible now: what else happens is enough.
    }
  }
  const end = world.time + 20_000_000;
  while (world.advance(end));
  return lives;
}

/** Something that was taken somewhere, at any time, with parts of it changed. */
function stray(random: Random, pool: readonly MachineEvent[]): MachineEvent {
  const event = pool[random.below(pool.length)] as PeerEvent;
  const changes = { connection: random.below(40), dialled: random.below(2) === 0 };
  return random.below(2) === 0 ? event : ({ ...event, ...changes } as MachineEvent);
}

const io = { now: 1000, explaining: true, random: () => 0.5 };
const start = { from: 0, connection: 0, message: null, port: '', reason: '', data: null };

/** Rows of the peer that no sequence of events can take, and why. */
const unreachable: Readonly<Record<string, string>> = {};

describe('tables', () => {
  const seeds = Array.from({ length: 24 }, (_, i) => i + 1);
  const lives = seeds.flatMap((seed) =>
    livesOf(
      troubleOf(
        seed,
        seed % 3 === 0 ? 'golden' : 'zookeeper-3.8',
        seed % 4 === 0 ? ['yield-to-newcomer'] : [],
      ),
    ),
  );
  const pool = lives.flatMap(({ events }) => events);

  it('the peer is its XState machine, row by row', () => {
    const random = new Random(7);
    const visited = new Set<string>();
    for (const { boot, events } of lives) {
      const some = events.slice(0, 250);
      const at = random.below(some.length + 1);
      const strays = Array.from({ length: 60 }, () => stray(random, pool));
      for (const story of [some, [...some.slice(0, at), ...strays]]) {
        const rows = expectSameAsXState(peerMachine, boot, story, {
          io,
          start,
          pure: false,
          snapshot: ({ config: _config, ...rest }) => rest,
        });
        for (const row of rows) visited.add(row);
      }
    }
    const missed = unvisitedRows(flatten(peerMachine), visited);
    expect(missed.filter((row) => !(row in unreachable))).toEqual([]);
  }, 60_000);

  it('the connections are their XState machine, row by row', () => {
    const random = new Random(8);
    const visited = new Set<string>();
    for (const { boot, events } of lives.filter(({ boot: { links } }) => links.length > 0)) {
      const strays = Array.from({ length: 30 }, () => stray(random, pool));
      const rows = expectSameAsXState(
        connectionsMachine,
        boot,
        [...events.slice(0, 200), ...strays],
        {
          io,
          start,
          snapshot: ({ config: _config, ...rest }) => rest,
        },
      );
      for (const row of rows) visited.add(row);
    }
    expect(unvisitedRows(flatten(connectionsMachine), visited)).toEqual([]);
  }, 60_000);
});
