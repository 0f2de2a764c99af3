/** Interventions at random, sensible and senseless, for properties of worlds. */
import fc from 'fast-check';
import type { Intervention, Latency } from '../../view/intervention.ts';
import type { Model } from '../model.ts';
import { InterventionRefused, World } from '../world.ts';
import { chatters, fixed, listed, uniform } from './chatter.ts';

/** After so many steps, so many µs later. `message` numbers the flights under way. */
export interface Deed {
  readonly steps: number;
  readonly later: number;
  readonly what: Intervention;
}

const pid = fc.integer({ min: 1, max: 4 });
const latency: fc.Arbitrary<Latency | null> = fc.constantFrom<(Latency | null)[]>(
  null,
  fixed(0),
  fixed(3),
  uniform(0, 20),
  listed(9, 1),
  { kind: 'normal', mean: 5000, deviation: 3000, min: 500 },
);
const message = fc.nat({ max: 7 });
const probability = fc.constantFrom(0, 0.3, 1);

const order = fc
  .tuple(fc.constantFrom('tells', 'dials', 'leaves', 'saves'), fc.constantFrom('A', 'B', 'C'))
  .map(([verb, to]) => ({ order: `${verb} ${to} x` }));

const intervention: fc.Arbitrary<Intervention> = fc.oneof(
  fc.record({ kind: fc.constant('start' as const), pids: fc.array(pid, { maxLength: 3 }) }),
  fc.record({ kind: fc.constantFrom('kill', 'pause', 'resume', 'wipe'), pid }),
  fc.record({ kind: fc.constantFrom('pause', 'resume'), pid }),
  fc.record({ kind: fc.constant('cut' as const), from: pid, to: pid, oneWay: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('mend', 'reset'), a: pid, b: pid }),
  fc.record({
    kind: fc.constant('partition' as const),
    groups: fc.array(fc.array(pid, { maxLength: 2 }), { maxLength: 3 }),
    oneWay: fc.boolean(),
  }),
  fc.constant<Intervention>({ kind: 'heal' }),
  fc.record({ kind: fc.constantFrom('hold', 'release', 'deliver'), message }),
  fc.record({ kind: fc.constantFrom('drop', 'duplicate'), message }),
  fc.record({ kind: fc.constant('latency' as const), latency }),
  fc.record({ kind: fc.constant('latency' as const), from: pid, to: pid, latency }),
  fc.record({
    kind: fc.constant('lossy' as const),
    from: pid,
    loss: probability,
    duplication: probability,
  }),
  fc.record({ kind: fc.constant('disk-latency' as const), pid, latency }),
  fc.record({ kind: fc.constant('input' as const), pid, name: fc.constant('DO'), data: order }),
);

/** A world of three, where process 4 does not exist. All start at once, so that much happens. */
export const deeds: fc.Arbitrary<readonly Deed[]> = fc
  .array(
    fc.record({ steps: fc.nat({ max: 30 }), later: fc.nat({ max: 2000 }), what: intervention }),
    { minLength: 5, maxLength: 60, size: 'max' },
  )
  .map((list) => [{ steps: 0, later: 0, what: { kind: 'start', pids: [1, 2, 3] } }, ...list]);

type AnyWorld = World<unknown, unknown, unknown>;

const natures = ['fifo', 'datagram', 'none'] as const;
export const nature = fc.constantFrom(...natures);
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
  for (const { id, nature: kind, held, due, to, connection } of flights.values()) {
    if (!held && !pending.has(due)) found.push(`${id} will never arrive`);
    if (kind === 'tcp' && !connections.has(connection)) found.push(`${id} has no connection`);
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
  const flights = [...world.network.flights.keys()];
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
