/** The tables run as XState itself does, on events made for where a machine stands, row by row. */
import { describe, expect, it } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { expectSameAsXState, unvisitedRows } from '../kernel/machine/testing/equality.ts';
import { dispatch, enter } from '../kernel/machine/execute.ts';
import { flatten } from '../kernel/machine/flatten.ts';
import type { MachineEvent, Table } from '../kernel/machine/table.ts';
import { Random } from '../kernel/random.ts';
import type { ZooKeeperSetup } from '../view/zookeeper-setup.ts';
import type { ClientRequest, Request } from '../zookeeper/records/requests.ts';
import { bootServer } from '../zookeeper/server/boot.ts';
import { blankDisk } from '../zookeeper/server/disk.ts';
import { finalMachine, prepMachine, syncMachine } from '../zookeeper/server/pipeline-machines.ts';
import { serverMachine } from '../zookeeper/server/server-machine.ts';
import { edit } from '../zookeeper/server/server.ts';
import type { Server } from '../zookeeper/server/server.ts';
import type { Job } from '../zookeeper/server/job.ts';
import { passwordOf } from '../zookeeper/sessions/session-id.ts';
import { OPEN_ACL } from '../zookeeper/tree/acl-cache.ts';
import { bootClient } from '../clients/client.ts';
import type { Client } from '../clients/client.ts';
import { clientMachine } from '../clients/client-machine.ts';
import { configOf } from './config.ts';
import type { Program } from '../clients/program.ts';
import { programs } from '../clients/programs.ts';

/** A program that does what its lines say in one word. */
const obedient: Program<number> = {
  name: 'obedient',
  initial: 0,
  next: (state, input) => {
    if (input.kind !== 'line') return { state };
    const next = state + 1;
    switch (input.text) {
      case 'connect':
        return { state: next, calls: [{ kind: 'connect' }] };
      case 'go astray': {
        const servers = [{ host: 'nowhere.example', port: 2181 }];
        return { state: next, calls: [{ kind: 'connect', servers }] };
      }
      case 'close':
        return { state: next, calls: [{ kind: 'close' }] };
      case 'auth':
        return { state: next, calls: [{ kind: 'addAuth', scheme: 'digest', auth: 'a:b' }] };
      case 'wake':
        return { state: next, wakeAfter: 5 };
      case 'exit':
        return { state: next, exit: true };
      default: {
        const request = { op: 'exists', path: '/a', watch: true } as const;
        return { state: next, calls: [{ kind: 'request', request }] };
      }
    }
  },
};

const setupWith = (change: Partial<ZooKeeperSetup>): ZooKeeperSetup => ({
  servers: [{ sid: 1 }],
  clients: [{ id: 101, program: 'obedient' }],
  ...change,
});
const configWith = (change: Partial<ZooKeeperSetup>) =>
  configOf(setupWith(change), { ...programs, obedient });

const WORDS = ['ask', 'ask', 'ask', 'connect', 'go astray', 'auth', 'wake', 'close', 'exit'];

const pick = <T>(random: Random, values: readonly T[]): T =>
  values[random.below(values.length)] as T;

type Make<S> = (random: Random, type: string, s: S) => object;

const USUAL = ['CONNECTED', 'CONNECT_REQUEST', 'CONNECT_RESPONSE', 'REQUEST', 'REPLY', 'LINE'];
/** Of a client that looks for a server with a leader. */
const SEARCHING = ['CONNECTED', 'CONNECT_RESPONSE', 'RW_SEARCH', 'WORD_ANSWER', 'RECONNECT'];

/** What happens in turn, each made for where the machine then stands. */
function story<S>(
  table: Table,
  boot: S,
  random: Random,
  io: object,
  make: Make<S>,
  often: readonly string[],
): MachineEvent[] {
  const scope = { s: boot };
  const silent = new Proxy(io, { get: (known, name) => Reflect.get(known, name) ?? (() => 0) });
  const given = (each: MachineEvent): MachineEvent => ({ ...each, io: silent }) as MachineEvent;
  let leaf = enter(table, scope, given({ type: 'START' }));
  return Array.from({ length: 40 }, () => {
    // What leads somewhere comes more often than what ends it.
    const usual = random.below(2) === 0 ? often.filter((each) => table.events.includes(each)) : [];
    const type = pick(random, usual.length > 0 ? usual : table.events);
    const next = { type, ...make(random, type, scope.s) } as MachineEvent;
    const to = dispatch(table, leaf, scope, given(next));
    if (to !== -1) leaf = to;
    return next;
  });
}

