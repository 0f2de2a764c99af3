/**
 * What a run by hand still leaves to chance. How long a message takes is not among it: it waits for the
 * schedule, or for a hand, whatever its latency. As long as anything is, no state comes again: the
 * generator has moved on.
 */
import { linkKey } from '../../kernel/model.ts';
import type { World } from '../../kernel/world.ts';
import type { Latency } from '../../view/intervention.ts';
import type { ChanceView } from '../../view/paxos.ts';
import { retryOf } from './config.ts';
import type { Config } from './config.ts';
import type { Ghost, PaxosWorld } from './history.ts';
import type { Disk, Member } from './member.ts';

type Running = World<Member, Disk, Ghost>;

const healthy = { loss: 0, duplication: 0 };

export const isDrawn = ({ kind }: Latency): boolean => kind === 'uniform' || kind === 'normal';

/** By name: links that lose or double messages, disks, and proposers that draw how long they wait. */
export function chanceLeft(world: PaxosWorld, config: Config): readonly ChanceView[] {
  const { model, network, processes } = world as Running;
  const left: ChanceView[] = [];
  for (const from of config.members) {
    for (const to of config.members) {
      const { loss, duplication } = network.faults.get(linkKey(from, to)) ?? healthy;
      if (loss > 0) left.push({ of: 'loss', from, to });
      if (duplication > 0) left.push({ of: 'duplication', from, to });
    }
  }
  for (const { pid, diskLatency } of processes) {
    const writes = config.acceptors.includes(pid) || config.proposers.includes(pid);
    if (writes && isDrawn(diskLatency ?? model.diskLatency))
      left.push({ of: 'disk', from: pid, to: pid });
  }
  for (const pid of config.proposers) {
    const { policy } = retryOf(config, pid);
    if (policy === 'random' || policy === 'exponential')
      left.push({ of: 'wait', from: pid, to: pid });
  }
  return left;
}
