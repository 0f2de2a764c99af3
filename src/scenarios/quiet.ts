import { FIN } from '../kernel/flight.ts';
import { DISK, INPUT, MESSAGE, NETWORK, START, SYN, SYNCED, TIMER } from '../kernel/pending.ts';
import type { Pending } from '../kernel/pending.ts';
import type { AnyWorld, Protocol } from './protocol.ts';

/** Whether nothing is pending but pings and waiting. Held messages and paused processes wait. */
export function isQuiet(world: AnyWorld, { waiting }: Protocol): boolean {
  for (const event of world.pending()) if (matters(world, event, waiting)) return false;
  return true;
}

function matters(world: AnyWorld, event: Pending, waiting: ReadonlySet<string>): boolean {
  const { model, network } = world;
  const process = world.process(event.pid);
  if (process.liveness === 'paused') return false;
  switch (event.kind) {
    case MESSAGE: {
      const flight = network.flights.get(event.ref);
      if (flight === undefined || flight.due !== event.seq || !process.running) return false;
      return (
        flight.message === FIN || !model.describe(flight.message, flight.from, flight.to).routine
      );
    }
    case TIMER:
      return process.timerIs(event) && !waiting.has(event.type);
    case DISK:
    case SYNCED:
      return process.life === event.life && !model.routine(event.type);
    case SYN:
      return network.connections.has(event.ref);
    case NETWORK:
    case START:
    case INPUT:
      return process.life === event.life;
  }
}
