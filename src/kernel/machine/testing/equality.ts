/**
 * Support for tests: a machine run by its table and by XState itself, compared after every event.
 *
 *   const visited = expectSameAsXState(machine, () => new Server(1), events);
 *   expect(unvisitedRows(flatten(machine), visited)).toEqual([]);
 */
import type { AnyStateMachine } from 'xstate';
import { difference } from './difference.ts';
import { flatten } from '../flatten.ts';
import { Recorder } from './recorder.ts';
import { actorRun, actorsOf, pureRun, tableRun, type Run } from './runs.ts';
import { CALL, type Candidate, type MachineEvent, type Op, type Table } from '../table.ts';

export interface EqualityOptions<S> {
  /** What of `s` is compared; all of it, deeply and with prototypes, when absent. */
  readonly snapshot?: (s: S) => unknown;
  /** What the initial event carries besides `io`: entry actions of the initial states see it. */
  readonly start?: Readonly<Record<string, unknown>>;
  /**
   * What `event.io` has of its own: values such as `now`, and functions that answer (their calls are
   * recorded too). Any other name is a method which is recorded and answers a running number.
   */
  readonly io?: Readonly<Record<string, unknown>>;
  /**
   * Whether to compare with the pure `transition()` too (default true). It runs custom actions
   * after all assigns, so switch it off when both take answers from `io` (`random`, `dial`).
   */
  readonly pure?: boolean;
  /** Spoils the table before it is run: for tests of the tests. */
  readonly plant?: (table: Table) => Table;
}

/**
 * Runs a machine by table, by `createActor(...).send` and by `transition()`, and compares state,
 * context and the ordered calls to `event.io` after initial entry and after every event.
 * A run in which all three go round in a circle ends there, and counts as equal.
 *
 * @param initial the initial `s`, or a function that makes a fresh one for each of the runs.
 * @param events given in order; each run gets copies with an `io` of its own, which records.
 * @returns the rows that were taken, as `rowsOf` names them.
 * @throws Error at the first difference, naming the event, the state and what differs.
 */
export function expectSameAsXState<S>(
  machine: AnyStateMachine,
  initial: S | (() => S),
  events: readonly MachineEvent[],
  options: EqualityOptions<S> = {},
): Set<string> {
  const fresh = typeof initial === 'function' ? (initial as () => S) : () => initial;
  const snapshot = options.snapshot ?? ((s: S): unknown => s);
  const log = () => new Recorder(options.io ?? {});
  const visited = new Set<string>();
  const myLog = log();
  const sound = observed(flatten(machine), myLog, (row) => visited.add(row));
  const table = options.plant === undefined ? sound : options.plant(sound);
  const mine = tableRun(table, fresh(), myLog);
  const others = [actorRun(machine, table.limit, fresh(), log())];
  if (options.pure ?? true) others.push(pureRun(machine, table.limit, fresh(), log()));
  const start = { ...options.start, type: 'xstate.init' };
  for (const [index, event] of [start, ...events].entries()) {
    const at = index === 0 ? 'at entry' : `after event ${index} '${event.type}'`;
    const failed = attempt(mine, event);
    for (const other of others) {
      const otherFailed = attempt(other, event);
      const found =
        failed === otherFailed ? compare(mine, other, snapshot) : 'only one runs in a circle';
      if (found === null || (failed && otherFailed)) continue;
      throw new Error(`Machine '${machine.id}' ${at}, table against ${other.name}: ${found}`);
    }
    if (failed) break;
    for (const run of [mine, ...others]) run.log.clear();
  }
  return visited;
}

/** The machine's table against XState's actor, from wherever a machine can stand. */
export class Twins {
  /** The rows that were taken, as `rowsOf` names them. */
  readonly visited = new Set<string>();
  private readonly machine: AnyStateMachine;
  private readonly logs = [new Recorder({}), new Recorder({})] as const;
  private readonly table: Table;
  private readonly actorAt: ReturnType<typeof actorsOf>;

  /** @param plant spoils the table: for tests of the tests */
  constructor(machine: AnyStateMachine, plant: (table: Table) => Table = (table) => table) {
    this.machine = machine;
    const [mine, theirs] = this.logs;
    this.table = plant(observed(flatten(machine), mine, (row) => this.visited.add(row)));
    this.actorAt = actorsOf(machine, this.table.limit, theirs);
  }

