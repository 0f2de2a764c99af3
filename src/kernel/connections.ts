/** The life of TCP connections and FIFO channels: dialling, closing, breaking, and who hears of it. */
import type { Micros, Pid } from '../view/time.ts';
import { Connection } from './connection.ts';
import type { Core } from './core.ts';
import { FIN } from './flight.ts';
import type { Flight } from './flight.ts';
import { linkKey } from './model.ts';
import { MESSAGE, NETWORK, SYN } from './pending.ts';
import { latencyOf, launch, lose, loseAll } from './traffic.ts';

/** What `CONNECTED`, `CLOSED`, `LINK_UP` and `LINK_DOWN` tell a process. */
export interface NetworkNews {
  readonly peer: Pid;
  readonly connection: number;
  readonly port: string;
  readonly reason: string;
  readonly dialled: boolean;
}

/** What one end of a connection is told of it. */
function newsOf(connection: Connection, pid: Pid, reason: string): NetworkNews {
  const { id, port, dialer } = connection;
  const dialled = pid === dialer;
  return { peer: connection.peerOf(pid), connection: id, port, reason, dialled };
}

/** News for a process, unless it is down. */
function tell(world: Core, pid: Pid, delay: Micros, type: string, news: NetworkNews): void {
  const { running, life } = world.process(pid);
  if (!running) return;
  world.schedule(world.time + delay, NETWORK, pid, news.connection, type, news, life);
}

/** Tells a process about its FIFO channel to a peer, unless it is down. */
export function tellLink(world: Core, pid: Pid, type: 'LINK_UP' | 'LINK_DOWN', peer: Pid): void {
  tell(world, pid, 0, type, { peer, connection: 0, port: '', reason: '', dialled: false });
}

/**
 * [Io.dial]
 * @throws RangeError when there is no such process, or it is the dialler itself
 */
export function dial(world: Core, from: Pid, to: Pid, port: string): number {
  if (!world.has(to) || to === from) throw new RangeError(`process ${from} cannot dial ${to}`);
  const { network } = world;
  const id = network.nextConnection++;
  const connection = new Connection(id, from, to, port);
  network.connections.set(id, connection);
  if (network.isCut(linkKey(from, to))) {
    connection.there.severed = true;
  } else {
    world.schedule(world.time + latencyOf(world, from, to), SYN, to, id, 'SYN', null, 0);
  }
  return id;
}

/** The dialler's request arrives, unless the way was cut meanwhile. */
export function arriveSyn(world: Core, connection: Connection): void {
  const { dialer, acceptor, port, there, back } = connection;
  if (there.severed) return;
  const process = world.process(acceptor);
  if (process.dark) {
    there.severed = true;
    return;
  }
  const accepted = process.running && process.ports.includes(port);
  connection.phase = accepted ? 'accepted' : 'refused';
  if (world.network.isCut(linkKey(acceptor, dialer))) {
    back.severed = true;
  } else {
    const delay = latencyOf(world, acceptor, dialer);
    back.lastArrival = world.time + delay;
    if (accepted) tell(world, dialer, delay, 'CONNECTED', newsOf(connection, dialer, ''));
    else tell(world, dialer, delay, 'CLOSED', newsOf(connection, dialer, 'refused'));
  }
  if (accepted) tell(world, acceptor, 0, 'CONNECTED', newsOf(connection, acceptor, ''));
}

/**
 * News of a connection arrives.
 * @returns whether there is still something to tell
 */
export function arriveNews(world: Core, pid: Pid, type: string, news: NetworkNews): boolean {
  const { connections } = world.network;
  const connection = connections.get(news.connection);
  if (type === 'CONNECTED') {
    if (connection === undefined || connection.gone(pid)) return false;
    if (!news.dialled) return true;
    if (connection.back.severed || connection.phase === 'open') return false;
    connection.phase = 'open';
    return true;
  }
  if (news.reason !== 'refused') return true;
  if (connection === undefined || connection.back.severed) return false;
  connections.delete(connection.id);
  return true;
}

/** What the acceptor sent is handed over by hand: its answer to the dialler comes before it. */
export function hastenAnswer(world: Core, connection: Connection): void {
  if (connection.phase !== 'accepted') return;
  const { dialer } = connection;
  tell(world, dialer, 0, 'CONNECTED', newsOf(connection, dialer, ''));
}

