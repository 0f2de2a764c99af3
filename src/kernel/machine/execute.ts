/**
 * Runs a flattened machine. The rules are XState's own: `macrostep` in xstate 5 (after SCXML's
 * main event loop), for the language that `flatten` lets through.
 *
 * Custom actions run in place. XState's pure `transition()` hands them out afterwards instead, each
 * with the context of its place, so both agree as long as a custom action changes no state. An assign
 * that says something to `io` says it in its place, and once.
 */
import {
  ASSIGN,
  CALL,
  RAISE,
  RAISE_RESULT,
  type Args,
  type Candidate,
  type MachineEvent,
  type Op,
  type Run,
  type Scope,
  type Table,
} from './table.ts';

export type { MachineEvent, Scope } from './table.ts';

const NONE: readonly Candidate[] = [];

/** Thrown when `always` or raised events run in a circle. Half of the step has then been done. */
export class EndlessMachine extends Error {
  readonly statePath: string;

  constructor(table: Table, state: number) {
    const path = pathOf(table, state);
    super(
      `Machine '${table.id}', state '${path}': no rest after ${table.limit} microsteps; ` +
        'its always transitions or raised events run in a circle.',
    );
    this.name = 'EndlessMachine';
    this.statePath = path;
  }
}

/**
 * Enters the machine: entry actions from the root down to the initial leaf, then `always` and what
 * was raised. `scope.s` is the state to begin with (the machine's own `context` is not read), and
 * `event` is what entry actions see, XState's `xstate.init`.
 *
 * @returns the leaf the machine rests in.
 * @throws EndlessMachine; and whatever an implementation throws.
 */
export function enter<S>(table: Table, scope: Scope<S>, event: MachineEvent): number {
  const run = lease(table, scope, event);
  perform(run, table.start);
  const rest = settle(table, run, table.initial, table.initial);
  table.idle = run;
  return rest;
}

/**
 * One macrostep: the event, then `always` and raised events until the machine rests.
 * `scope.s` is replaced by what assigns return.
 *
 * @returns the leaf the machine rests in, which may be `state` itself; or -1 when no transition was
 *   enabled, and then nothing has changed. Note that XState looks at `always` after every event,
 *   even one that nothing handles.
 * @throws RangeError when `state` is not a leaf; EndlessMachine; and whatever an implementation throws.
 */
export function dispatch<S>(
  table: Table,
  state: number,
  scope: Scope<S>,
  event: MachineEvent,
): number {
  const index = table.eventIndices.get(event.type);
  return dispatchIndexed(table, state, scope, event, index === undefined ? -1 : index);
}

/** `dispatch` for a caller that knows `eventIndex(table, event.type)` already (-1 when unknown). */
export function dispatchIndexed<S>(
  table: Table,
  state: number,
  scope: Scope<S>,
  event: MachineEvent,
  index: number,
): number {
  const row = index < 0 ? NONE : table.rows[state * table.events.length + index];
  const always = table.always[state];
  if (row === undefined || always === undefined) throw notALeaf(table, state);
  const run = lease(table, scope, event);
  const taken = choose(row, run.args);
  let rest = -1;
  if (taken === null) {
    if (always.length !== 0) rest = settle(table, run, state, -1);
  } else {
    perform(run, taken.ops);
    rest = taken.target;
    if (run.queue.length !== 0 || alwaysOf(table, rest).length !== 0)
      rest = settle(table, run, rest, rest);
  }
  table.idle = run;
  return rest;
}

/** Whether the leaf has an `always` that is enabled; for a caller that asks many who mostly have none. */
export function isRoused<S>(
  table: Table,
  state: number,
  scope: Scope<S>,
  event: MachineEvent,
): boolean {
  const always = table.always[state];
  if (always === undefined) throw notALeaf(table, state);
  if (always.length === 0) return false;
  const run = lease(table, scope, event);
  const taken = choose(always, run.args);
  table.idle = run;
  return taken !== null;
}

/** The index of an event type in `table.events`; -1 when no state names it. */
export function eventIndex(table: Table, type: string): number {
  return table.eventIndices.get(type) ?? -1;
}

/**
 * Takes the table's working objects for one macrostep. They are given back only when it ends well:
 * after a throw, or for a step nested in an action, the next one makes new ones. So no half-used
 * queue is ever seen again, without a try/finally on the hot path.
 */
function lease(table: Table, context: Scope<unknown>, event: MachineEvent): Run {
  const run = table.idle;
  if (run === null) return { args: { context, event }, queue: [] };
  table.idle = null;
  run.args.context = context;
  run.args.event = event;
  return run;
}

/** The first candidate whose guard passes. */
function choose(row: readonly Candidate[], args: Args): Candidate | null {
  for (let i = 0; i < row.length; i++) {
    const candidate = row[i] as Candidate;
    const guard = candidate.guard;
    if (guard === null || guard(args, candidate.guardParams)) return candidate;
  }
  return null;
}

function perform(run: Run, ops: readonly Op[]): void {
  const args = run.args;
  for (let i = 0; i < ops.length; i++) {
    const op = ops[i] as Op;
    const implementation = op.run;
    switch (op.kind) {
      case CALL:
        implementation(args, op.params);
        break;
      case ASSIGN: {
        const s = (implementation(args, op.params) as Scope<unknown>).s;
        if (s === undefined) throw new TypeError(`Assign '${op.name}' did not return { s }.`);
        args.context.s = s;
        break;
      }
      case RAISE:
        run.queue.push(op.raised as MachineEvent);
        break;
      case RAISE_RESULT:
        run.queue.push(implementation(args, op.params) as MachineEvent);
    }
  }
}

/**
 * The rest of a macrostep, round for round as XState's loop: `always` first, with the event last
 * taken; only when none is enabled the oldest raised event. After a raised event, handled or not,
 * `always` is looked at again; after an `always` that changed nothing it is not.
 *
 * @param rest what to return if nothing is taken: the leaf, or -1 if nothing has been taken so far.
 */
function settle(table: Table, run: Run, state: number, rest: number): number {
  const { args, queue } = run;
  let leaf = state;
  let last = rest;
  let lookAtAlways = true;
  for (let round = 1; ; round++) {
    if (round > table.limit) throw new EndlessMachine(table, leaf);
    let taken: Candidate | null = lookAtAlways ? choose(alwaysOf(table, leaf), args) : null;
    if (taken !== null) {
      lookAtAlways = !taken.still;
    } else {
      // Mostly none is there, and a look at the length is cheaper than the call.
      const raised = queue.length === 0 ? undefined : queue.shift();
      if (raised === undefined) return last;
      args.event = raised;
      taken = choose(rowOf(table, leaf, eventIndex(table, raised.type)), args);
      lookAtAlways = true;
      if (taken === null) continue;
    }
    perform(run, taken.ops);
    leaf = taken.target;
    last = leaf;
  }
}

function rowOf(table: Table, leaf: number, index: number): readonly Candidate[] {
  return index < 0
    ? NONE
    : (table.rows[leaf * table.events.length + index] as readonly Candidate[]);
}

function alwaysOf(table: Table, leaf: number): readonly Candidate[] {
  return table.always[leaf] as readonly Candidate[];
}

function notALeaf(table: Table, state: number): RangeError {
  return new RangeError(
    `Machine '${table.id}': ${state} ('${pathOf(table, state)}') is not the index of an atomic state.`,
  );
}

function pathOf(table: Table, state: number): string {
  return table.states[state]?.path ?? '';
}
