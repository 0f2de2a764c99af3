import type { Model } from '../../kernel/model.ts';
import { linkKey } from '../../kernel/model.ts';
import type { Latency } from '../../view/intervention.ts';
import type { ElectionSetup } from '../../view/election-setup.ts';
import type { Pid } from '../../view/time.ts';
import { configOf, initialDiskOf } from './config.ts';
import type { Config } from './config.ts';
import type { Disk } from './disk.ts';
import { blankDisk } from './disk.ts';
import { essence } from './essence.ts';
import { noGhost, remember } from './ghost.ts';
import type { Ghost } from './ghost.ts';
import { invariants } from './invariants.ts';
import { describe } from './messages.ts';
import { bootServer } from './server.ts';
import type { Server } from './server.ts';
import { machinesOf } from './tables.ts';

export interface ElectionOptions {
  readonly latency?: Latency;
  readonly links?: readonly { readonly from: Pid; readonly to: Pid; readonly latency: Latency }[];
  readonly diskLatency?: Latency;
}

export interface ElectionModel extends Model<Server, Disk, Ghost> {
  readonly config: Config;
}

/**
 * ZooKeeper's leader election, up to an established leader, with a stand-in for its data.
 * @throws SetupRefused when the setup cannot be run
 */
export function electionModel(setup: ElectionSetup, options: ElectionOptions = {}): ElectionModel {
  const config = configOf(setup);
  const golden = config.profile === 'golden';
  const disks = new Map(config.servers.map((sid) => [sid, initialDiskOf(setup, sid)]));
  const machines = machinesOf(config);
  return {
    name: 'election',
    config,
    pids: config.servers,
    nameOf: (pid) => `S${pid}`,
    machines: () => machines,
    nature: golden ? 'fifo' : 'none',
    latency: options.latency ?? (golden ? goldenLatency : usualLatency),
    links: new Map(
      (options.links ?? []).map(({ from, to, latency }) => [linkKey(from, to), latency]),
    ),
    diskLatency: options.diskLatency ?? (golden ? noLatency : usualDiskLatency),
    initialDisk: (pid) => disks.get(pid) ?? blankDisk,
    blankDisk: () => blankDisk,
    boot: (pid, disk) => bootServer(config, pid, disk),
    initialGhost: noGhost,
    remember,
    invariants,
    essence,
    describe,
    routine: (type) => routineTypes.has(type),
  };
}

const goldenLatency: Latency = { kind: 'fixed', us: 10_000 };
const usualLatency: Latency = { kind: 'uniform', min: 300, max: 900 };
const usualDiskLatency: Latency = { kind: 'uniform', min: 1000, max: 4000 };
const noLatency: Latency = { kind: 'fixed', us: 0 };

const routineTypes: ReadonlySet<string> = new Set([
  'TICK',
  'FILES_WRITTEN',
  'ELECTION_CONNECT_TIMEOUT',
]);

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
