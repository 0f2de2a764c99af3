/**
 * What is undelivered for long is folded: of the messages of one type that wait at one end of a link,
 * one stands for all, with their number. So what a frame holds is bounded by the links, however long
 * a run holds messages back.
 */
import { FIN } from '../kernel/flight.ts';
import type { Flight } from '../kernel/flight.ts';
import type { AnyWorld } from '../scenarios/protocol.ts';

/** So many of a type are shown each by itself. */
const FEW = 3;

/** A message on stage. */
export interface Shown {
  readonly flight: Flight;
  /** How many more wait with it. */
  readonly piled: number;
}

/** What waits in one place: its number, and of many at least the one that is shown. */
interface Waiting {
  readonly flights: Flight[];
  count: number;
}

/** Where a message waits: held at its sender, or at a receiver that is paused. Null: it moves. */
export function placeOf(world: AnyWorld, flight: Flight): string | null {
  const { held, arrivesAt, from, to, nature, connection, message } = flight;
  const waits = held || (arrivesAt <= world.time && world.process(to).liveness === 'paused');
  return waits ? `${from} ${to} ${nature} ${connection} ${held} ${message.type}` : null;
}

/** All that is under way: what waits by its places, and what moves. */
function sorted(world: AnyWorld): { places: Map<string, Waiting>; moving: Flight[] } {
  const { flights } = world.network;
  const places = new Map<string, Waiting>();
  const moving: Flight[] = [];
  for (const pile of flights.piles()) {
    const known = pile.size > FEW ? pile.newest(1) : pile.values();
    const place = known[0] === undefined ? null : placeOf(world, known[0]);
    if (place !== null) places.set(place, { flights: known, count: pile.size });
  }
  for (const flight of flights.loose()) {
    if (flight.message === FIN) continue;
    const place = placeOf(world, flight);
    const there = place === null ? null : places.get(place);
    if (place === null) moving.push(flight);
    else if (there) {
      there.flights.push(flight);
      there.count++;
    } else places.set(place, { flights: [flight], count: 1 });
  }
  return { places, moving };
}

const byNumber = (a: Flight, b: Flight): number => a.id - b.id;

/** Of datagrams the newest stands for all; in a channel the others wait for the oldest one. */
function standsForAll(flights: readonly Flight[]): Flight | undefined {
  const inOrder = flights.toSorted(byNumber);
  return inOrder[0]?.nature === 'datagram' ? inOrder.at(-1) : inOrder[0];
}

/** The messages that are shown, in the order in which they were sent. */
export function shownFlights(world: AnyWorld): Shown[] {
  const { places, moving } = sorted(world);
  const shown: Shown[] = moving.map((flight) => ({ flight, piled: 0 }));
  for (const { flights, count } of places.values()) {
    const one = count > FEW ? standsForAll(flights) : undefined;
    if (one === undefined) shown.push(...flights.map((flight) => ({ flight, piled: 0 })));
    else shown.push({ flight: one, piled: count - 1 });
  }
  return shown.sort((a, b) => byNumber(a.flight, b.flight));
}
