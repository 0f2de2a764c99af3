/**
 * What happens to messages: sending, arriving, losing. Rules of the three natures of a link: TCP
 * loses and repeats nothing inside a connection, and a broken connection delivers nothing more; a
 * FIFO channel is the same without dialling (specification §0.3); datagrams may be lost, repeated
 * and overtaken.
 */
import type { LinkNature } from '../view/frame.ts';
import type { Latency } from '../view/intervention.ts';
import type { Micros, Pid } from '../view/time.ts';
import type { Lane } from './connection.ts';
import type { Core } from './core.ts';
import { FIN, Flight } from './flight.ts';
import { draw } from './latency.ts';
import type { Message } from './model.ts';
import { linkKey } from './model.ts';
import { MESSAGE } from './pending.ts';

/** The latency that a link has now: set by hand, or the model's own. Two pids that differ. */
export function linkLatency({ network, model }: Core, from: Pid, to: Pid): Latency {
  const key = linkKey(from, to);
  const byHand = network.faults.size === 0 ? null : (network.faults.get(key)?.latency ?? null);
  return byHand ?? network.latency ?? model.links.get(key) ?? model.latency;
}

/** How long the next message of a link takes. */
export function latencyOf(world: Core, from: Pid, to: Pid): Micros {
  const { network } = world;
  // What a process sends to itself takes no time, whatever its links are like.
  if (from === to) return 0;
  const key = linkKey(from, to);
  const latency = linkLatency(world, from, to);
  if (latency.kind === 'fixed') return latency.us;
  if (latency.kind !== 'listed') return draw(latency, world.random, 0);
  return draw(latency, world.random, network.countCarried(key));
}

/** Sends a message on its way; behind a held one it is held too. */
export function launch(
  world: Core,
  from: Pid,
  to: Pid,
  nature: LinkNature,
  connection: number,
  lane: Lane | null,
  message: Message,
): void {
  const { network, time, step } = world;
  const id = network.nextFlight++;
  let arrivesAt = time + latencyOf(world, from, to);
  let due = -1;
  if (lane !== null) {
    if (arrivesAt < lane.lastArrival) arrivesAt = lane.lastArrival;
    lane.lastArrival = arrivesAt;
  }
  const waits = lane === null ? world.model.byHand === true : lane.holding;
  if (!waits) due = scheduleArrival(world, arrivesAt, to, id);
  const flight = new Flight(id, from, to, nature, connection, message, time, step, arrivesAt, due);
  network.flights.set(flight);
  if (world.recorder !== null && message !== FIN) world.recorder.sends(flight);
}

/** @returns the number of the pending delivery */
export const scheduleArrival = (world: Core, time: Micros, to: Pid, id: number): number =>
  world.schedule(time, MESSAGE, to, id, '', null, 0).seq;

/** [Io.send] */
export function sendOn(world: Core, from: Pid, connectionId: number, message: Message): void {
  const connection = world.network.connections.get(connectionId);
  if (connection === undefined || connection.gone(from)) return;
  if (from === connection.dialer && connection.phase !== 'open') return;
  const to = connection.peerOf(from);
  const lane = connection.lane(from);
  if (lane.severed || connection.gone(to)) return;
  launch(world, from, to, 'tcp', connectionId, lane, message);
}

/**
 * [Io.sendTo]
 * @throws RangeError when there is no such process, or the model only knows connections
 */
export function sendTo(world: Core, from: Pid, to: Pid, message: Message): void {
  const { network } = world;
  const { nature } = world.model;
  const { running } = world.process(to);
  if (nature === 'none') throw new RangeError(`a model of nature 'none' cannot send to ${to}`);
  if (network.isCut(linkKey(from, to))) return;
  if (nature === 'fifo') {
    if (running) launch(world, from, to, 'fifo', 0, network.channel(from, to), message);
    return;
  }
  const fault = network.faults.get(linkKey(from, to));
  const copies = fault !== undefined && world.random.unit() < fault.duplication ? 2 : 1;
  for (let copy = 0; copy < copies; copy++) {
    launch(world, from, to, 'datagram', 0, null, message);
    if (fault !== undefined && fault.loss > 0 && world.random.unit() < fault.loss) {
      lose(world, network.nextFlight - 1);
    }
  }
}

/** A flight ends nowhere. */
export function lose(world: Core, id: number): void {
  const flight = world.network.flights.get(id);
  if (flight === undefined) return;
  world.network.flights.delete(id);
  if (flight.message !== FIN) world.recorder?.loses(flight);
}

/** Loses every flight that the test picks. */
export function loseAll(world: Core, which: (flight: Flight) => boolean): void {
  for (const { id } of world.network.flights.values().filter(which)) lose(world, id);
}

/** Loses what is between two processes on the way; what waits at a paused process has arrived. */
export function loseOnTheWay(world: Core, from: Pid, to: Pid): void {
  const { time } = world;
  loseAll(
    world,
    (flight) =>
      flight.from === from && flight.to === to && (flight.held || flight.arrivesAt >= time),
  );
}
