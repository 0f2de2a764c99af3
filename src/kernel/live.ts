import { MESSAGE, SYN, TIMER } from './pending.ts';
import type { Pending } from './pending.ts';
import type { Network } from './network.ts';
import type { Process } from './process.ts';

/** Whether what an event is about still stands. Once it does not, it never will again. */
export function isLive(
  event: Pending,
  process: Pick<Process<unknown, unknown>, 'timerIs' | 'life'>,
  network: Network,
): boolean {
  switch (event.kind) {
    case MESSAGE:
      return network.flights.get(event.ref)?.due === event.seq;
    case TIMER:
      return process.timerIs(event);
    case SYN:
      return network.connections.has(event.ref);
    default:
      return process.life === event.life;
  }
}
