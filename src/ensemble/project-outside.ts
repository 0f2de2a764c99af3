/** From processes outside ZooKeeper, and clients that answer calls, to what the page draws of them. */
import type { Micros } from '../view/time.ts';
import type { OutsideView } from '../view/outside.ts';
import type { OutsideData } from '../protocols/outside/data.ts';
import type { OutsideConfig } from '../protocols/outside/outside.ts';
import type { WorldConfig } from './config.ts';
import { clientIn, outsideIn } from './member.ts';
import type { MemberProcess, MemberWorld } from './member.ts';
import { bootOutside } from './outside.ts';

/** What it knows, or would find on its disk while it is down. */
const dataOf = (config: OutsideConfig, { s, disk }: MemberProcess): OutsideData =>
  (outsideIn(s) ?? bootOutside(config, disk)).data;

function viewOf(config: OutsideConfig, process: MemberProcess, now: Micros): OutsideView {
  const { pid } = process;
  const { name } = config.setup;
  const data = dataOf(config, process);
  const clock = config.clock + Math.floor(now / 1000) + process.clock;
  switch (data.kind) {
    case 'storage': {
      const { fencing, value, greatest, refused, writes } = data;
      const writer = writes.findLast(({ accepted }) => accepted)?.writer ?? null;
      return { kind: 'storage', pid, name, fencing, value, writer, greatest, refused, writes };
    }
    case 'table': {
      const { rows, statements, vain } = data;
      return { kind: 'table', pid, name, rows, clock, statements, vain };
    }
    case 'redis': {
      const { role, keys, commands, vain } = data;
      return { kind: 'redis', pid, name, role, keys, clock, commands, vain };
    }
  }
}

/** In the order of the set-up: processes outside, then clients that answer calls. */
export function outsideViews(config: WorldConfig, world: MemberWorld<unknown>): OutsideView[] {
  return world.processes.flatMap((process): OutsideView[] => {
    const outside = config.outside.get(process.pid);
    if (outside !== undefined) return [viewOf(outside, process, world.time)];
    const client = config.clients.get(process.pid);
    if (client?.answers === undefined) return [];
    const { answered = 0, waiting = [] } = clientIn(process.s)?.provider ?? {};
    return [
      {
        kind: 'provider',
        pid: process.pid,
        name: client.name,
        answered,
        failed: 0,
        waiting: waiting.length,
      },
    ];
  });
}
