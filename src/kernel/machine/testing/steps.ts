/**
 * Support for tests: what the machines of worlds do there, compared with XState step by step. Machines of a
 * process share its state, so that none of them can be run alone from its beginning to its end; but each
 * step can, from where its machine stood.
 */
import type { AnyStateMachine } from 'xstate';
import type { KernelEvent, Machine } from '../../model.ts';
import { Random } from '../../random.ts';
import { flatten } from '../flatten.ts';
import { CALL } from '../table.ts';
import type { Candidate, MachineEvent, Op, Table } from '../table.ts';
import { Twins, mapCandidates, rowsOf } from './equality.ts';

/** A machine just before it took an event; its state is kept as it is, since states never change. */
interface Place {
  readonly path: string;
  readonly s: unknown;
  readonly event: MachineEvent;
  /** What its door to the world told it. */
  readonly told: Readonly<Record<string, unknown>>;
}

interface WithMachines {
  readonly machines: (pid: number) => readonly Machine[];
  readonly spawned?: Readonly<Record<string, Machine>>;
}

/** What no run does. */
interface Unheard {
  readonly more?: readonly MachineEvent[];
  /** Makes states that no run comes to of those that it does. */
  readonly alter?: (s: never) => unknown;
  /** Spoils the table: for tests of the tests. */
  readonly plant?: (table: Table) => Table;
}

const UNSEEN = new Proxy({} as MachineEvent, {
  get(_target, name) {
    throw new Error(`a guard of an always reads '${String(name)}' of its event`);
  },
});

/**
 * What a machine does by itself depends on the state alone: whoever has looked at it is not asked again, whatever
 * event comes (`kernel/routing.ts`).
 */
const blind = (guard: Candidate['guard']): Candidate['guard'] =>
  guard && (({ context }, params) => guard({ context, event: UNSEEN }, params));

/** So many places are kept of each row, and so many events that came elsewhere are tried for one. */
const MOST = 6;
const STRAYS = 60;

export class Steps {
  private readonly random = new Random(1);
  private readonly noting = new Map<Table, Table>();
  /** Of each machine by the row it took: worlds may flatten their own, so it goes by its rows. */
  private readonly seen = new Map<string, Map<string, Place[]>>();

  /** The model, of whose machines each step is noted. */
  of<M extends WithMachines>(model: M): M {
    const noted = (machine: Machine): Machine => ({ ...machine, table: this.noted(machine.table) });
    const { spawned } = model;
    return {
      ...model,
      machines: (pid: number) => model.machines(pid).map(noted),
      ...(spawned !== undefined && {
        spawned: Object.fromEntries(
          Object.entries(spawned).map(([name, one]) => [name, noted(one)]),
        ),
      }),
    };
  }

  /** Whether some world has had this machine. */
  has(machine: AnyStateMachine): boolean {
    return this.seen.has(keyOf(flatten(machine)));
  }

  /**
   * Takes each step that was noted by the table and by XState, then steps from the same places with events
   * that came elsewhere, or that nobody sends.
   * @returns the rows that no step has taken
   * @throws Error at the first difference
   */
  compare(machine: AnyStateMachine, { more = [], alter, plant }: Unheard = {}): readonly string[] {
    const table = flatten(machine);
    const all = [...(this.seen.get(keyOf(table))?.values() ?? [])].flat();
    const twins = new Twins(machine, plant);
    const random = new Random(1);
    const oneOf = <T>(values: readonly T[]): T => values[random.below(values.length)] as T;
    const step = ({ path, s, told }: Place, event: MachineEvent): void => {
      const yes = random.below(2) === 0;
      const io = { ...told, random: () => 0.5, deliver: () => yes, drop: () => yes };
      twins.step(path, s, event, io);
    };
    for (const place of all) step(place, place.event);
    for (const row of rowsOf(table)) {
      const [path = '', type] = row.split(' ');
      const here = all.filter((each) => each.path === path);
      // Where nobody has stood, whoever stood elsewhere stands now.
      const places = here.length > 0 ? here : all.map((each) => ({ ...each, path }));
      const known = [...more, ...all.map(({ event }) => event)].filter((one) => one.type === type);
      const events = type === 'always' ? [{ type: SETTLE }] : known;
      for (let i = 0; i < STRAYS && events.length > 0 && !twins.visited.has(row); i++) {
        const place = oneOf(places);
        const s = alter === undefined || i % 2 === 0 ? place.s : alter(place.s as never);
        step({ ...place, s }, events[i] ?? oneOf(events));
      }
    }
    return rowsOf(table).filter((row) => !twins.visited.has(row));
  }

  private noted(table: Table): Table {
    const known = this.noting.get(table);
    if (known !== undefined) return known;
    const key = keyOf(table);
    const seen = this.seen.get(key) ?? new Map<string, Place[]>();
    this.seen.set(key, seen);
    const noting = mapCandidates(table, (candidate, row) => {
      const places: Place[] = seen.get(row) ?? [];
      seen.set(row, places);
      const op: Op = {
        kind: CALL,
        name: 'note',
        run: ({ context, event }) => this.note(places, row, context.s, event as KernelEvent),
        params: undefined,
        raised: null,
      };
      const guard = row.includes(' always ') ? blind(candidate.guard) : candidate.guard;
      return { ...candidate, guard, ops: [op, ...candidate.ops] };
    });
    this.noting.set(table, noting);
    return noting;
  }

  private note(places: Place[], row: string, s: unknown, { io, ...rest }: KernelEvent): void {
    const isNew = places.length < MOST;
    if (!isNew && this.random.below(100) > 0) return;
    const [path = '', type] = row.split(' ');
    const { now, took, clock, self, key } = io;
    // What is looked at after every event is looked at after one that nothing handles.
    const event = type === 'always' ? { ...rest, type: SETTLE } : rest;
    const told = { now, took, clock, self, key, explaining: true };
    places[isNew ? places.length : this.random.below(MOST)] = { path, s, event, told };
  }
}

const SETTLE = 'what nothing handles';

const keyOf = (table: Table): string => [table.id, ...rowsOf(table)].join('\n');
