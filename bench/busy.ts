/** An ensemble that serves: what a busy one costs while it plays, and what time travel costs in a long run of it. */
import process from 'node:process';
import { setData } from '../src/clients/api.ts';
import { KeeperFailure } from '../src/clients/api-failures.ts';
import type { Program } from '../src/clients/program.ts';
import { AGAIN } from '../src/clients/routine.ts';
import { routines } from '../src/clients/routines.ts';
import { handleState, sleep } from '../src/clients/steps.ts';
import { modelOfSetup } from '../src/ensemble/quorum-model.ts';
import { Dice } from '../src/runner/fuzz/dice.ts';
import { Run } from '../src/runner/run.ts';
import { networkOf } from '../src/scenarios/network-of.ts';
import type { AnyModel, Protocol } from '../src/scenarios/protocol.ts';
import { protocols } from '../src/scenarios/protocols.ts';
import { SCENARIO_VERSION } from '../src/view/scenario.ts';
import type { Scenario, ScenarioFile } from '../src/view/scenario.ts';
import type { ZooKeeperSetup } from '../src/view/zookeeper-setup.ts';
import { OPEN_ACL } from '../src/zookeeper/tree/acl-cache.ts';
import { heap } from './heap-now.ts';
import { inProcess } from './in-turns.ts';
import { quantile } from './row.ts';
import type { Row } from './row.ts';

export const name = 'busy ensemble';

const SECOND = 1_000_000;
const FRAMES = 60;

function scenario(servers: number, clients: number): Scenario<'zookeeper'> {
  return {
    format: 'zooscope-scenario',
    version: SCENARIO_VERSION,
    model: 'zookeeper',
    seed: 1,
    setup: {
      servers: Array.from({ length: servers }, (_, index) => ({ sid: index + 1 })),
      ensemble: {},
      clients: Array.from({ length: clients }, (_, index) => ({
        id: 101 + index,
        program: 'api',
        timeoutMs: 10_000,
        startMs: 1000,
      })),
      // A stage of a busy machine takes far less than one that is to be watched.
      stageMs: 0.01,
    },
    diskLatency: { kind: 'uniform', min: 500, max: 1500 },
  };
}

const call = (request: object): string => JSON.stringify({ kind: 'request', request });
const writeOf = (client: number, round: number): string =>
  call({ op: 'setData', path: `/n${client}`, data: `${round}`, version: -1 });

/** Everybody is there, and each client has a node to write to. */
function begun(servers: number, clients: number): Run {
  const run = new Run(protocols.zookeeper, scenario(servers, clients));
  while (run.step(3 * SECOND));
  for (let client = 0; client < clients; client++) {
    const path = `/n${client}`;
    const made = { op: 'create', path, data: '', acl: OPEN_ACL, mode: 'PERSISTENT' };
    say(run, client, call(made));
  }
  while (run.step(4 * SECOND));
  return run;
}

function say(run: Run, client: number, text: string): void {
  run.intervene({ kind: 'input', pid: 101 + client, name: 'LINE', data: { text } });
}

interface Busy {
  readonly seconds: number;
  readonly events: number;
  readonly writes: number;
  /** ms of the processor for each 60th of a second of virtual time. */
  readonly frames: readonly number[];
}

/** Nine servers, twenty clients, a thousand writes a second of virtual time, as the page plays them. */
function busy(): Busy {
  const [servers, clients, perSecond, seconds] = [9, 20, 1000, 12];
  const run = begun(servers, clients);
  const before = (run.world.ghost as { writes: number }).writes;
  const first = run.position;
  const frames: number[] = [];
  const start = run.world.time;
  let said = 0;
  for (let frame = 1; frame <= seconds * FRAMES; frame++) {
    const spent = process.cpuUsage();
    const end = start + (frame * SECOND) / FRAMES;
    for (; said < (frame * perSecond) / FRAMES; said++) {
      while (run.step(start + (said * SECOND) / perSecond));
      say(run, said % clients, writeOf(said % clients, said));
    }
    while (run.step(end));
    const { user, system } = process.cpuUsage(spent);
    frames.push((user + system) / 1000);
  }
  const writes = ((run.world.ghost as { writes: number }).writes - before) / servers;
  // The first seconds compile.
  return { seconds, events: run.position - first, writes, frames: frames.slice(2 * FRAMES) };
}

