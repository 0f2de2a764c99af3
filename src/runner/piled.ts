import type { Flight } from '../kernel/flight.ts';
import type { AnyWorld } from '../scenarios/protocol.ts';
import type { MessageView } from '../view/frame.ts';
import { messageView } from './frame.ts';
import { placeOf } from './piles.ts';
import type { Run } from './run.ts';

/** So many messages of a pile are told at most. */
const MOST = 1000;

/** The messages that wait with one that is shown for all of them, newest first. */
export const piledMessages = (run: Run, id: number): MessageView[] =>
  pileOf(run.world, id, MOST).map((flight) => messageView(run, flight, 0));

/** Those that wait with a message, newest first, at most so many. */
function pileOf(world: AnyWorld, id: number, most: number): Flight[] {
  const { flights } = world.network;
  const one = flights.get(id);
  const place = one === undefined ? null : placeOf(world, one);
  if (one === undefined || place === null) return [];
  const loose = flights
    .loose()
    .filter((flight) => flight.id !== id && placeOf(world, flight) === place);
  const piled = one.held ? flights.pile(one.from, one.to, one.message.type) : null;
  const old = (piled?.newest(most + 1) ?? []).filter((flight) => flight.id !== id);
  return [...loose, ...old].toSorted((a, b) => b.id - a.id).slice(0, most);
}
