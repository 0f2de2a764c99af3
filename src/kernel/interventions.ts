import type { FactValue } from '../view/fact.ts';
import type { Intervention } from '../view/intervention.ts';
import type { Pid } from '../view/time.ts';
import { linkKey } from './model.ts';
import { Flight } from './network.ts';
import { INPUT, MESSAGE, START } from './pending.ts';
import {
  breakConnection,
  dropProcess,
  latencyOf,
  linkNews,
  lose,
  loseAll,
  tell,
} from './traffic.ts';
import type { World } from './world.ts';

type AnyWorld = World<unknown, unknown, unknown>;

/** An intervention that makes no sense in the present world; nothing was changed. */
export class InterventionRefused extends Error {
  /** Key of the words for it. */
  readonly code:
    | 'no-such-process'
    | 'already-running'
    | 'not-running'
    | 'already-paused'
    | 'not-paused'
    | 'still-running'
    | 'no-such-message'
    | 'not-on-this-link'
    | 'not-held'
    | 'same-process';
  readonly data: Readonly<Record<string, number | string>>;

  constructor(
    code:
      | 'no-such-process'
      | 'already-running'
      | 'not-running'
      | 'already-paused'
      | 'not-paused'
      | 'still-running'
      | 'no-such-message'
      | 'not-on-this-link'
      | 'not-held'
      | 'same-process',
    data: Readonly<Record<string, number | string>>,
  ) {
    super(`${code}: ${JSON.stringify(data)}`);
    this.code = code;
    this.data = data;
  }
}

/** Changes the world as a person wants it. @throws InterventionRefused */
export function intervene(world: AnyWorld, what: Intervention): void {
  switch (what.kind) {
    case 'start':
      start(world, what.pids);
      return;
    case 'kill': {
      const process = running(world, what.pid);
      process.stop('crashed');
      dropProcess(world, what.pid);
      explain(world, what.pid, 'crashed', {});
      return;
    }
    case 'pause': {
      const process = running(world, what.pid);
      if (process.liveness === 'paused') {
        throw new InterventionRefused('already-paused', { pid: what.pid });
      }
      process.liveness = 'paused';
      explain(world, what.pid, 'paused', {});
      return;
    }
    case 'resume': {
      const process = known(world, what.pid);
      if (process.liveness !== 'paused') {
        throw new InterventionRefused('not-paused', { pid: what.pid });
      }
      process.liveness = 'up';
      for (const event of process.backlog) world.reschedule(event);
      process.backlog = [];
      explain(world, what.pid, 'resumed', {});
      return;
    }
    case 'wipe': {
      const process = known(world, what.pid);
      if (process.running) throw new InterventionRefused('still-running', { pid: what.pid });
      process.disk = world.model.blankDisk(what.pid);
      explain(world, what.pid, 'disk-lost', {});
      return;
    }
    case 'cut':
      known(world, what.from);
      known(world, what.to);
      if (what.from === what.to) throw new InterventionRefused('same-process', { pid: what.to });
      cut(world, what.from, what.to);
      if (!what.oneWay) cut(world, what.to, what.from);
      explain(world, null, 'cut', { from: what.from, to: what.to, oneWay: what.oneWay });
      return;
    case 'mend':
      known(world, what.a);
      known(world, what.b);
      mend(world, what.a, what.b);
      explain(world, null, 'mended', { a: what.a, b: what.b });
      return;
    case 'partition':
      partition(world, what.groups, what.oneWay);
      return;
    case 'heal':
      for (const a of world.model.pids) {
        for (const b of world.model.pids) if (a < b) mend(world, a, b);
      }
      explain(world, null, 'healed', {});
      return;
    case 'reset':
      reset(world, what.a, what.b);
      return;
    case 'latency':
      setLatency(world, what);
      return;
    case 'lossy':
      for (const key of keys(world, what.from, what.to)) {
        world.network.setFault(key, { loss: what.loss, duplication: what.duplication });
      }
      explain(world, null, 'lossy', { loss: what.loss, duplication: what.duplication });
      return;
    case 'disk-latency':
      known(world, what.pid).diskLatency = what.latency;
      explain(world, what.pid, 'disk-latency', {});
      return;
    case 'input': {
      const process = running(world, what.pid);
      world.schedule(world.time, INPUT, what.pid, 0, what.name, what.data, process.life);
      explain(world, what.pid, 'input', { ...what.data, name: what.name });
      return;
    }
    case 'hold':
    case 'release':
    case 'deliver':
    case 'drop':
    case 'duplicate':
      handle(world, what.kind, what.message);
      return;
  }
}

