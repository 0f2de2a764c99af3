/**
 * What happens to messages: sending, arriving, losing, holding. Rules of the three natures of a
 * link: TCP loses and repeats nothing inside a connection, and a broken connection delivers
 * nothing more; a FIFO channel is the same without dialling (specification §0.3); datagrams may be
 * lost, repeated and overtaken.
 */
import type { Micros, Pid } from '../view/time.ts';
import { draw } from './latency.ts';
import type { Message } from './model.ts';
import { linkKey } from './model.ts';
import { Connection, FIN, Flight, Lane } from './network.ts';
import { MESSAGE, NETWORK, SYN } from './pending.ts';
import type { World } from './world.ts';

type AnyWorld = World<unknown, unknown, unknown>;

/** What `CONNECTED`, `CLOSED`, `LINK_UP` and `LINK_DOWN` tell a process. */
export interface NetworkNews {
  readonly peer: Pid;
  readonly connection: number;
  readonly port: string;
  readonly reason: string;
  readonly dialled: boolean;
}

export function latencyOf(world: AnyWorld, from: Pid, to: Pid): Micros {
  const { network, model } = world;
  const key = linkKey(from, to);
  const latency =
    network.faults.get(key)?.latency ?? network.latency ?? model.links.get(key) ?? model.latency;
  if (latency.kind === 'fixed') return latency.us;
  const count = network.carried.get(key) ?? 0;
  if (latency.kind === 'listed') network.carried.set(key, count + 1);
  return draw(latency, world.random, count);
}

function launch(
  world: AnyWorld,
  from: Pid,
  to: Pid,
  nature: 'tcp' | 'fifo' | 'datagram',
  connection: number,
  lane: Lane | null,
  message: Message,
): void {
  const { network } = world;
  const id = network.nextFlight++;
  let arrivesAt = world.time + latencyOf(world, from, to);
  if (lane !== null) {
    if (arrivesAt < lane.lastArrival) arrivesAt = lane.lastArrival;
    lane.lastArrival = arrivesAt;
  }
  const held = lane !== null && lane.heldFrom !== 0;
  const due = held ? -1 : world.schedule(arrivesAt, MESSAGE, to, id, '', null, 0);
  const flight = new Flight(
    id,
    from,
    to,
    nature,
    connection,
    message,
    world.time,
    world.step,
    arrivesAt,
    due,
  );
  network.flights.set(id, flight);
  if (message !== FIN) world.recorder?.sends(flight);
}

/** [Io.send] */
export function sendOn(world: AnyWorld, from: Pid, connectionId: number, message: Message): void {
  const connection = world.network.connections.get(connectionId);
  if (connection === undefined || connection.gone(from)) return;
  if (from === connection.dialer && connection.phase !== 'open') return;
  const to = connection.peerOf(from);
  const direction = connection.direction(from);
  if (world.network.isCut(linkKey(from, to))) direction.severed = true;
  if (direction.severed || connection.gone(to)) return;
  launch(world, from, to, 'tcp', connectionId, direction.lane, message);
}

/** [Io.sendTo] */
export function sendTo(world: AnyWorld, from: Pid, to: Pid, message: Message): void {
  const { network } = world;
  const key = linkKey(from, to);
  if (network.isCut(key)) return;
  if (world.model.nature === 'fifo') {
    if (!world.process(to).running) return;
    let lane = network.channels.get(key);
    if (lane === undefined) {
      lane = new Lane();
      network.channels.set(key, lane);
    }
    launch(world, from, to, 'fifo', 0, lane, message);
    return;
  }
  const fault = network.faults.get(key);
  const copies = fault !== undefined && world.random.unit() < fault.duplication ? 2 : 1;
  for (let copy = 0; copy < copies; copy++) {
    launch(world, from, to, 'datagram', 0, null, message);
    if (fault !== undefined && fault.loss > 0 && world.random.unit() < fault.loss) {
      lose(world, world.network.nextFlight - 1);
    }
  }
}

/** A flight ends nowhere. */
export function lose(world: AnyWorld, id: number): void {
  const flight = world.network.flights.get(id);
  if (flight === undefined) return;
  world.network.flights.delete(id);
  if (flight.message !== FIN) world.recorder?.lost.push(flight);
}

/** Loses every flight that the test picks. */
export function loseAll(world: AnyWorld, which: (flight: Flight) => boolean): void {
  for (const flight of world.network.flights.values()) if (which(flight)) lose(world, flight.id);
}

/** [Io.dial] */
export function dial(world: AnyWorld, from: Pid, to: Pid, port: string): number {
  const { network } = world;
  const id = network.nextConnection++;
  const connection = new Connection(id, from, to, port, world.process(from).life, 0);
  network.connections.set(id, connection);
  if (network.isCut(linkKey(from, to))) {
    connection.there.severed = true;
  } else {
    world.schedule(world.time + latencyOf(world, from, to), SYN, to, id, 'SYN', null, 0);
  }
  return id;
}

