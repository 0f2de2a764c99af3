/**
 * A machine without power tells nobody anything. What it had sent flies on; what is sent to it is
 * lost; connections to it stay open at the other end until that one gives up, or the machine is back
 * and answers the next segment with a reset.
 */
import type { Pid } from '../view/time.ts';
import { breakConnection, dropBacklog, tellLink } from './connections.ts';
import type { Core } from './core.ts';
import { linkKey } from './model.ts';
import { latencyOf, loseAll } from './traffic.ts';

/** The machine of this process loses its power. */
export function vanish(world: Core, pid: Pid): void {
  const { connections, channels } = world.network;
  dropBacklog(world, pid);
  for (const connection of [...connections.values()]) {
    const { id } = connection;
    const dials = connection.dialer === pid;
    if (!dials && connection.acceptor !== pid) continue;
    loseAll(world, (flight) => flight.connection === id && flight.to === pid);
    // A request that comes to it will not be answered.
    if (!dials && !connection.known) continue;
    connection.leave(pid);
    if (connection.known && !connection.gone(connection.peerOf(pid))) continue;
    connections.delete(id);
    loseAll(world, (flight) => flight.connection === id);
  }
  if (world.model.nature !== 'fifo') return;
  loseAll(world, ({ nature, to }) => nature === 'fifo' && to === pid);
  for (const peer of world.model.pids) channels.delete(linkKey(peer, pid));
}

/** It has power again and is about to start: nothing of what was open before can go on. */
export function comeBack(world: Core, pid: Pid): void {
  const { network, model } = world;
  world.process(pid).dark = false;
  for (const connection of [...network.connections.values()]) {
    if (connection.dialer !== pid && connection.acceptor !== pid) continue;
    const unanswered = connection.acceptor === pid && connection.there.severed;
    if (!connection.gone(pid) && !unanswered) continue;
    const peer = connection.peerOf(pid);
    // Whoever cannot be reached finds out when the link is mended.
    if (network.isCut(linkKey(pid, peer)) || network.isCut(linkKey(peer, pid))) continue;
    breakConnection(world, connection, latencyOf(world, pid, peer));
  }
  if (model.nature !== 'fifo') return;
  loseAll(world, ({ nature, from }) => nature === 'fifo' && from === pid);
  for (const peer of model.pids) {
    if (peer === pid) continue;
    network.channels.delete(linkKey(pid, peer));
    if (!network.isCut(linkKey(pid, peer))) tellLink(world, peer, 'LINK_DOWN', pid);
  }
}