function explain(
  world: AnyWorld,
  pid: Pid | null,
  rule: string,
  data: Record<string, FactValue>,
): void {
  world.recorder?.fact(pid, rule, data);
}

function known(world: AnyWorld, pid: Pid) {
  if (!world.has(pid)) throw new InterventionRefused('no-such-process', { pid });
  return world.process(pid);
}

function running(world: AnyWorld, pid: Pid) {
  const process = known(world, pid);
  if (!process.running) throw new InterventionRefused('not-running', { pid });
  return process;
}

function start(world: AnyWorld, pids: readonly Pid[]): void {
  for (const pid of pids) {
    if (known(world, pid).running) throw new InterventionRefused('already-running', { pid });
  }
  const { model, network } = world;
  const wereUp = model.pids.filter((pid) => world.process(pid).running);
  for (const pid of pids) {
    const process = world.process(pid);
    process.liveness = 'up';
    process.life++;
    process.scope = { s: model.boot(pid, process.disk) };
    world.schedule(world.time, START, pid, 0, 'START', null, process.life);
    explain(world, pid, 'started', {});
  }
  if (model.nature !== 'fifo') return;
  for (const pid of pids) {
    for (const peer of wereUp) {
      if (!network.isCut(linkKey(peer, pid))) tell(world, peer, 0, 'LINK_UP', linkNews(pid));
    }
  }
}

function cut(world: AnyWorld, from: Pid, to: Pid): void {
  const { network } = world;
  network.setFault(linkKey(from, to), { cut: true });
  loseAll(world, (flight) => flight.from === from && flight.to === to);
  for (const connection of network.connections.values()) {
    if (connection.joins(from, to)) connection.direction(from).severed = true;
  }
}

function mend(world: AnyWorld, a: Pid, b: Pid): void {
  const { network, model } = world;
  const there = network.isCut(linkKey(a, b));
  const back = network.isCut(linkKey(b, a));
  network.setFault(linkKey(a, b), { cut: false });
  network.setFault(linkKey(b, a), { cut: false });
  for (const connection of [...network.connections.values()]) {
    if (!connection.joins(a, b)) continue;
    if (!connection.there.severed && !connection.back.severed) continue;
    // Nothing of it can be trusted any more: the next segment would be answered by a reset.
    breakConnection(world, connection, [a, b].filter(isRunning(world)), latencyOf(world, a, b));
  }
  if (model.nature !== 'fifo') return;
  if (there && isRunning(world)(a) && isRunning(world)(b))
    tell(world, a, 0, 'LINK_UP', linkNews(b));
  if (back && isRunning(world)(a) && isRunning(world)(b)) tell(world, b, 0, 'LINK_UP', linkNews(a));
}

const isRunning =
  (world: AnyWorld) =>
  (pid: Pid): boolean =>
    world.process(pid).running;

function partition(world: AnyWorld, groups: readonly (readonly Pid[])[], oneWay: boolean): void {
  for (const group of groups) for (const pid of group) known(world, pid);
  groups.forEach((group, index) => {
    if (oneWay && index > 0) return;
    for (const other of groups) {
      if (other === group) continue;
      for (const from of group) {
        for (const to of other) if (from !== to) cut(world, from, to);
      }
    }
  });
  const text = groups.map((group) => group.join(',')).join(' | ');
  explain(world, null, 'partitioned', { groups: text, oneWay });
}

function reset(world: AnyWorld, a: Pid, b: Pid): void {
  known(world, a);
  known(world, b);
  for (const connection of [...world.network.connections.values()]) {
    if (connection.joins(a, b))
      breakConnection(world, connection, [a, b].filter(isRunning(world)), 0);
  }
  loseAll(
    world,
    ({ nature, from, to }) =>
      nature === 'fifo' && ((from === a && to === b) || (from === b && to === a)),
  );
  explain(world, null, 'reset', { a, b });
}

