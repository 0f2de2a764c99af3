/**
 * The tables run as XState itself does: on what really happens in troubled ensembles, and on events
 * that never come in such a state.
 */
import { describe, expect, it } from 'vitest';
import {
  expectSameAsXState,
  mapCandidates,
  unvisitedRows,
} from '../../kernel/machine/testing/equality.ts';
import { flatten } from '../../kernel/machine/flatten.ts';
import { dispatch, enter } from '../../kernel/machine/execute.ts';
import { CALL } from '../../kernel/machine/table.ts';
import type { Args, MachineEvent, Op, Table } from '../../kernel/machine/table.ts';
import { Random } from '../../kernel/random.ts';
import { InterventionRefused } from '../../kernel/refusal.ts';
import { World } from '../../kernel/world.ts';
import { connectionsMachineOf } from '../../protocols/election/connections-machine.ts';
import type { PeerEvent } from '../../protocols/election/events.ts';
import { ZERO } from '../../protocols/election/zxid.ts';
import { peerMachine } from '../../zookeeper/quorum/peer-machine.ts';
import { peerOf, peerParts } from '../../zookeeper/quorum/place.ts';
import type { Server } from '../../zookeeper/server/server.ts';
import { electionModel } from './model.ts';
import { readServers } from './testing/play.ts';
import { probe } from './testing/probes.ts';
import { troubleOf } from './testing/schedules.ts';
import type { Trouble } from './testing/schedules.ts';

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
  const machines = model
    .machines(0)
    .map((machine) => ({ ...machine, table: listening(machine.table, note) }));
  const observed = {
    ...model,
    machines: () => machines,
    boot: (pid: number, disk: Parameters<typeof model.boot>[1]) => {
      const life: Life = { boot: model.boot(pid, disk, null), events: [] };
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
    } catch (failure) {
      // Not possible now: what else happens is enough.
      if (!(failure instanceof InterventionRefused)) throw failure;
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

const oneIn = <T>(values: readonly T[], i: number): T => values[i % values.length] as T;

// A dial is answered the same by whoever runs all assigns before other actions.
const io = {
  now: 1000,
  explaining: true,
  random: () => 0.5,
  dial: (to: number): number => 1000 + to,
};
const start = { from: 0, connection: 0, message: null, port: '', reason: '', data: null };

/** Why no event can take a row, if so. */
function whyUnreachable(table: Table, row: string): string | null {
  const [path = '', event = '', place = ''] = row.split(' ');
  const leaf = table.states.findIndex((state) => state.path === path);
  const candidates = table.rows[leaf * table.events.length + table.events.indexOf(event)] ?? [];
  const at = Number(place.slice(1));
  const guard = candidates[at]?.guardName ?? null;
  if (guard !== null && candidates.findIndex(({ guardName }) => guardName === guard) < at)
    return 'the same guard has been asked before, in a state within';
  if (['STARTING', 'LOOKING.counting'].includes(path) && event !== 'always')
    return 'it is left before the next event';
  if (row === 'LEADING.broadcast always #0') return 'zxids are given by another stage';
  if (guard === 'lostQuorum') return 'who leads here is a quorum by itself';
  if (path === 'LEADING.discovery.acknowledging' && event !== 'always')
    return 'who leads here has its quorum at once';
  if (path === 'LOOKING.finalizing' && guard === 'isVote')
    return 'a LOOKING vote that is not better is taken by the wait itself';
  return null;
}

/** Leads the machine into its corners: a story of events made for where it stands. */
function imagine(
  boot: Server,
  random: Random,
  table: Table,
  length: number,
  visited: ReadonlySet<string>,
  prefix: readonly MachineEvent[] = [],
): MachineEvent[] {
  const scope = { s: boot };
  const silent = new Proxy({}, { get: (_target, name) => quiet(name) });
  const given = (event: MachineEvent): MachineEvent => ({ ...event, io: silent }) as MachineEvent;
  let leaf = enter(table, scope, given({ ...start, type: 'START' } as MachineEvent));
  const story: MachineEvent[] = [...prefix];
  for (const event of prefix) {
    const next = dispatch(table, leaf, scope, given(event));
    if (next !== -1) leaf = next;
  }
  for (let i = 0; i < length; i++) {
    const { path } = table.states[leaf] ?? { path: '' };
    const rowOf = (type: string) =>
      table.rows[leaf * table.events.length + table.events.indexOf(type)] ?? [];
    const types = table.events.filter((type) => rowOf(type).length > 0);
    const fresh = types.filter((type) =>
      rowOf(type).some((_candidate, at) => !visited.has(`${path} ${type} #${at}`)),
    );
    const some = fresh.length > 0 && random.below(3) === 0 ? fresh : types;
    const type = some[random.below(some.length)] ?? 'TICK';
    const leaves = /TIMEOUT|TICK|FINALIZE|CLOSED/u.test(type) && random.below(4) > 0;
    if (leaves && some === types) continue;
    const event = probe(peerOf(scope.s), type, random);
    story.push(event);
    const next = dispatch(table, leaf, scope, given(event));
    if (next !== -1) leaf = next;
  }
  return story;
}

/** What a machine is answered while nobody listens. */
function quiet(name: string | symbol): unknown {
  if (name === 'now') return io.now;
  if (name === 'explaining') return io.explaining;
  if (name === 'dial') return io.dial;
  return name === 'random' ? io.random : () => 0;
}

const bootOf = (picture: string, sid: number, broken: readonly string[] = []): Server => {
  const servers = readServers(picture);
  const model = electionModel({ profile: 'zookeeper-3.8', servers, broken });
  return model.boot(sid, model.initialDisk(sid), null);
};

/** Notifications in the first round, as `S1 FOLLOWING S2 1`: who, state, candidate, peerEpoch. */
function life(picture: string, sid: number, heard: readonly string[]): Life {
  const events = heard.map((line) => {
    const [from = '', state = '', candidate = '', peerEpoch = ''] = line.split(' ');
    const named = { leader: Number(candidate.slice(1)), zxid: ZERO, peerEpoch: Number(peerEpoch) };
    const message = { type: 'NOTIFICATION', state, round: 1, vote: named };
    return { ...start, type: 'NOTIFICATION', from: Number(from.slice(1)), message, dialled: false };
  });
  return { boot: bootOf(picture, sid), events };
}

describe('tables', () => {
  const seeds = Array.from({ length: 12 }, (_, i) => i + 1);
  const lives = seeds.flatMap((seed) =>
    livesOf(
      troubleOf(
        seed,
        seed % 3 === 0 ? 'golden' : 'zookeeper-3.8',
        seed % 2 === 0 ? ['yield-to-newcomer'] : [],
      ),
    ),
  );
  // Answers that end an election just while it waits for a better vote.
  const told: Life[] = [
    life('S1\nS2\nS3', 2, ['S1 FOLLOWING S2 1', 'S1 LOOKING S2 0', 'S3 FOLLOWING S2 1']),
    life('S1\nS2\nS3\nS4 observer', 4, [
      'S1 FOLLOWING S3 1',
      'S1 LOOKING S2 0',
      'S2 LOOKING S2 0',
      'S3 LEADING S3 1',
    ]),
    life('S1\nS2\nS3', 2, ['S1 FOLLOWING S3 1', 'S1 LOOKING S2 0', 'S3 LEADING S3 1']),
  ];
  const pool = lives.flatMap(({ events }) => events);
  const connectionsMachine = connectionsMachineOf(peerParts);
  const snapshot = ({ settings: _settings, peer, ...rest }: Server): unknown => {
    const { config: _config, ...election } = peerOf({ peer });
    return { ...rest, election };
  };

  it('the peer is its XState machine, row by row', () => {
    const random = new Random(7);
    const visited = new Set<string>();
    const table = flatten(peerMachine);
    const compare = (boot: Server, story: readonly MachineEvent[]): void => {
      const options = { io, start, snapshot };
      for (const row of expectSameAsXState(peerMachine, boot, story, options)) visited.add(row);
    };
    for (const { boot, events } of lives) {
      const real = events.slice(0, 40 + random.below(160));
      compare(boot, imagine(boot, random, table, 60, visited, real));
    }
    for (const { boot, events } of told) compare(boot, events);
    const one = 'S1\nS2 observer';
    const three = 'S1\nS2 epoch 1\nS3\nS4 observer';
    const missing = (): string[] =>
      unvisitedRows(table, visited).filter((row) => whyUnreachable(table, row) === null);
    // As many stories as it takes, but some in any case.
    for (let i = 0; i < 100 || (i < 400 && missing().length > 0); i++) {
      const broken = i % 5 === 0 ? ['yield-to-newcomer'] : [];
      // What its learners tell a leader is heard by other machines: this one is a quorum by itself.
      const boot =
        i % 4 === 0 ? bootOf(one, 1, broken) : bootOf(three, oneIn([2, 3, 4], i), broken);
      compare(boot, imagine(boot, random, table, 150, visited));
    }
    expect(missing()).toEqual([]);
  }, 60_000);

  it('the connections are their XState machine, row by row', () => {
    const random = new Random(8);
    const visited = new Set<string>();
    for (const { boot, events } of lives.filter(({ boot }) => peerOf(boot).links.length > 0)) {
      const strays = Array.from({ length: 30 }, () => stray(random, pool));
      const rows = expectSameAsXState(
        connectionsMachine,
        boot,
        [...events.slice(0, 200), ...strays],
        { io, start, snapshot },
      );
      for (const row of rows) visited.add(row);
    }
    expect(unvisitedRows(flatten(connectionsMachine), visited)).toEqual([]);
  }, 60_000);
});