/** The dialler's request arrives. */
export function arriveSyn(world: AnyWorld, connection: Connection): void {
  const { id, dialer, acceptor, port } = connection;
  const process = world.process(acceptor);
  const news = { peer: dialer, connection: id, port, reason: '', dialled: false };
  if (!process.running || !process.ports.includes(port)) {
    world.network.connections.delete(id);
    if (!world.network.isCut(linkKey(acceptor, dialer))) {
      tell(world, dialer, latencyOf(world, acceptor, dialer), 'CLOSED', {
        ...news,
        peer: acceptor,
        reason: 'refused',
        dialled: true,
      });
    }
    return;
  }
  connection.phase = 'accepted';
  connection.acceptorLife = process.life;
  if (world.network.isCut(linkKey(acceptor, dialer))) {
    connection.back.severed = true;
  } else {
    const delay = latencyOf(world, acceptor, dialer);
    connection.back.lane.lastArrival = world.time + delay;
    tell(world, dialer, delay, 'CONNECTED', { ...news, peer: acceptor, dialled: true });
  }
  tell(world, acceptor, 0, 'CONNECTED', news);
}

/** Schedules news for a process. */
export function tell(
  world: AnyWorld,
  pid: Pid,
  delay: Micros,
  type: string,
  news: NetworkNews,
): void {
  const { life } = world.process(pid);
  world.schedule(world.time + delay, NETWORK, pid, news.connection, type, news, life);
}

/** [Io.close] */
export function close(world: AnyWorld, pid: Pid, connectionId: number): void {
  const connection = world.network.connections.get(connectionId);
  if (connection === undefined || connection.gone(pid)) return;
  connection.leave(pid);
  loseAll(world, (flight) => flight.connection === connectionId && flight.to === pid);
  const peer = connection.peerOf(pid);
  if (connection.gone(peer)) {
    world.network.connections.delete(connectionId);
    return;
  }
  const direction = connection.direction(pid);
  if (world.network.isCut(linkKey(pid, peer))) direction.severed = true;
  if (direction.severed || connection.phase === 'dialling') return;
  launch(world, pid, peer, 'tcp', connectionId, direction.lane, FIN);
}

/** The FIN arrives: the end that had not left yet is told. */
export function closed(world: AnyWorld, connection: Connection, pid: Pid): NetworkNews | null {
  const { id, port } = connection;
  world.network.connections.delete(id);
  loseAll(world, (flight) => flight.connection === id);
  if (connection.gone(pid)) return null;
  const dialled = pid === connection.dialer;
  return { peer: connection.peerOf(pid), connection: id, port, reason: 'closed', dialled };
}

/**
 * Breaks a connection now: what is under way in it is lost, and the ends given (if they still
 * hold it) are told after `delay`.
 */
export function breakConnection(
  world: AnyWorld,
  connection: Connection,
  ends: readonly Pid[],
  delay: Micros,
): void {
  const { id, port, dialer } = connection;
  world.network.connections.delete(id);
  loseAll(world, (flight) => flight.connection === id);
  for (const pid of ends) {
    if (connection.gone(pid)) continue;
    if (pid !== dialer && connection.phase === 'dialling') continue;
    const peer = connection.peerOf(pid);
    const news = { peer, connection: id, port, reason: 'reset', dialled: pid === dialer };
    tell(world, pid, delay, 'CLOSED', news);
  }
}

/** A process is gone at once: its channels end, and whoever can hear it is told. */
export function dropProcess(world: AnyWorld, pid: Pid): void {
  const { network, model } = world;
  for (const connection of [...network.connections.values()]) {
    if (connection.dialer !== pid && connection.acceptor !== pid) continue;
    const peer = connection.peerOf(pid);
    const unheard =
      network.isCut(linkKey(pid, peer)) ||
      connection.direction(pid).severed ||
      !world.process(peer).running;
    if (unheard && world.process(peer).running) {
      // The other end still believes in it, until its own time-out or a mended link.
      connection.leave(pid);
      connection.direction(peer).severed = true;
      connection.direction(pid).severed = true;
      loseAll(world, (flight) => flight.connection === connection.id);
      if (connection.gone(peer)) network.connections.delete(connection.id);
    } else {
      breakConnection(world, connection, [peer], 0);
    }
  }
  if (model.nature === 'none') return;
  if (model.nature === 'datagram') {
    return;
  }
  loseAll(world, (f) => f.nature === 'fifo' && (f.from === pid || f.to === pid));
  for (const peer of model.pids) {
    if (peer === pid) continue;
    network.channels.delete(linkKey(pid, peer));
    network.channels.delete(linkKey(peer, pid));
    if (world.process(peer).running && !network.isCut(linkKey(pid, peer))) {
      tell(world, peer, 0, 'LINK_DOWN', linkNews(pid));
    }
  }
}

export const linkNews = (peer: Pid): NetworkNews => ({
  peer,
  connection: 0,
  port: '',
  reason: '',
  dialled: false,
});
