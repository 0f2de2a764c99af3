/** Whose disks a path is about. */
import { hasVoterQuorum } from '../../../protocols/election/config.ts';
import { quorumOf } from '../../../protocols/election/majority.ts';
import { serverIn } from '../../../ensemble/member.ts';
import type { Pid } from '../../../view/time.ts';
import type { ScenarioFile } from '../../../view/scenario.ts';
import type { ZooKeeperSetup } from '../../../view/zookeeper-setup.ts';
import type { PathWorld } from './held.ts';

export interface Members {
  /** By their ids, observers behind the voters. */
  readonly pids: readonly Pid[];
  readonly voters: readonly Pid[];
}

export function membersOf({ setup }: ScenarioFile): Members {
  const { servers } = setup as ZooKeeperSetup;
  const inOrder = servers.toSorted((a, b) => a.sid - b.sid);
  const sidsOf = (observer: boolean): Pid[] =>
    inOrder.filter((each) => (each.observer === true) === observer).map(({ sid }) => sid);
  const voters = sidsOf(false);
  return { pids: [...voters, ...sidsOf(true)], voters };
}

/** Whether these are enough to decide, as the servers themselves count. */
export function areQuorum(world: PathWorld, { voters }: Members, pids: readonly Pid[]): boolean {
  for (const { s } of world.processes) {
    const peer = serverIn(s)?.peer ?? null;
    if (peer !== null) return hasVoterQuorum(peer.config, pids);
  }
  return voters.filter((pid) => pids.includes(pid)).length >= quorumOf(voters.length);
}
