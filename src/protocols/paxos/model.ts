import type { Model } from '../../kernel/model.ts';
import { linksOf } from '../../kernel/network-options.ts';
import type { NetworkOptions } from '../../kernel/network-options.ts';
import { startsOf } from '../../kernel/starts.ts';
import type { Start } from '../../kernel/starts.ts';
import type { Latency } from '../../view/intervention.ts';
import type { PaxosSetup } from '../../view/paxos-setup.ts';
import { configOf } from './config.ts';
import type { Config } from './config.ts';
import { paxosEssence } from './essence.ts';
import { remember } from './ghost.ts';
import { noGhost } from './history.ts';
import type { Ghost } from './history.ts';
import { invariants } from './invariants.ts';
import { blankDisk, bootMember } from './member.ts';
import type { Disk, Member } from './member.ts';
import { describer } from './messages.ts';
import { machinesOf } from './tables.ts';

export interface PaxosModel extends Model<Member, Disk, Ghost> {
  readonly config: Config;
}

/**
 * Single-decree Paxos over datagrams, with disks.
 * @throws SetupRefused when the set-up cannot be run
 */
export function paxosModel(setup: PaxosSetup, options: NetworkOptions = {}): PaxosModel {
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
    links: linksOf(options),
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
    essence: paxosEssence(config),
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

/** When the processes of a set-up start by themselves. */
export function paxosStarts(setup: PaxosSetup): Start[] {
  const { scheduler } = configOf(setup);
  return startsOf([
    ...setup.processes.map(({ id, startMs = 0 }) => [id, startMs] as const),
    ...(scheduler === null ? [] : [[scheduler.pid, 0] as const]),
  ]);
}
