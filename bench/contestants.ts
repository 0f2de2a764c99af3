/** What is measured, each in a process of its own: `node … bench/main.ts --contestant NAME`. */
import process from 'node:process';
import { Digest } from '../src/kernel/digest.ts';
import { World } from '../src/kernel/world.ts';
import type { Ghost } from '../src/ensemble/election/ghost.ts';
import { electionModel } from '../src/ensemble/election/model.ts';
import type { ElectionModel } from '../src/ensemble/election/model.ts';
import { Checkpoints } from '../src/runner/checkpoints.ts';
import { Run } from '../src/runner/run.ts';
import { protocols } from '../src/scenarios/protocols.ts';
import type { Intervention } from '../src/view/intervention.ts';
import type { Disk } from '../src/zookeeper/server/disk.ts';
import type { Server } from '../src/zookeeper/server/server.ts';
import { Simulation } from './handwritten/simulation.ts';
import { drive, LATENCY, mix, SYNC } from './mix.ts';
import type { Driven } from './mix.ts';

/** What a contestant comes to. */
export interface Result {
  readonly events: number;
  /** Seconds of processor time. */
  readonly cpu: number;
  /** Of every server's state and disk at the end. */
  readonly digest: string;
}

export type ElectionWorld = World<Server, Disk, Ghost>;

const leads = (s: Pick<Server, 'peer'> | null): boolean =>
  s !== null && s.peer?.state === 'LEADING' && s.peer.phase === 'BROADCAST';

function digestOf(time: number, peers: readonly { s: object | null; disk: Disk }[]): string {
  const digest = new Digest();
  digest.mix(time);
  for (const { s, disk } of peers) digest.value([s, disk]);
  return digest.hex();
}

export const model = (): ElectionModel =>
  electionModel(mix.setup, {
    ...(mix.latency === undefined ? {} : { latency: mix.latency }),
    ...(mix.diskLatency === undefined ? {} : { diskLatency: mix.diskLatency }),
  });

/** Drives a world; what is done to it is not counted as an event. */
export function driveWorld(
  world: ElectionWorld,
  rounds: number,
  after: () => void,
  runTo = (time: number): void => {
    while (world.advance(time)) after();
  },
  minutes = 2,
): number {
  let interventions = 0;
  let now = 0;
  const intervene = (what: Intervention): void => {
    interventions++;
    world.intervene(what, now);
    after();
  };
  drive(
    {
      runTo: (time) => {
        runTo(time);
        now = time;
      },
      start: (pid) => intervene({ kind: 'start', pids: [pid] }),
      kill: (pid) => intervene({ kind: 'kill', pid }),
      write: (pid, ops) => intervene({ kind: 'input', pid, name: 'CLIENT_WRITE', data: { ops } }),
      isLeading: (pid) => leads(world.process(pid).s),
    },
    rounds,
    minutes,
  );
  return world.step - interventions;
}

/** The kernel with its invariants, keeping checkpoints as often as a run of the page does. */
function kernel(rounds: number, keeping: boolean, minutes = 2): Omit<Result, 'cpu'> {
  const world = new World(model(), mix.seed);
  const checkpoints: ElectionWorld[] = [];
  const kept = new Checkpoints();
  let newest = world.clone();
  const keep = (): void => {
    if (!kept.isDue(world.step - newest.step)) return;
    world.tidy();
    const copy = world.clone();
    kept.note(copy, newest, []);
    newest = copy;
    checkpoints.push(copy);
  };
  const events = driveWorld(world, rounds, keeping ? keep : () => {}, undefined, minutes);
  return { events, digest: digestOf(world.time, world.processes) };
}

/**
 * The long quiet run of history's aims, a million events, three times over: in a shorter one the
 * compiler and the collector decide what keeping it costs.
 */
function quiet(rounds: number, keeping: boolean): Omit<Result, 'cpu'> {
  const runs = [1, 2, 3].map(() => kernel(rounds / 5, keeping, 12));
  const events = runs.reduce((sum, each) => sum + each.events, 0);
  return { events, digest: runs.map(({ digest }) => digest).join(' ') };
}

/** Drives a run; what is done to it is not counted as an event. */
export function driveRun(run: Run, rounds: number, minutes = 2): number {
  let now = 0;
  let interventions = 0;
  const intervene = (what: Intervention): void => {
    interventions++;
    run.intervene(what, now);
  };
  drive(
    {
      runTo: (time) => {
        while (run.step(time));
        now = time;
      },
      start: (pid) => intervene({ kind: 'start', pids: [pid] }),
      kill: (pid) => intervene({ kind: 'kill', pid }),
      write: (pid, ops) => intervene({ kind: 'input', pid, name: 'CLIENT_WRITE', data: { ops } }),
      isLeading: (pid) => leads(run.world.process(pid).s as Server | null),
    },
    rounds,
    minutes,
  );
  return run.world.step - interventions;
}

/** A run as the page plays it: with facts, marks on the timeline and checkpoints. */
function played(rounds: number): Omit<Result, 'cpu'> {
  const run = new Run(protocols.election, mix, true);
  const events = driveRun(run, rounds);
  const { world } = run;
  const peers = world.processes.map(({ s, disk }) => ({
    s: s as Server | null,
    disk: disk as Disk,
  }));
  return { events, digest: digestOf(world.time, peers) };
}

function handwritten(rounds: number): Omit<Result, 'cpu'> {
  const simulation = new Simulation(model(), LATENCY, SYNC);
  let last = 0;
  const driven: Driven = {
    runTo: (time) => {
      simulation.runTo(time);
      if (simulation.lastEvent > last) last = simulation.lastEvent;
    },
    start: (pid) => simulation.start(pid),
    kill: (pid) => simulation.kill(pid),
    write: (pid, ops) => simulation.write(pid, ops),
    isLeading: (pid) => leads(simulation.peer(pid).s),
  };
  drive(driven, rounds);
  return { events: simulation.events, digest: digestOf(last, simulation.peers) };
}

const contestants: Readonly<Record<string, (rounds: number) => Omit<Result, 'cpu'>>> = {
  kernel: (rounds) => kernel(rounds, true),
  'quiet-keeping': (rounds) => quiet(rounds, true),
  'quiet-forgetting': (rounds) => quiet(rounds, false),
  played,
  handwritten,
};

/** Rounds of the mix to warm up with, and to measure. */
const WARM_UP = 30;
const MEASURED = 400;

/** @throws RangeError for an unknown name */
export function contest(name: string): Result {
  const contestant = contestants[name];
  if (contestant === undefined) throw new RangeError(`no contestant ${name}`);
  contestant(WARM_UP);
  const before = process.cpuUsage();
  const result = contestant(MEASURED);
  const { user, system } = process.cpuUsage(before);
  return { ...result, cpu: (user + system) / 1e6 };
}
