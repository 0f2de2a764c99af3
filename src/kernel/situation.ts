/**
 * A world's situation: all that what can come next depends on, and nothing of how it came about. Times
 * are told from now on, connections by whom they join, and what was only counted or shown is left out
 * where the model says so (`Model.essence`). Chance is left out too, and whose end of a connection hears
 * first when a process dies: two worlds in one situation can do the same, and which of it they do their
 * generators and their histories decide.
 */
import type { Connection, Lane } from './connection.ts';
import type { NetworkNews } from './connections.ts';
import type { Core, Sync } from './core.ts';
import { Digest } from './digest.ts';
import type { Flight } from './flight.ts';
import type { Sight } from './model.ts';
import type { Network } from './network.ts';
import { DISK, MESSAGE, NETWORK, SYN, SYNCED, TIMER } from './pending.ts';
import type { Pending } from './pending.ts';
import type { Process } from './process.ts';

/**
 * Renames connections: 1, 2, … by dialler, acceptor, port, and age; those that are gone −1, −2, … as they
 * are met; 0 is none.
 */
function sightOf(world: Core): Sight {
  const { time, network } = world;
  const ids = joined(network).map(({ id }) => id);
  const names = new Map<number, number>([[0, 0], ...ids.map((id, i) => [id, i + 1] as const)]);
  return {
    from: (at) => at - time,
    connection: (id) => {
      const name = names.get(id) ?? ids.length - names.size;
      names.set(id, name);
      return name;
    },
    state: (pid) => world.process(pid).s,
  };
}

const joined = ({ connections }: Network): Connection[] =>
  [...connections.values()].toSorted(
    (a, b) =>
      a.dialer - b.dialer ||
      a.acceptor - b.acceptor ||
      (a.port < b.port ? -1 : a.port > b.port ? 1 : a.id - b.id),
  );

/** A world, with the pending events that still mean something. */
type Living = Core & { live(): readonly Pending[] };

/** The hash of a world's situation; 16 hex digits. */
export const situationHash = (world: Living): string =>
  hashOf(situationOf(world, inOrder(world.live()), sightOf(world)));

/**
 * The same of a world at rest, in which nothing is pending but timers, and those run out only when somebody
 * makes them: that they are set counts, and no time does.
 */
export function situationAtRest(world: Living): string {
  const live = world.live().toSorted((a, b) => a.pid - b.pid || (a.type < b.type ? -1 : 1));
  return hashOf(situationOf(world, live, { ...sightOf(world), from: () => 0 }));
}

function hashOf(situation: unknown): string {
  const digest = new Digest();
  digest.value(situation);
  return digest.hex();
}

const hashes = new WeakMap<object, string>();

/** What is large and never changed, such as a tree or a disk, is hashed once and known again. */
export function hashedOnce(value: object): string {
  let hash = hashes.get(value);
  if (hash === undefined) {
    hash = hashOf(value);
    hashes.set(value, hash);
  }
  return hash;
}

const inOrder = (live: readonly Pending[]): readonly Pending[] =>
  live.toSorted((a, b) => a.time - b.time || a.seq - b.seq);

/** The situation itself, as plain data. */
function situationOf(world: Core, live: readonly Pending[], sight: Sight): unknown {
  const { model, ghost } = world;
  return [
    world.processes.map((process) => processIn(world, process, sight)),
    networkIn(world, sight),
    live.map((event) => eventIn(world, event, sight)),
    model.essence === undefined ? ghost : model.essence.ghost(world, sight),
  ];
}

function processIn({ model }: Core, process: Process<unknown, unknown>, sight: Sight) {
  const { s, disk, liveness, leaves, timers, held, ports, parts, cfg, dark, clock } = process;
  return [
    [liveness, leaves, ports.toSorted(), cfg, dark, clock],
    s === null || model.essence === undefined ? s : model.essence.state(s, sight),
    diskIn(model.essence?.disk?.(disk, sight) ?? disk),
    Math.max(0, sight.from(process.diskFreeAt)),
    process.diskLatency,
    model.diskLatency.kind === 'listed' ? process.syncs : 0,
    parts.filter(({ key }) => key !== 0).map(({ key }) => sight.connection(key)),
    // Those that run are among the events.
    timers
      .filter(({ type }) => held.includes(type))
      .map((event) => [event.type, sight.from(event.time)]),
  ];
}

const diskIn = (disk: unknown): unknown =>
  typeof disk === 'object' && disk !== null ? hashedOnce(disk) : disk;

/** What is said, on its way from one to another. */
const saidIn = (
  { model }: Core,
  { message, from, to }: Pick<Flight, 'message' | 'from' | 'to'>,
  sight: Sight,
): unknown => model.essence?.message?.(message, from, to, sight) ?? message;

function networkIn(world: Core, sight: Sight): unknown {
  const { network, time } = world;
  const lane = ({ lastArrival, holding, severed }: Lane) => [
    Math.max(0, sight.from(lastArrival)),
    holding,
    severed,
  ];
  const connection = (each: Connection) => [
    [sight.connection(each.id), each.dialer, each.acceptor, each.port, each.phase],
    [each.dialerGone, each.acceptorGone, lane(each.there), lane(each.back)],
  ];
  return [
    joined(network).map(connection),
    network.busyChannels(time).map(([key, each]) => [key, lane(each)]),
    network.flights
      .values()
      .filter(({ held }) => held)
      .map((each) => [
        each.from,
        each.to,
        sight.connection(each.connection),
        saidIn(world, each, sight),
      ]),
    network.faults,
    network.latency,
    network.carriedNow,
  ];
}

function eventIn(world: Core, event: Pending, sight: Sight): unknown {
  const { time, kind, pid, type } = event;
  return [Math.max(0, sight.from(time)), kind, pid, type, whatOf(world, event, sight)];
}

/** What an event brings, its names apart from how they came about. */
function whatOf(world: Core, { kind, pid, ref, data }: Pending, sight: Sight): unknown {
  const told = (what: unknown): unknown => {
    const { s } = world.process(pid);
    const { essence } = world.model;
    return s === null || essence?.told === undefined ? what : essence.told(what, s, sight);
  };
  switch (kind) {
    case MESSAGE: {
      const flight = world.network.flights.get(ref);
      return (
        flight && [flight.from, sight.connection(flight.connection), saidIn(world, flight, sight)]
      );
    }
    case TIMER:
    case SYN:
      return sight.connection(ref);
    case DISK: {
      const { disk, data: next } = data as Sync;
      return [world.model.essence?.disk?.(disk, sight) ?? disk, told(next)];
    }
    case SYNCED:
      return told(data);
    case NETWORK: {
      const { peer, connection, port, reason, dialled } = data as NetworkNews;
      return [peer, sight.connection(connection), port, reason, dialled];
    }
    default:
      return data;
  }
}
