/** What a person does to one message: hold it, release it, deliver it now, drop it, repeat it. */
import type { Micros, Pid } from '../view/time.ts';
import { hastenAnswer } from './connections.ts';
import type { Core } from './core.ts';
import { Flight } from './flight.ts';
import { latencyOf, lose, scheduleArrival } from './traffic.ts';

const facts = {
  hold: 'message-held',
  release: 'message-released',
  deliver: 'message-delivered-now',
  drop: 'message-dropped',
  duplicate: 'message-duplicated',
} as const;

/** Does it; `refusal.ts` has made sure that the message is there and that its link allows it. */
export function handle(world: Core, kind: keyof typeof facts, id: number): void {
  const flight = world.network.flights.get(id);
  if (flight === undefined) return;
  switch (kind) {
    case 'hold':
      hold(world, flight);
      break;
    case 'release':
      release(world, flight);
      break;
    case 'deliver':
      deliver(world, flight);
      break;
    case 'drop':
      lose(world, id);
      break;
    case 'duplicate':
      duplicate(world, flight);
      break;
  }
  world.recorder?.fact(null, facts[kind], { message: id, from: flight.from, to: flight.to });
}

/** It waits, and so does all that is behind it in its lane or comes later. */
function hold(world: Core, flight: Flight): void {
  const lane = world.network.laneOf(flight);
  if (lane !== null) lane.holding = true;
  for (const each of laneFlights(world, flight)) {
    if (each.id >= flight.id) {
      world.network.flights.set(each.moved(each.arrivesAt, -1));
    }
  }
}

/** All that is held in its lane leaves together now, in its order. */
function release(world: Core, flight: Flight): void {
  const { from, to } = flight;
  const lane = world.network.laneOf(flight);
  for (const each of laneFlights(world, flight)) {
    if (!each.held) continue;
    const arrivesAt = Math.max(
      world.time + latencyOf(world, from, to),
      lane === null ? 0 : lane.lastArrival,
    );
    if (lane !== null) lane.lastArrival = arrivesAt;
    move(world, each, arrivesAt);
  }
  if (lane !== null) lane.holding = false;
}

/** It arrives now or after so long, behind all that stands before it in its lane. What is held behind it stays so. */
function deliver(world: Core, flight: Flight, travels: Micros = 0): void {
  const { network, time } = world;
  const connection = network.connections.get(flight.connection);
  if (connection !== undefined && flight.to === connection.dialer) hastenAnswer(world, connection);
  const inLane = laneFlights(world, flight);
  for (const each of inLane) if (each.id <= flight.id) move(world, each, time + travels);
  const lane = network.laneOf(flight);
  if (lane !== null) lane.holding = inLane.some((each) => each.id > flight.id && each.held);
}

/** [Io.deliver] */
export function deliverNewest(
  world: Core,
  from: Pid,
  to: Pid,
  types: readonly string[],
  travels: Micros,
): boolean {
  const newest = world.network.flights.newestHeld(from, to, types);
  if (newest === undefined) return false;
  deliver(world, newest, travels);
  return true;
}

/** [Io.drop] */
export function dropNewest(world: Core, from: Pid, to: Pid, types: readonly string[]): boolean {
  const newest = world.network.flights.newestHeld(from, to, types);
  if (newest === undefined || newest.nature !== 'datagram') return false;
  lose(world, newest.id);
  return true;
}

/** The same datagram once more, sent now. */
function duplicate(world: Core, flight: Flight): void {
  const { network, time, step } = world;
  const { from, to, nature, connection, message } = flight;
  const id = network.nextFlight++;
  const arrivesAt = time + latencyOf(world, from, to);
  const due = world.model.byHand === true ? -1 : scheduleArrival(world, arrivesAt, to, id);
  const copy = new Flight(id, from, to, nature, connection, message, time, step, arrivesAt, due);
  network.flights.set(copy);
}

function move(world: Core, flight: Flight, arrivesAt: Micros): void {
  const due = scheduleArrival(world, arrivesAt, flight.to, flight.id);
  // What was held leaves its sender only now.
  const leftAt = flight.held ? world.time : flight.leftAt;
  world.network.flights.set(flight.moved(arrivesAt, due, leftAt));
}

/** The flights in the same lane, oldest first; the flight alone for datagrams. */
function laneFlights(world: Core, flight: Flight): Flight[] {
  if (flight.nature === 'datagram') return [flight];
  return world.network.flights
    .values()
    .filter(
      ({ nature, connection, from, to }) =>
        nature === flight.nature &&
        connection === flight.connection &&
        from === flight.from &&
        to === flight.to,
    );
}