function keys(world: AnyWorld, from: Pid | undefined, to: Pid | undefined): number[] {
  const { pids } = world.model;
  const all: number[] = [];
  for (const a of pids) {
    for (const b of pids) {
      if (a === b || (from !== undefined && a !== from) || (to !== undefined && b !== to)) continue;
      all.push(linkKey(a, b));
    }
  }
  return all;
}

function setLatency(world: AnyWorld, what: Intervention & { kind: 'latency' }): void {
  const { network } = world;
  if (what.from === undefined && what.to === undefined) {
    network.latency = what.latency;
  } else {
    for (const key of keys(world, what.from, what.to)) {
      network.setFault(key, { latency: what.latency });
    }
  }
  explain(world, null, 'latency-set', { from: what.from ?? null, to: what.to ?? null });
}

/** The flights in the same lane, oldest first; the flight alone for datagrams. */
function laneFlights(world: AnyWorld, flight: Flight): Flight[] {
  if (flight.nature === 'datagram') return [flight];
  return [...world.network.flights.values()].filter(
    ({ nature, connection, from, to }) =>
      nature === flight.nature &&
      connection === flight.connection &&
      from === flight.from &&
      to === flight.to,
  );
}

/** Hold, release, deliver, drop or duplicate one message. */
function handle(
  world: AnyWorld,
  kind: 'hold' | 'release' | 'deliver' | 'drop' | 'duplicate',
  id: number,
): void {
  const { network, time } = world;
  const flight = network.flights.get(id);
  if (flight === undefined) throw new InterventionRefused('no-such-message', { message: id });
  if ((kind === 'drop' || kind === 'duplicate') && flight.nature !== 'datagram') {
    throw new InterventionRefused('not-on-this-link', { message: id, what: kind });
  }
  if (kind === 'release' && !flight.held)
    throw new InterventionRefused('not-held', { message: id });
  const lane = network.laneOf(flight);
  const inLane = laneFlights(world, flight);
  const moved = (each: Flight, arrivesAt: number): void => {
    const due = world.schedule(arrivesAt, MESSAGE, each.to, each.id, '', null, 0);
    network.flights.set(each.id, each.moved(arrivesAt, due));
  };
  const { from, to } = flight;
  switch (kind) {
    case 'hold':
      if (lane !== null && (lane.heldFrom === 0 || id < lane.heldFrom)) lane.heldFrom = id;
      for (const each of inLane) {
        if (each.id >= id && !each.held)
          network.flights.set(each.id, each.moved(each.arrivesAt, -1));
      }
      break;
    case 'release':
      // They leave together now, in their order.
      for (const each of inLane) {
        if (!each.held) continue;
        const arrivesAt = Math.max(time + latencyOf(world, from, to), lane?.lastArrival ?? 0);
        if (lane !== null) lane.lastArrival = arrivesAt;
        moved(each, arrivesAt);
      }
      if (lane !== null) lane.heldFrom = 0;
      break;
    case 'deliver': {
      for (const each of inLane) if (each.id <= id) moved(each, time);
      const behind = inLane.some((each) => each.id > id && each.held);
      if (lane !== null && lane.heldFrom !== 0) lane.heldFrom = behind ? id + 1 : 0;
      break;
    }
    case 'drop':
      lose(world, id);
      break;
    case 'duplicate': {
      const copy = network.nextFlight++;
      const arrivesAt = time + latencyOf(world, from, to);
      network.flights.set(copy, copyOf(flight, copy, world));
      moved(network.flights.get(copy) ?? flight, arrivesAt);
      break;
    }
  }
  explain(world, null, kindFacts[kind], { message: id, from, to });
}

const kindFacts = {
  hold: 'message-held',
  release: 'message-released',
  deliver: 'message-delivered-now',
  drop: 'message-dropped',
  duplicate: 'message-duplicated',
} as const;

/** The same message once more, sent now; its delivery is still to be scheduled. */
function copyOf(
  { from, to, nature, connection, message }: Flight,
  id: number,
  world: AnyWorld,
): Flight {
  const { time, step } = world;
  return new Flight(id, from, to, nature, connection, message, time, step, time, -1);
}
