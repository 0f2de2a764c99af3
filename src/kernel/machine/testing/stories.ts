/**
 * Support for tests of equality: stories, each made of events that fit where the machine then stands, so
 * that they get further than events by chance would.
 */
import type { AnyStateMachine } from 'xstate';
import { Random } from '../../random.ts';
import { dispatch, enter } from '../execute.ts';
import { flatten } from '../flatten.ts';
import type { MachineEvent, Table } from '../table.ts';
import { expectSameAsXState, unvisitedRows } from './equality.ts';

/** What an event of this type carries, for a process in this state. */
export type Make<S> = (random: Random, type: string, s: S) => object;

export interface Stories<S> {
  readonly boots: readonly S[];
  readonly count: number;
  readonly make: Make<S>;
  /** What of the state is compared; default: all. */
  readonly snapshot?: (s: S) => unknown;
  /** Whether to compare with `transition()` too; see `EqualityOptions.pure`. */
  readonly pure?: boolean;
}

const EVENTS = 40;

/** What a dial answers does not depend on what else was asked before: assigns come before other actions. */
const given = {
  now: 1_000_000,
  clock: 0,
  explaining: true,
  self: 1,
  random: () => 0.5,
  dial: (to: number) => 1000 + to,
};

const silent = new Proxy(given, {
  get: (known, name) => (Reflect.get(known, name) as unknown) ?? (() => 7),
});

function story<S>(table: Table, s: S, random: Random, make: Make<S>): MachineEvent[] {
  const scope = { s };
  const withIo = (each: object): MachineEvent =>
    ({ ...each, io: silent }) as unknown as MachineEvent;
  let leaf = enter(table, scope, withIo({ type: 'START' }));
  return Array.from({ length: EVENTS }, () => {
    const type = table.events[random.below(table.events.length)] ?? '';
    const next = { type, ...make(random, type, scope.s) };
    const to = dispatch(table, leaf, scope, withIo(next));
    if (to !== -1) leaf = to;
    return next;
  });
}

/** @returns the rows that none of the stories has taken */
export function missedInStories<S>(machine: AnyStateMachine, stories: Stories<S>): string[] {
  const { boots, count, make, snapshot, pure = true } = stories;
  const table = flatten(machine);
  const random = new Random(5);
  const visited = new Set<string>();
  for (let index = 0; index < count; index++) {
    const boot = boots[index % boots.length] as S;
    const rows = expectSameAsXState(machine, boot, story(table, boot, random, make), {
      io: given,
      start: { from: 0, message: null, data: null },
      pure,
      ...(snapshot !== undefined && { snapshot }),
    });
    for (const row of rows) visited.add(row);
  }
  return unvisitedRows(table, visited);
}

export const pick = <T>(random: Random, values: readonly T[]): T =>
  values[random.below(values.length)] as T;