/** @returns the rows that none of the stories has taken */
function stories<S>(
  machine: AnyStateMachine,
  boots: readonly S[],
  count: number,
  make: Make<S>,
  snapshot: (s: S) => unknown,
  often = USUAL,
): string[] {
  const table = flatten(machine);
  const random = new Random(5);
  const visited = new Set<string>();
  for (let i = 0; i < count; i++) {
    const boot = boots[i % boots.length] as S;
    // Who runs all assigns before other actions is answered the same.
    const dial = (to: number): number => 1000 + to;
    const io = { now: 1_000_000, explaining: true, random: () => 0.5, self: 1, dial };
    const events = story(table, boot, random, io, make, often);
    const options = {
      io,
      start: { from: 0, message: null, data: null },
      snapshot,
    };
    for (const row of expectSameAsXState(machine, boot, events, options)) visited.add(row);
  }
  return unvisitedRows(table, visited);
}

const requests: readonly ClientRequest[] = [
  { op: 'create', path: '/a', data: 'x', acl: OPEN_ACL, mode: 'EPHEMERAL' },
  { op: 'getData', path: '/a', watch: true },
  { op: 'delete', path: '/', version: -1 },
  { op: 'auth', scheme: 'digest', auth: 'a:b' },
  { op: 'auth', scheme: 'bogus', auth: 'a:b' },
  { op: 'ping' },
  { op: 'closeSession' },
];

/** What a client may say to a server, on one of two connections. */
const toServer: Make<Server> = (random, type, s) => {
  const request = pick(random, requests);
  const known = s.sessions[0]?.id ?? '0x0';
  const session = pick(random, ['0x0', '0x0', known, '0x99']);
  const connect = {
    lastZxidSeen: { epoch: 0, counter: random.below(8) === 0 ? 9 : 0 },
    timeout: 5000,
    session,
    password: pick(random, [passwordOf(session), '']),
  };
  const xid = request.op === 'auth' ? -4 : request.op === 'ping' ? -2 : 1 + random.below(9);
  const size = random.below(6) === 0 ? 5000 : 50;
  return {
    from: 101,
    connection: 1 + random.below(2),
    message: type === 'CONNECT_REQUEST' ? connect : { xid, request, size },
    reason: 'closed',
    data: { epoch: 0, counter: 0 },
  };
};

const serverSnapshot = ({ settings: _settings, ...rest }: Server): unknown => rest;

/** A server with requests before a stage. */
function jobsFor(s: Server, random: Random, prepared: boolean): Job[] {
  const asked: readonly Request[] = [
    ...requests.filter(({ op }) => op !== 'auth'),
    { op: 'createSession', timeout: 5000 },
    { op: 'deleteContainer', path: '/none' },
  ];
  return Array.from({ length: 6 }, (_, number): Job => {
    const request = pick(random, asked);
    const isRead = request.op === 'getData' || request.op === 'ping';
    const txn = {
      session: '0x1',
      cxid: number,
      zxid: { epoch: 0, counter: s.zxid.counter + number + 1 },
      time: 1,
      body: { type: 'error', code: 'NoNode' },
      digest: null,
    } as const;
    return {
      number,
      connection: 1,
      owner: 1,
      session: '0x1',
      cxid: number,
      request,
      ids: [],
      created: 0,
      txn: prepared && !isRead ? txn : null,
      err: null,
    };
  });
}

