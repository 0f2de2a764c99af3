/** Interventions at random, sensible and senseless, for properties of worlds. */
import type { Intervention, Latency } from '../../view/intervention.ts';
import type { Model } from '../model.ts';
import { InterventionRefused, World } from '../world.ts';
import { chatters, fixed, letterOf, listed, uniform } from './chatter.ts';

/** After so many steps, so many µs later. `message` numbers the flights under way. */
export interface Deed {
  readonly steps: number;
  readonly later: number;
  readonly what: Intervention;
}

const latencies: readonly (Latency | null)[] = [
  null,
  fixed(0),
  fixed(3),
  uniform(0, 20),
  listed(9, 1),
  { kind: 'normal', mean: 5000, deviation: 3000, min: 500 },
];

/** How many numbers make a deed. */
export const NUMBERS = 7;

/** Reads a deed off numbers, so that whoever makes them at random can also shrink them. */
function deedFrom([steps = 0, later = 0, kind = 0, ...rest]: readonly number[]): Deed {
  return { steps: steps % 31, later: later % 2001, what: interventionFrom(kind, rest) };
}

/** Process 4 does not exist. */
function interventionFrom(
  kind: number,
  [a = 0, b = 0, c = 0, d = 0]: readonly number[],
): Intervention {
  const pid = 1 + (a % 4);
  const other = 1 + (b % 4);
  const third = 1 + (c % 4);
  const oneWay = d % 2 === 1;
  const message = a % 8;
  const timer = b % 3 === 0 ? 'BELL' : 'TICK';
  const latency = latencies[c % latencies.length] ?? null;
  const choices: readonly Intervention[] = [
    { kind: 'heal' },
    { kind: 'start', pids: [pid, other, third].slice(0, d % 4) },
    { kind: 'start', pids: [pid] },
    { kind: 'kill', pid },
    { kind: 'kill-all', pids: [pid, other] },
    { kind: 'stop', pid },
    { kind: 'power-off', pid },
    { kind: 'power-off', pid },
    { kind: 'crash', pid, inOrder: oneWay },
    { kind: 'pause', pid },
    { kind: 'pause', pid },
    { kind: 'resume', pid },
    { kind: 'resume', pid },
    { kind: 'wipe', pid },
    { kind: 'cut', from: pid, to: other, oneWay },
    { kind: 'mend', a: pid, b: other },
    { kind: 'reset', a: pid, b: other },
    { kind: 'partition', groups: [[pid], [other, third]], oneWay },
    { kind: 'hold', message },
    { kind: 'release', message },
    { kind: 'deliver', message },
    { kind: 'drop', message },
    { kind: 'duplicate', message },
    { kind: 'fire-timer', pid, timer },
    { kind: 'hold-timer', pid, timer },
    { kind: 'release-timer', pid, timer },
    { kind: 'release-timer', pid, timer },
    { kind: 'latency', latency },
    { kind: 'latency', from: pid, to: other, latency },
    { kind: 'lossy', from: pid, loss: (b % 4) / 3, duplication: (c % 4) / 3 },
    { kind: 'disk-latency', pid, latency },
    ...['tells', 'dials', 'leaves', 'saves'].map((verb): Intervention => {
      const data = { order: `${verb} ${letterOf(1 + (b % 3))} x` };
      return { kind: 'input', pid, name: 'DO', data };
    }),
  ];
  return choices[kind % choices.length] ?? { kind: 'heal' };
}

/** All three start at once, so that much happens. */
export const deedsFrom = (numbers: readonly (readonly number[])[]): readonly Deed[] => [
  { steps: 0, later: 0, what: { kind: 'start', pids: [1, 2, 3] } },
  ...numbers.map(deedFrom),
];

type AnyWorld = World<unknown, unknown, unknown>;

export const natures = ['fifo', 'datagram', 'none'] as const;
const models = new Map<string, Model<unknown, unknown, unknown>>(
  natures.map((each) => [each, chatters({ nature: each, restless: true, latency: uniform(0, 8) })]),
);

/** A world of three that talk, dial, save and leave by chance. */
export function restless(kind: string, seed: number): AnyWorld {
  const model = models.get(kind);
  if (model === undefined) throw new RangeError(`no such nature: ${kind}`);
  return new World(model, seed);
}

/** The code with which something is refused, or `done`. */
export function refusalOf(run: () => unknown): string {
  try {
    run();
    return 'done';
  } catch (error) {
    if (error instanceof InterventionRefused) return error.code;
    throw error;
  }
}

/** What ought to hold of flights, connections and processes at any time, and does not. */
export function disorder(world: AnyWorld): string[] {
  const { flights, connections } = world.network;
  const pending = new Set(world.pending().map(({ seq }) => seq));
  const found: string[] = [];
  for (const { id, nature: kind, held, due, to, connection, arrivesAt } of flights.values()) {
    if (!held && !pending.has(due)) found.push(`${id} will never arrive`);
    // What has arrived at a paused process outlives the connection that brought it; delivered by hand
    // after that, it arrives once more, now.
    const arrived = arrivesAt <= world.time || world.process(to).liveness === 'paused';
    if (kind === 'tcp' && !arrived && !connections.has(connection))
      found.push(`${id} has no connection`);
    if (kind !== 'datagram' && !world.process(to).running) found.push(`${id} flies to nobody`);
  }
  for (const { id, dialer, acceptor, dialerGone, acceptorGone, known } of connections.values()) {
    if (dialerGone && acceptorGone) found.push(`connection ${id} is nobody's`);
    const dialerDown = !dialerGone && !world.process(dialer).running;
    const acceptorDown = !acceptorGone && known && !world.process(acceptor).running;
    if (dialerDown || acceptorDown) found.push(`connection ${id} ends in a process that is down`);
  }
  for (const { pid: waiting, liveness, backlog } of world.processes) {
    if (liveness !== 'paused' && backlog.length > 0) found.push(`${waiting} keeps events waiting`);
  }
  return found;
}

/** Points the number of a message at one under way, as long as there is any. */
function aimed(world: AnyWorld, what: Intervention): Intervention {
  if (!('message' in what)) return what;
  const flights = world.network.flights.values().map(({ id }) => id);
  return { ...what, message: flights[what.message % flights.length] ?? what.message };
}

/**
 * Does one deed.
 * @returns whether it was refused
 */
export function attempt(world: AnyWorld, { later, what }: Deed): boolean {
  const intervene = () => world.intervene(aimed(world, what), world.time + later);
  return refusalOf(intervene) !== 'done';
}

/** Takes the deeds in their order, with `between` in place of each single step, and goes on a bit. */
export function runThrough(
  world: AnyWorld,
  list: readonly Deed[],
  between: (world: AnyWorld) => void = (each) => void each.advance(),
): void {
  for (const deed of list) {
    for (let step = 0; step < deed.steps; step++) between(world);
    attempt(world, deed);
  }
  for (let step = 0; step < 200; step++) between(world);
}