const HALF_A_MINUTE = 30 * SECOND;
/** Each client writes, and waits so long. */
const REST = (3 * SECOND) / 20;

/** A client that writes to its node for ever, whatever becomes of its server. */
const writer = routines('writer', {
  name: 'writer',
  begins: {},
  *round() {
    yield* sleep(REST);
    if ((yield* handleState()) !== 'CONNECTED') return AGAIN;
    try {
      yield* setData('', '/n', 'x', -1);
    } catch (error) {
      if (!(error instanceof KeeperFailure)) throw error;
    }
    return AGAIN;
  },
}) as Program;

const setupOf = (file: ScenarioFile): ZooKeeperSetup => (file as Scenario<'zookeeper'>).setup;

/** The ZooKeeper lab's protocol, with that program besides. */
const writers: Protocol = {
  ...protocols.zookeeper,
  model: (file) => modelOfSetup(setupOf(file), networkOf(file), { writer }) as unknown as AnyModel,
};

const writing = (setup: ZooKeeperSetup): ZooKeeperSetup => ({
  ...setup,
  clients: setup.clients.map((client) => ({ ...client, program: 'writer' })),
  tree: [{ path: '/n' }],
});

const EVENTS = 1_000_000;
const SEEKS = 1000;

interface Long {
  readonly events: number;
  readonly bytesPerEvent: number;
  /** ms, the smaller of clock and processor. */
  readonly seeks: readonly number[];
}

/**
 * Three servers with three clients that write twenty times a second, by themselves: twenty thousand lines
 * that somebody types, and answers that a program for tests keeps, are no part of an ensemble's history. The
 * leader dies every half minute.
 */
function longRun(): Long {
  const before = heap();
  const run = new Run(writers, { ...scenario(3, 3), setup: writing(scenario(3, 3).setup) });
  for (let round = 1; run.position < EVENTS; round++) {
    while (run.step(round * HALF_A_MINUTE));
    const leader = [1, 2, 3].find((pid) => writers.stateWord(run.world, pid) === 'LEADING');
    if (leader === undefined) continue;
    run.intervene({ kind: 'kill', pid: leader });
    while (run.step(round * HALF_A_MINUTE + 2 * SECOND));
    run.intervene({ kind: 'start', pids: [leader] });
  }
  const events = run.position;
  const bytes = heap() - before;
  const dice = new Dice(3);
  const seeks = Array.from({ length: SEEKS }, () => {
    const position = dice.between(0, events);
    const from = performance.now();
    const spent = process.cpuUsage();
    run.seek(position);
    const { user, system } = process.cpuUsage(spent);
    return Math.min(performance.now() - from, (user + system) / 1000);
  });
  return { events, bytesPerEvent: bytes / events, seeks };
}

export const contestants: Readonly<Record<string, () => unknown>> = {
  'busy-frames': busy,
  'busy-long': longRun,
};

export function run(): { rows: Row[] } {
  const { seconds, events, writes, frames } = inProcess<Busy>('busy-frames', ['--expose-gc']);
  const long = inProcess<Long>('busy-long', ['--expose-gc']);
  const frame = quantile(frames, 0.99);
  const seek = quantile(long.seeks, 0.99);
  return {
    rows: [
      {
        name: '9 servers, 20 clients: writes a second',
        value: writes / seconds,
        unit: 'of virtual time',
      },
      { name: '… events a second', value: events / seconds, unit: 'of virtual time' },
      {
        name: '… a frame of 1/60 s, median',
        value: quantile(frames, 0.5),
        unit: 'ms of the processor',
      },
      {
        name: '… a frame of 1/60 s, p99',
        value: frame,
        unit: 'ms of the processor',
        aim: '≤ 16.7',
        ok: frame <= 16.7,
      },
      { name: '3 servers, 3 clients: events', value: long.events, unit: '' },
      {
        name: '… history, all in',
        value: long.bytesPerEvent,
        unit: 'B/event',
        aim: '< 64',
        ok: long.bytesPerEvent < 64,
      },
      { name: '… seek, median', value: quantile(long.seeks, 0.5), unit: 'ms' },
      { name: '… seek, p99', value: seek, unit: 'ms', aim: '≤ 2', ok: seek <= 2 },
    ],
  };
}
