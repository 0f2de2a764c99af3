import type { Model } from '../../kernel/model.ts';
import { linkKey } from '../../kernel/model.ts';
import type { Latency } from '../../view/intervention.ts';
import type { PaxosSetup } from '../../view/paxos-setup.ts';
import type { Pid } from '../../view/time.ts';
import { configOf } from './config.ts';
import type { Config } from './config.ts';
import { remember } from './ghost.ts';
import { noGhost } from './history.ts';
import type { Ghost } from './history.ts';
import { invariants } from './invariants.ts';
import { blankDisk, bootMember } from './member.ts';
import type { Disk, Member } from './member.ts';
import { describer } from './messages.ts';
import { machinesOf } from './tables.ts';

export interface PaxosOptions {
  readonly latency?: Latency;
  readonly links?: readonly { readonly from: Pid; readonly to: Pid; readonly latency: Latency }[];
  readonly diskLatency?: Latency;
}

export interface PaxosModel extends Model<Member, Disk, Ghost> {
  readonly config: Config;
}

/**
 * Single-decree Paxos over datagrams, with disks.
 * @throws SetupRefused when the set-up cannot be run
 */
export function paxosModel(setup: PaxosSetup, options: PaxosOptions = {}): PaxosModel {
  const config = configOf(setup);
  const { members, names, scheduler, byHand, watch } = config;
  return {
    name: 'paxos',
    config,
    pids: scheduler === null ? members : [...members, scheduler.pid],
    backstage: new Set(scheduler === null ? [] : [scheduler.pid]),
    nameOf: (pid) => names.get(pid) ?? 'schedule',
    machines: (pid) => machinesOf(config, pid),
    nature: 'datagram',
    byHand,
    latency: options.latency ?? (byHand ? handLatency : usualLatency),
    links: new Map(
      (options.links ?? []).map(({ from, to, latency }) => [linkKey(from, to), latency]),
    ),
    diskLatency: options.diskLatency ?? (byHand ? noLatency : usualDiskLatency),
    initialDisk: () => blankDisk,
    blankDisk: () => blankDisk,
    diskless: new Set(
      members.filter((pid) => !config.acceptors.includes(pid) && !config.proposers.includes(pid)),
    ),
    boot: (pid, disk) => bootMember(config, pid, disk),
    initialGhost: noGhost,
    remember,
    invariants: invariants.filter(({ name }) => watch === null || watch.has(name)),
    describe: describer(config.proposers.length),
    routine: (type) => routineTypes.has(type),
  };
}

/** How long a message takes once it is released. */
const handLatency: Latency = { kind: 'fixed', us: 10_000 };
const usualLatency: Latency = { kind: 'uniform', min: 5000, max: 15_000 };
const usualDiskLatency: Latency = { kind: 'uniform', min: 500, max: 2000 };
const noLatency: Latency = { kind: 'fixed', us: 0 };

const routineTypes: ReadonlySet<string> = new Set(['BEAT', 'ROW']);

/** Whether any two quorums have an acceptor in common: what a set-up must see to. */
export const quorumsIntersect = ({ acceptors, quorum }: Config): boolean =>
  2 * quorum > acceptors.length;

/** When the processes of a set-up start by themselves, earliest first; equal times together. */
export function startsOf(setup: PaxosSetup): { atMs: number; pids: Pid[] }[] {
  const { scheduler } = configOf(setup);
  const times = new Map<number, Pid[]>();
  for (const { id, startMs = 0 } of setup.processes) {
    if (startMs !== null) times.set(startMs, [...(times.get(startMs) ?? []), id]);
  }
  if (scheduler !== null) times.set(0, [...(times.get(0) ?? []), scheduler.pid]);
  return [...times].map(([atMs, pids]) => ({ atMs, pids })).toSorted((a, b) => a.atMs - b.atMs);
}