  /**
   * One step of both, from the same place with the same state.
   * @param io see {@link EqualityOptions}
   * @throws Error naming the event, the state and what differs
   */
  step(from: string, s: unknown, event: MachineEvent, io: Readonly<Record<string, unknown>>): void {
    for (const log of this.logs) {
      log.clear();
      log.known = io;
    }
    const mine = tableRun(this.table, s, this.logs[0], from);
    const theirs = this.actorAt(from, s);
    const failures = [mine, theirs].map((run) => failureOf(() => attempt(run, event)));
    const failed = failures.filter((failure) => failure !== null);
    const found =
      failed.length === 1 ? `only one fails: ${failed[0]}` : compare(mine, theirs, (each) => each);
    if (found !== null && failed.length < 2)
      throw new Error(
        `Machine '${this.machine.id}' in '${from}' after '${event.type}', table against ${theirs.name}: ${found}`,
      );
  }
}

function failureOf(run: () => void): string | null {
  try {
    run();
    return null;
  } catch (failure) {
    return String(failure);
  }
}

/** Names of all rows: 'state event #candidate', the event being 'always' for eventless ones. */
export function rowsOf(table: Table): string[] {
  const names: string[] = [];
  mapCandidates(table, (candidate, name) => {
    names.push(name);
    return candidate;
  });
  return names;
}

/** The rows that no run has taken. Each one is a transition that no test has compared. */
export function unvisitedRows(table: Table, visited: ReadonlySet<string>): string[] {
  return rowsOf(table).filter((name) => !visited.has(name));
}

/** A copy of a table with every candidate replaced, for tests that look into it or spoil it. */
export function mapCandidates(
  table: Table,
  replace: (candidate: Candidate, name: string, leaf: number) => Candidate | null,
): Table {
  const mapRow = (row: readonly Candidate[] | undefined, leaf: number, event: string) =>
    row
      ?.map((candidate, i) =>
        replace(candidate, `${table.states[leaf]?.path} ${event} #${i}`, leaf),
      )
      .filter((candidate) => candidate !== null);
  const width = table.events.length;
  return {
    ...table,
    rows: table.rows.map((row, i) =>
      mapRow(row, Math.floor(i / width), table.events[i % width] ?? ''),
    ),
    always: table.always.map((row, leaf) => mapRow(row, leaf, 'always')),
    idle: null,
  };
}

/** A copy of a table in which each candidate says that it is taken, and custom actions are known as such. */
function observed(table: Table, log: Recorder, visit: (row: string) => void): Table {
  const known = (op: Op): Op =>
    op.kind === CALL
      ? { ...op, run: (args, params) => log.custom(() => op.run(args, params)) }
      : op;
  const copy = mapCandidates(table, (candidate, name) => {
    const taken: Op = {
      kind: CALL,
      name: 'visit',
      run: () => visit(name),
      params: undefined,
      raised: null,
    };
    return { ...candidate, exits: candidate.exits + 1, ops: [taken, ...candidate.ops.map(known)] };
  });
  return { ...copy, start: table.start.map(known) };
}

/** @returns whether the run went round in a circle; every other failure is thrown. */
function attempt(run: Run<unknown>, event: MachineEvent): boolean {
  try {
    run.step({ ...event, io: run.log.io } as MachineEvent);
    return false;
  } catch (failure) {
    if (failure instanceof Error) {
      if (failure.name === 'EndlessMachine' || failure.message.startsWith('Infinite loop detected'))
        return true;
    }
    throw failure;
  }
}

function compare<S>(mine: Run<S>, theirs: Run<S>, snapshot: (s: S) => unknown): string | null {
  const path = mine.path();
  if (path !== theirs.path()) return `state '${path}' is not '${theirs.path()}'`;
  const s = difference(snapshot(mine.s()), snapshot(theirs.s()), 's');
  if (s !== null) return `in state '${path}', ${s}`;
  const effects = theirs.deferred
    ? // Deferred custom actions come after what assigns have said: each kind keeps its own order.
      (difference(mine.log.ofCustomActions(), theirs.log.ofCustomActions(), 'effects') ??
      difference(
        mine.log.ofCustomActions(false),
        theirs.log.ofCustomActions(false),
        'effects of assigns',
      ))
    : difference(mine.log.all(), theirs.log.all(), 'effects');
  return effects === null ? null : `in state '${path}', ${effects}`;
}
