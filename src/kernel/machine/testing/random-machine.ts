/**
 * Support for tests: machines at random, from the language the table executes. A machine is read
 * off a list of numbers (choice after choice, 0 when the list is over), so that fast-check shrinks it.
 */
import { assign, createMachine, raise, type AnyStateMachine } from 'xstate';
import type { Args, Implementation, MachineEvent, Scope } from '../table.ts';

/** What the machines work on. */
export class Pair {
  readonly n: number;
  readonly m: number;

  constructor(n: number, m: number) {
    this.n = n;
    this.m = m;
  }
}

export interface PairEvent extends MachineEvent {
  readonly n: number;
  readonly io?: { log(...what: unknown[]): void };
}

/** The events that machines name; `R0` and `R1` are raised, and can be sent as well. */
export const EVENTS = ['A', 'B', 'C', 'R0', 'R1'] as const;

interface Config {
  id: string;
  initial?: string;
  states?: Record<string, Config>;
  on?: Record<string, unknown>;
  always?: unknown;
  entry?: unknown;
  exit?: unknown;
}

interface Place {
  readonly config: Config;
  readonly path: readonly string[];
  readonly parent: Place | null;
  readonly children: Place[];
}

export function machineFrom(genome: readonly number[]): AnyStateMachine {
  let at = 0;
  /** A choice from 0 to `below` - 1. */
  const pick = (below: number): number => (genome[at++] ?? 0) % below;
  const oneOf = <T>(values: readonly T[]): T => values[pick(values.length)] as T;
  const chance = (percent: number): boolean => pick(100) >= 100 - percent;

  const places: Place[] = [];

  function grow(path: readonly string[], parent: Place | null): Place {
    const place: Place = { config: { id: path.join('_') || 'root' }, path, parent, children: [] };
    places.push(place);
    const compound = parent === null || (path.length < 3 && chance(45));
    if (!compound) return place;
    for (const key of ['p', 'q', 'r'].slice(0, 2 + pick(2))) {
      place.children.push(grow([...path, key], place));
    }
    const keys = place.children.map((child) => child.path.at(-1) as string);
    place.config.initial = oneOf(keys);
    place.config.states = Object.fromEntries(
      place.children.map((child, i) => [keys[i], child.config]),
    );
    return place;
  }

  const guard = (): unknown =>
    oneOf([
      () => 'even',
      () => 'eventIsBig',
      () => ({ type: 'below', params: { limit: 1 + pick(6) } }),
      () => ({ type: 'mIs', params: { rest: pick(3) } }),
    ])();

  const action = (): unknown =>
    oneOf([
      () => ({ type: 'log', params: { tag: pick(1000) } }),
      () => 'logState',
      () => ({ type: 'add', params: { by: 1 + pick(3) } }),
      () => 'take',
      () => 'turn',
      () => ({ type: 'log', params: { tag: pick(1000) } }),
      () => oneOf(['raise0', 'raise1', 'raiseSame']),
    ])();

  const actions = (most: number): unknown[] => Array.from({ length: pick(most + 1) }, action);

  /** The target in one of the notations that mean it, as seen from `source`. */
  function target(source: Place): string {
    const goal = oneOf(places);
    const notations = [`#${goal.config.id}`];
    const inside = source.path.every((key, i) => goal.path[i] === key) && goal !== source;
    if (inside) notations.push(`.${goal.path.slice(source.path.length).join('.')}`);
    if (source.parent !== null && goal !== source.parent) {
      const up = source.parent.path;
      if (up.every((key, i) => goal.path[i] === key))
        notations.push(goal.path.slice(up.length).join('.'));
    }
    const outer = goal.parent;
    if (outer !== null) notations.push(`#${outer.config.id}.${goal.path.at(-1)}`);
    return oneOf(notations);
  }

  function transition(source: Place, guarded: boolean): unknown {
    const written: Record<string, unknown> = {};
    if (guarded) written['guard'] = guard();
    if (chance(75)) written['target'] = target(source);
    if (chance(30)) written['reenter'] = true;
    const done = actions(2);
    if (done.length > 0) written['actions'] = done;
    return written;
  }

  function eventless(source: Place): unknown {
    const written = transition(source, true) as Record<string, unknown>;
    // Mostly guarded by something that the actions bring to an end, or most machines would never rest.
    if (chance(80)) {
      written['guard'] = { type: 'below', params: { limit: 2 + pick(6) } };
      written['actions'] = [{ type: 'add', params: { by: 1 + pick(2) } }, ...actions(1)];
    }
    return written;
  }

  function furnish(place: Place): void {
    const { config } = place;
    const on: [string, unknown][] = [];
    for (const event of EVENTS) {
      if (!chance(40)) continue;
      const guarded = Array.from({ length: pick(3) }, () => transition(place, true));
      const last = chance(70) ? [transition(place, false)] : [];
      on.push([event, chance(10) ? undefined : [...guarded, ...last]]);
    }
    if (on.length > 0) config.on = Object.fromEntries(on);
    if (chance(25)) config.always = Array.from({ length: 1 + pick(2) }, () => eventless(place));
    if (chance(60))
      config.entry = [...actions(1), { type: 'log', params: { tag: `+${config.id}` } }];
    if (chance(60))
      config.exit = [...actions(1), { type: 'log', params: { tag: `-${config.id}` } }];
  }

  const root = grow([], null);
  for (const place of places) furnish(place);
  return createMachine(
    { ...root.config, context: { s: new Pair(0, 0) } } as Parameters<typeof createMachine>[0],
    { actions: ACTIONS, guards: GUARDS } as unknown as Parameters<typeof createMachine>[1],
  ) as AnyStateMachine;
}

const pairOf = (args: Args): Pair => (args.context as Scope<Pair>).s;
const eventOf = (args: Args): PairEvent => args.event as PairEvent;

const GUARDS: Record<string, Implementation> = {
  even: (args) => pairOf(args).n % 2 === 0,
  eventIsBig: (args) => eventOf(args).n > 4,
  below: (args, params) => pairOf(args).n < (params as { limit: number }).limit,
  mIs: (args, params) => pairOf(args).m % 3 === (params as { rest: number }).rest,
};

/** Raised without `io`, as an event object is: what follows it in the macrostep says nothing. */
const STATIC: PairEvent = { type: 'R0', n: 2 };

const assignPair = (next: (pair: Pair, event: PairEvent, params: unknown) => Pair): unknown =>
  assign(((args: Args, params: unknown) => ({
    s: next(pairOf(args), eventOf(args), params),
  })) as unknown as Parameters<typeof assign>[0]);

const raiseWith = (type: string): unknown =>
  raise(((args: Args) => ({ ...eventOf(args), type, n: pairOf(args).n })) as unknown as Parameters<
    typeof raise
  >[0]);

const ACTIONS: Record<string, unknown> = {
  log: (args: Args, params: unknown) =>
    eventOf(args).io?.log(params, pairOf(args).n, eventOf(args).type),
  logState: (args: Args, params: unknown) =>
    eventOf(args).io?.log(pairOf(args), params, eventOf(args).n),
  add: assignPair(
    (pair, _event, params) => new Pair(pair.n + (params as { by: number }).by, pair.m),
  ),
  take: assignPair((pair, event) => {
    event.io?.log('takes', pair.n, event.n);
    return new Pair(event.n, pair.m + 1);
  }),
  turn: assignPair((pair) => new Pair(pair.m, pair.n % 7)),
  raise0: raise(STATIC as unknown as Parameters<typeof raise>[0]),
  raise1: raiseWith('R1'),
  raiseSame: raiseWith('A'),
};
