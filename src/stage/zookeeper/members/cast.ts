import type { Frame } from '../../../view/frame.ts';
import type { Pid } from '../../../view/time.ts';
import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { isDown } from '../../states.ts';
import type { Cast } from './places.ts';

/** Who leads, or is about to: of several the one of the newest epoch, which the others will hear of. */
export function leadingIn({
  processes,
  detail,
}: Pick<Frame<ZooKeeperDetail>, 'processes' | 'detail'>): Pid | null {
  let found: { pid: Pid; epoch: number } | null = null;
  for (const process of processes) {
    if (isDown(process) || process.state !== 'LEADING') continue;
    const member = detail.servers.find(({ pid }) => pid === process.pid)?.member;
    const epoch = member?.acceptedEpoch ?? 0;
    if (found === null || epoch > found.epoch) found = { pid: process.pid, epoch };
  }
  return found?.pid ?? null;
}

/** Voters first, as everywhere. */
export function castOf(frame: Pick<Frame<ZooKeeperDetail>, 'processes' | 'detail'>): Cast {
  const { servers, clients, ensemble } = frame.detail;
  const all = servers.map(({ pid }) => ({
    pid,
    observer: ensemble?.observers.includes(pid) === true,
  }));
  return {
    servers: [
      ...all.filter(({ observer }) => !observer),
      ...all.filter(({ observer }) => observer),
    ],
    leader: leadingIn(frame),
    clients: clients.map(({ pid, server }) => ({ pid, home: server })),
  };
}
