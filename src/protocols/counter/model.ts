import type { Model } from '../../kernel/model.ts';
import { linkKey } from '../../kernel/model.ts';
import type { Latency } from '../../view/intervention.ts';
import type { CounterSetup } from '../../view/scenario.ts';
import type { Pid } from '../../view/time.ts';
import { configOf, nameIn } from './config.ts';
import type { Config } from './config.ts';
import { invariantsOf } from './invariants.ts';
import { machinesOf } from './machines.ts';
import { blankDisk, Member } from './member.ts';
import type { Disk } from './member.ts';
import { describe } from './messages.ts';

export interface CounterOptions {
  readonly latency?: Latency;
  readonly links?: readonly { readonly from: Pid; readonly to: Pid; readonly latency: Latency }[];
  readonly diskLatency?: Latency;
}

export interface CounterModel extends Model<Member, Disk, null> {
  readonly config: Config;
}

/** Callers and one counter, over datagrams that may be lost, late, doubled or overtaken. */
export function counterModel(setup: CounterSetup, options: CounterOptions = {}): CounterModel {
  const config = configOf(setup);
  return {
    name: 'counter',
    config,
    pids: config.pids,
    nameOf: (pid) => nameIn(config, pid),
    machines: (pid) => machinesOf(config, pid),
    nature: 'datagram',
    latency: options.latency ?? { kind: 'uniform', min: 10_000, max: 200_000 },
    links: new Map(
      (options.links ?? []).map(({ from, to, latency }) => [linkKey(from, to), latency]),
    ),
    diskLatency: options.diskLatency ?? { kind: 'fixed', us: 2000 },
    initialDisk: () => blankDisk,
    blankDisk: () => blankDisk,
    diskless: new Set(config.pids.filter((pid) => pid !== config.server)),
    boot: (pid, disk) => new Member(config, pid, disk),
    initialGhost: null,
    remember: (ghost) => ghost,
    invariants: invariantsOf(config),
    describe,
    routine: () => false,
  };
}
