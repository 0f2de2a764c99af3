/** Cutting, mending and resetting the links between processes. */
import type { Pid } from '../view/time.ts';
import { breakConnection, tellLink } from './connections.ts';
import type { Core } from './core.ts';
import { linkKey } from './model.ts';
import { latencyOf, loseAll, loseOnTheWay } from './traffic.ts';

/** Cuts one direction silently: what is on the way there is lost, and whatever is sent later. */
export function cut(world: Core, from: Pid, to: Pid): void {
  const { network } = world;
  network.setFault(linkKey(from, to), { cut: true });
  network.channels.delete(linkKey(from, to));
  loseOnTheWay(world, from, to);
  for (const connection of network.between(from, to)) connection.lane(from).severed = true;
}

/**
 * Mends both directions. Nothing of a severed connection can be trusted any more: its next segment
 * would be answered by a reset.
 */
export function mend(world: Core, a: Pid, b: Pid): void {
  const { network } = world;
  const there = network.isCut(linkKey(a, b));
  const back = network.isCut(linkKey(b, a));
  network.setFault(linkKey(a, b), { cut: false });
  network.setFault(linkKey(b, a), { cut: false });
  for (const connection of network.between(a, b)) {
    if (!connection.there.severed && !connection.back.severed) continue;
    // Without power it answers nothing.
    if (world.process(a).dark || world.process(b).dark) continue;
    breakConnection(world, connection, latencyOf(world, a, b));
  }
  if (world.model.nature !== 'fifo') return;
  // Each end hears whether the other is there, if it could not send to it or hear of its death.
  hear(world, a, b, there, back);
  hear(world, b, a, back, there);
}

/** @param there whether it could not send to the other @param back whether it could not hear of it */
function hear(world: Core, pid: Pid, other: Pid, there: boolean, back: boolean): void {
  const { running, dark } = world.process(other);
  if (!dark && (running ? there : back)) tellLink(world, pid, linkNews(world, other), other);
}

const linkNews = (world: Core, pid: Pid): 'LINK_UP' | 'LINK_DOWN' =>
  world.process(pid).running ? 'LINK_UP' : 'LINK_DOWN';

/** Cuts the links between different groups; `oneWay`: only from the first group to the others. */
export function partition(world: Core, groups: readonly (readonly Pid[])[], oneWay: boolean): void {
  groups.forEach((group, index) => {
    if (oneWay && index > 0) return;
    for (const other of groups) {
      if (other === group) continue;
      for (const from of group) for (const to of other) if (from !== to) cut(world, from, to);
    }
  });
}

/** Breaks what is open between two processes; both notice at once. A FIFO channel opens again. */
export function reset(world: Core, a: Pid, b: Pid): void {
  const { network, model } = world;
  for (const connection of network.between(a, b)) breakConnection(world, connection, 0);
  if (model.nature !== 'fifo') return;
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    loseAll(
      world,
      (flight) => flight.nature === 'fifo' && flight.from === from && flight.to === to,
    );
    network.channels.delete(linkKey(from, to));
    if (!world.process(to).running) continue;
    tellLink(world, from, 'LINK_DOWN', to);
    if (!network.isCut(linkKey(from, to))) tellLink(world, from, 'LINK_UP', to);
  }
}

/** The keys of all links from one process, to another, between them, or of all. */
export function linkKeys(world: Core, from: Pid | undefined, to: Pid | undefined): number[] {
  const { pids } = world.model;
  const keys: number[] = [];
  for (const a of pids) {
    for (const b of pids) {
      if (a === b || (from !== undefined && a !== from) || (to !== undefined && b !== to)) continue;
      keys.push(linkKey(a, b));
    }
  }
  return keys;
}
