/** Support for tests: one machine, run in three ways that ought to agree. */
import {
  assign,
  createActor,
  createMachine,
  initialTransition,
  raise,
  transition,
  type AnyActor,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type StateValue,
} from 'xstate';
import { dispatch, enter } from '../execute.ts';
import type { Recorder } from './recorder.ts';
import type { Implementation, MachineEvent, Scope, Table } from '../table.ts';

export interface Run<S> {
  readonly name: string;
  readonly log: Recorder;
  /** Whether custom actions ran after the assigns: then each kind's effects are compared in their own order. */
  readonly deferred: boolean;
  /** The first call enters the machine, each further one is a macrostep. */
  step(event: MachineEvent): void;
  path(): string;
  s(): S;
}

/**
 * By our table.
 * @param from the path at which the machine already stands: it is not entered then
 */
export function tableRun<S>(table: Table, initial: S, log: Recorder, from = ''): Run<S> {
  const scope: Scope<S> = { s: initial };
  let state = from === '' ? -1 : table.states.findIndex(({ path }) => path === from);
  return {
    name: 'table',
    log,
    deferred: false,
    step(event) {
      const rest = state < 0 ? enter(table, scope, event) : dispatch(table, state, scope, event);
      if (rest >= 0) state = rest;
    },
    path: () => table.states[state]?.path ?? '',
    s: () => scope.s,
  };
}

/** By `createActor(...).send`. Custom actions run in place, but for those at entry, which wait for `start`. */
export function actorRun<S>(
  machine: AnyStateMachine,
  limit: number,
  initial: S,
  log: Recorder,
): Run<S> {
  let actor: AnyActor | null = null;
  const snapshot = () => actor?.getSnapshot() as AnyMachineSnapshot;
  let failed: unknown = null;
  let entering = true;
  return {
    name: 'actor.send',
    log,
    get deferred() {
      return entering;
    },
    step(event) {
      entering = actor === null;
      if (actor === null) {
        actor = createActor(observed(machine, limit, initial, event, log));
        actor.subscribe({ error: (error: unknown) => (failed = error) });
        actor.start();
      } else {
        actor.send(event);
      }
      if (failed !== null) throw failed as Error;
    },
    path: () => pathOfValue(snapshot().value),
    s: () => (snapshot().context as Scope<S>).s,
  };
}

/** By an actor that stands at one place after another: the machine is made ready once. */
export function actorsOf(
  machine: AnyStateMachine,
  limit: number,
  log: Recorder,
): <S>(from: string, s: S) => Run<S> {
  const logic = observed(machine, limit, null, { type: 'xstate.init' }, log);
  return <S>(from: string, s: S): Run<S> => {
    const standing = logic.resolveState({ value: valueOfPath(from), context: { s } });
    const actor: AnyActor = createActor(logic, { snapshot: standing });
    const snapshot = () => actor.getSnapshot() as AnyMachineSnapshot;
    let failed: unknown = null;
    actor.subscribe({ error: (error: unknown) => (failed = error) });
    actor.start();
    return {
      name: 'actor.send',
      log,
      deferred: false,
      step(event) {
        actor.send(event);
        if (failed !== null) throw failed as Error;
      },
      path: () => pathOfValue(snapshot().value),
      s: () => (snapshot().context as Scope<S>).s,
    };
  };
}

/** By `transition()`, which hands out the custom actions to be run afterwards. */
export function pureRun<S>(
  machine: AnyStateMachine,
  limit: number,
  initial: S,
  log: Recorder,
): Run<S> {
  let logic = machine;
  let snapshot: AnyMachineSnapshot | null = null;
  // Each call of the two makes an actor to be thrown away, which enters the machine once more.
  let thrownAway = 0;
  return {
    name: 'transition()',
    log,
    deferred: true,
    step(event) {
      if (snapshot === null) {
        logic = observed(machine, limit, initial, event, log);
        log.unheard = Infinity;
        createActor(logic);
        thrownAway = log.implementations;
      }
      log.unheard = thrownAway;
      const [next, actions] =
        snapshot === null ? initialTransition(logic) : transition(logic, snapshot, event);
      snapshot = next as AnyMachineSnapshot;
      if (snapshot.status === 'error') throw snapshot.error as Error;
      for (const action of actions as readonly Executable[]) {
        if (!action.type.startsWith('xstate.')) action.exec?.(action.info, action.params);
      }
    },
    path: () => pathOfValue(snapshot?.value),
    s: () => ((snapshot as AnyMachineSnapshot).context as Scope<S>).s,
  };
}

interface Executable {
  readonly type: string;
  readonly info: unknown;
  readonly params: unknown;
  readonly exec?: (info: unknown, params: unknown) => void;
}

interface Builtin {
  readonly type: string;
  readonly assignment: Implementation;
  readonly event: unknown;
}

/**
 * The same machine with three changes: it begins with `s`; its implementations get exactly what the
 * table gives them, and `start` in place of XState's own initial event (which can carry no `io`);
 * and what custom actions say to `io` is known to be theirs.
 */
function observed(
  machine: AnyStateMachine,
  limit: number,
  s: unknown,
  start: MachineEvent,
  log: Recorder,
): AnyStateMachine {
  const narrowed =
    (run: Implementation): Implementation =>
    ({ context, event }, params) =>
      log.implementation(() =>
        run({ context, event: event.type === 'xstate.init' ? start : event }, params),
      );
  const action = (found: unknown): unknown => {
    if (typeof found !== 'function') return found;
    if (!('resolve' in found)) {
      const run = narrowed(found as Implementation);
      return (args: Parameters<Implementation>[0], params: unknown) =>
        log.custom(() => run(args, params));
    }
    const { type, assignment, event } = found as unknown as Builtin;
    if (type === 'xstate.assign')
      return assign(narrowed(assignment) as Parameters<typeof assign>[0]);
    return type === 'xstate.raise' && typeof event === 'function'
      ? raise(narrowed(event as Implementation) as Parameters<typeof raise>[0])
      : found;
  };
  const guard = (found: unknown): unknown =>
    typeof found === 'function' && !('check' in found) ? narrowed(found as Implementation) : found;
  const config = {
    ...machine.config,
    context: { s },
    options: { ...machine.options, maxIterations: limit },
  };
  const { actions, guards } = machine.implementations;
  const implementations = { actions: mapValues(actions, action), guards: mapValues(guards, guard) };
  return createMachine(
    config as Parameters<typeof createMachine>[0],
    implementations as unknown as Parameters<typeof createMachine>[1],
  ) as AnyStateMachine;
}

function mapValues(record: object, map: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

function valueOfPath(path: string): StateValue {
  const [name = '', ...rest] = path.split('.');
  return rest.length === 0 ? name : { [name]: valueOfPath(rest.join('.')) };
}

/** XState's `{ a: { b: 'c' } }` as 'a.b.c'. */
function pathOfValue(value: unknown): string {
  if (typeof value === 'string') return value;
  const [entry] = Object.entries((value ?? {}) as Record<string, unknown>);
  return entry === undefined ? '' : `${entry[0]}.${pathOfValue(entry[1])}`;
}