/** [Io.close] */
export function close(world: Core, pid: Pid, connectionId: number): void {
  const { connections } = world.network;
  const connection = connections.get(connectionId);
  if (connection === undefined || connection.gone(pid)) return;
  connection.leave(pid);
  loseAll(world, (flight) => flight.connection === connectionId && flight.to === pid);
  const peer = connection.peerOf(pid);
  if (!connection.known || connection.gone(peer)) {
    connections.delete(connectionId);
    return;
  }
  const lane = connection.lane(pid);
  if (!lane.severed) launch(world, pid, peer, 'tcp', connectionId, lane, FIN);
}

/**
 * The FIN arrives.
 * @returns what the end that had not left yet is told
 */
export function closed(world: Core, connection: Connection, pid: Pid): NetworkNews | null {
  const { id } = connection;
  world.network.connections.delete(id);
  loseAll(world, (flight) => flight.connection === id);
  return connection.gone(pid) ? null : newsOf(connection, pid, 'closed');
}

/**
 * Breaks a connection now: what is under way in it is lost, and its ends (if they still hold it)
 * are told after `delay`. What waits at a paused process has arrived: it reads that first.
 */
export function breakConnection(world: Core, connection: Connection, delay: Micros): void {
  const { id, dialer, acceptor } = connection;
  world.network.connections.delete(id);
  loseAll(world, (flight) => flight.connection === id && !hasArrived(world, flight));
  if (!connection.dialerGone) {
    tell(world, dialer, delay, 'CLOSED', newsOf(connection, dialer, 'reset'));
  }
  if (!connection.acceptorGone && connection.known) {
    tell(world, acceptor, delay, 'CLOSED', newsOf(connection, acceptor, 'reset'));
  }
}

const hasArrived = (world: Core, { to, held, arrivesAt }: Flight): boolean =>
  !held && arrivesAt < world.time && world.process(to).liveness === 'paused';

/** A process is gone at once: its channels end, and whoever can hear it is told. */
export function dropProcess(world: Core, pid: Pid): void {
  const { network, model } = world;
  dropBacklog(world, pid);
  for (const connection of [...network.connections.values()]) {
    if (connection.dialer === pid || connection.acceptor === pid) leave(world, connection, pid);
  }
  if (model.nature !== 'fifo') return;
  loseAll(world, ({ nature, from, to }) => nature === 'fifo' && (from === pid || to === pid));
  for (const peer of model.pids) {
    if (peer === pid) continue;
    network.channels.delete(linkKey(pid, peer));
    network.channels.delete(linkKey(peer, pid));
    if (!network.isCut(linkKey(pid, peer))) tellLink(world, peer, 'LINK_DOWN', pid);
  }
}

/** What had arrived while it was paused is lost with it; what is still on the way flies on. */
export function dropBacklog(world: Core, pid: Pid): void {
  const process = world.process(pid);
  for (const event of process.takeBacklog()) {
    if (event.kind !== MESSAGE) continue;
    if (event.time > world.time) world.reschedule(event);
    else if (world.network.flights.get(event.ref)?.due === event.seq) lose(world, event.ref);
  }
  // What it had not read of connections that have ended since.
  const { connections } = world.network;
  loseAll(
    world,
    ({ nature, to, connection }) => nature === 'tcp' && to === pid && !connections.has(connection),
  );
}

/** One end of a connection dies. */
function leave(world: Core, connection: Connection, pid: Pid): void {
  const { id, acceptor } = connection;
  const { connections } = world.network;
  const peer = connection.peerOf(pid);
  // A request under way finds out by itself that nobody answers.
  if (pid === acceptor && !connection.known) return;
  connection.leave(pid);
  if (!connection.known || connection.gone(peer)) {
    connections.delete(id);
    loseAll(world, (flight) => flight.connection === id);
  } else if (connection.lane(pid).severed) {
    // The other end still believes in it, until its own time-out or a mended link.
    loseAll(world, (flight) => flight.connection === id);
  } else {
    breakConnection(world, connection, 0);
  }
}