describe('tables', () => {
  const cfgs: readonly NonNullable<ZooKeeperSetup['cfg']>[] = [
    {},
    { maxClientCnxns: 1, 'jute.maxbuffer': 1000 },
    { globalOutstandingLimit: 1, flushDelay: 5, snapCount: 2 },
    { maxBatchSize: 2, snapCount: 2, forceSync: false },
  ];
  const servers = cfgs.map((cfg) => {
    const [settings] = configWith({ cfg }).servers.values();
    if (settings === undefined) throw new TypeError('no server');
    return bootServer(settings, blankDisk);
  });
  const random = new Random(3);

  it('the server is its XState machine, row by row', () => {
    expect(stories(serverMachine, servers, 120, toServer, serverSnapshot)).toEqual([]);
  });

  it('Prep is its XState machine, row by row', () => {
    const full = servers.map((s) => {
      const next = edit(s);
      next.prep = jobsFor(s, random, false);
      return next as Server;
    });
    expect(stories(prepMachine, full, 20, toServer, serverSnapshot)).toEqual([]);
  });

  it('Sync is its XState machine, row by row', () => {
    const full = [...servers, ...servers].map((s) => {
      const next = edit(s);
      next.sync = jobsFor(s, random, true);
      next.logging = { ...s.logging, limit: 1 };
      return next as Server;
    });
    const missed = stories(syncMachine, full, 60, toServer, serverSnapshot);
    // A stage before it adds to its queue while it waits; and it never rests with something to flush.
    expect(missed).toEqual(['idle always #0', 'lingering always #0']);
  });

  it('Final is its XState machine, row by row', () => {
    const full = servers.map((s) => {
      const next = edit(s);
      next.final = jobsFor(s, random, true);
      return next as Server;
    });
    expect(stories(finalMachine, full, 20, toServer, serverSnapshot)).toEqual([]);
  });

  it('the client is its XState machine, row by row', () => {
    const [config] = configWith({}).clients.values();
    if (config === undefined) throw new TypeError('no client');
    const clients = [bootClient(config), bootClient({ ...config, connects: false })];
    const [reader] = configWith({ servers: [{ sid: 1 }, { sid: 2 }] }).clients.values();
    if (reader === undefined) throw new TypeError('no client');
    const readers = [bootClient({ ...reader, readOnly: true })];
    const toClient: Make<Client> = (rolls, type, s) => {
      const due = s.handle?.pending[0]?.xid ?? 1;
      const word = pick(rolls, WORDS);
      const xid = pick(rolls, [due, due, -2, -4, -4, 77]);
      const mine = rolls.below(5) > 0 && s.connection !== 0;
      const session = { timeout: pick(rolls, [6000, 6000, 0]), session: '0x5', password: 'p' };
      const reply = {
        xid,
        zxid: { epoch: 0, counter: 3 },
        err: pick(rolls, ['OK', 'AuthFailed']),
        body: { kind: 'none' },
      };
      const event = { type: 'NodeCreated', path: '/a' };
      const readOnly = s.handle?.search !== undefined && rolls.below(4) > 0;
      const response = { ...session, ...(readOnly && { readOnly }) };
      const isDead = s.handle?.state === 'AUTH_FAILED';
      const probe = s.handle?.search?.probe ?? null;
      const asks = probe !== null && ['WORD_ANSWER', 'CLOSED'].includes(type) && rolls.below(3) > 0;
      const dials = s.dialled !== 0 && rolls.below(5) > 0;
      if (type === 'CONNECTED' || asks || (type === 'CLOSED' && dials))
        return {
          from: 1,
          connection: dials ? s.dialled : (probe ?? 4 + rolls.below(3)),
          reason: 'reset',
          message: { text: pick(rolls, ['rw', 'ro', 'null']) },
        };
      return {
        from: 1,
        connection: mine ? s.connection : 1 + rolls.below(3),
        reason: 'reset',
        message: type === 'CONNECT_RESPONSE' ? response : { reply, event },
        // To end is for good: it comes seldom.
        data: {
          text: word === 'exit' && !isDead && rolls.below(3) > 0 ? 'ask' : word,
          server: pick(rolls, [1, 1, 9]),
        },
      };
    };
    const snapshot = ({ config: _config, ...rest }: Client): unknown => rest;
    const missed = stories(clientMachine, clients, 1200, toClient, snapshot);
    const searching = stories(clientMachine, readers, 200, toClient, snapshot, SEARCHING);
    // It never rests where it starts.
    expect(missed.filter((row) => searching.includes(row))).toEqual(['starting CONNECTED #0']);
  });
});
