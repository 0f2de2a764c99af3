/**
 * An ensemble to which nobody is connected, as the election lab shows it: the servers are those of every
 * other ensemble, with their data, log and pipeline, but without a client port.
 */
import { flatten } from '../../kernel/machine/flatten.ts';
import type { Machine, Message, MessageDescription, Model } from '../../kernel/model.ts';
import { linkKey } from '../../kernel/model.ts';
import { configOf } from '../../protocols/election/config.ts';
import type { Config } from '../../protocols/election/config.ts';
import { ELECTION_PORT } from '../../protocols/election/connections.ts';
import { connectionsMachineOf } from '../../protocols/election/connections-machine.ts';
import { QUORUM_PORT } from '../../protocols/election/roles.ts';
import type { Latency } from '../../view/intervention.ts';
import type { ElectionSetup } from '../../view/election-setup.ts';
import type { Pid } from '../../view/time.ts';
import { serverConfigOf } from '../../zookeeper/config.ts';
import { commitMachine } from '../../zookeeper/quorum/commit-machine.ts';
import { describeQuorum } from '../../zookeeper/quorum/describe.ts';
import { handlerMachine } from '../../zookeeper/quorum/handler-machine.ts';
import { peerMachine } from '../../zookeeper/quorum/peer-machine.ts';
import { peerParts } from '../../zookeeper/quorum/place.ts';
import { writerMachine } from '../../zookeeper/quorum/writer-machine.ts';
import { aloneMachine } from '../../zookeeper/server/alone-machine.ts';
import { bootServer } from '../../zookeeper/server/boot.ts';
import { blankDisk } from '../../zookeeper/server/disk.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import {
  finalMachine,
  prepMachine,
  syncMachine,
} from '../../zookeeper/server/pipeline-machines.ts';
import type { Server, Settings } from '../../zookeeper/server/server.ts';
import { essence } from './essence.ts';
import { firstDisk } from './first-disks.ts';
import { ghostOf, remember } from './ghost.ts';
import type { Ghost } from './ghost.ts';
import { invariants } from './invariants.ts';

export interface ElectionOptions {
  readonly latency?: Latency;
  readonly links?: readonly { readonly from: Pid; readonly to: Pid; readonly latency: Latency }[];
  readonly diskLatency?: Latency;
}

export interface ElectionModel extends Model<Server, Disk, Ghost> {
  readonly config: Config;
}

/** 2026-11-21, 02:44:00 UTC. */
const CLOCK = 1_795_229_040_000;
/** The machines had been up for two hours, ms. */
const UPTIME = 7_200_000;
/** A stage of the pipeline works so long at one request, µs. */
const STAGE_DELAY = 100;

/** @throws SetupRefused when the setup cannot be run */
export function electionModel(setup: ElectionSetup, options: ElectionOptions = {}): ElectionModel {
  const config = configOf(setup);
  const golden = config.profile === 'golden';
  const servers = new Map(
    setup.servers.map(({ sid, round = 0 }) => {
      const disk = firstDisk(setup, sid, CLOCK);
      return [sid, { settings: settingsOf(config, sid), disk, round }];
    }),
  );
  const known = machines();
  const serving = config.standalone ? known.alone : golden ? known.golden : known.member;
  return {
    name: 'election',
    config,
    pids: config.servers,
    nameOf: (pid) => `S${pid}`,
    machines: () => serving,
    spawned: known.spawned,
    nature: golden ? 'fifo' : 'none',
    latency: options.latency ?? (golden ? goldenLatency : usualLatency),
    links: new Map(
      (options.links ?? []).map(({ from, to, latency }) => [linkKey(from, to), latency]),
    ),
    diskLatency: options.diskLatency ?? (golden ? noLatency : usualDiskLatency),
    initialDisk: (pid) => servers.get(pid)?.disk ?? blankDisk,
    blankDisk: () => blankDisk,
    boot: (pid, found) => {
      const { settings, disk, round } = servers.get(pid) ?? unknown(config, pid);
      // The round of the set-up is the first start's; whoever has written to its disk has begun.
      return bootServer(settings, found, found === disk ? round : 0);
    },
    initialGhost: ghostOf(config, [...servers.values()]),
    remember,
    invariants,
    essence,
    describe,
    routine: (type) => routineTypes.has(type),
  };
}

/** Servers say nothing else to each other. */
function describe(message: Message): MessageDescription {
  const described = describeQuorum(message);
  if (described === null) throw new RangeError(`no member says ${message.type}`);
  return described;
}

const settingsOf = (config: Config, pid: Pid): Settings => ({
  pid,
  ensemble: config.standalone ? null : config,
  leaderServes: true,
  // Port 0: it opens none.
  cfg: serverConfigOf({ tickTime: config.tickTime / 1000, clientPort: 0 }),
  cfgFile: '',
  clock: CLOCK,
  uptime: UPTIME,
  stageDelay: config.profile === 'golden' ? 0 : STAGE_DELAY,
  addresses: new Map(),
  broken: new Set(),
});

const unknown = (config: Config, pid: Pid) => ({
  settings: settingsOf(config, pid),
  disk: blankDisk,
  round: 0,
});

const goldenLatency: Latency = { kind: 'fixed', us: 10_000 };
const usualLatency: Latency = { kind: 'uniform', min: 300, max: 900 };
const usualDiskLatency: Latency = { kind: 'uniform', min: 1000, max: 4000 };
const noLatency: Latency = { kind: 'fixed', us: 0 };

const routineTypes: ReadonlySet<string> = new Set([
  'TICK',
  'FILES_WRITTEN',
  'WRITTEN_BEHIND',
  'ELECTION_CONNECT_TIMEOUT',
  'PREP',
  'SYNC',
  'FLUSHED',
  'COMMIT_STAGE',
  'FINAL',
]);

interface Machines {
  readonly alone: readonly Machine[];
  readonly golden: readonly Machine[];
  readonly member: readonly Machine[];
  readonly spawned: Readonly<Record<string, Machine>>;
}

let made: Machines | null = null;

/** Flattening takes a millisecond: once for all worlds, and only when somebody wants one. */
function machines(): Machines {
  if (made !== null) return made;
  const plain = (machine: Parameters<typeof flatten>[0]): Machine => ({ table: flatten(machine) });
  // Votes come through the other machine's connections [FastLeaderElection.Messenger].
  const peer = { table: flatten(peerMachine), ports: [QUORUM_PORT], types: ['NOTIFICATION'] };
  const connections = { table: flatten(connectionsMachineOf(peerParts)), ports: [ELECTION_PORT] };
  const writer = plain(writerMachine);
  const [prep, sync, commit, final] = [prepMachine, syncMachine, commitMachine, finalMachine].map(
    (machine) => plain(machine),
  ) as [Machine, Machine, Machine, Machine];
  made = {
    alone: [plain(aloneMachine), writer, prep, sync, final],
    // Votes need no connections.
    golden: [peer, writer, prep, sync, commit, final],
    member: [peer, connections, writer, prep, sync, commit, final],
    spawned: { handler: plain(handlerMachine) },
  };
  return made;
}

/** When the servers of a setup start by themselves, earliest first; equal times together. */
export function startsOf(setup: ElectionSetup): { atMs: number; pids: Pid[] }[] {
  const times = new Map<number, Pid[]>();
  for (const { sid, startMs } of setup.servers) {
    if (startMs === undefined || startMs === null) continue;
    const together = times.get(startMs);
    if (together === undefined) times.set(startMs, [sid]);
    else together.push(sid);
  }
  return [...times].map(([atMs, pids]) => ({ atMs, pids })).toSorted((a, b) => a.atMs - b.atMs);
}
