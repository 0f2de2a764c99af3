/** Support for tests: mistakes a flattener or an executor could make, planted in a compiled table. */
import { mapCandidates } from './equality.ts';
import {
  ASSIGN,
  type Candidate,
  type Implementation,
  type MachineEvent,
  type Op,
  type Table,
} from '../table.ts';

type Fault = (table: Table) => Table;

/** Rewrites the program of each candidate, given as its three parts. */
function programs(
  rewrite: (
    exits: readonly Op[],
    own: readonly Op[],
    entries: readonly Op[],
    candidate: Candidate,
  ) => readonly Op[],
): Fault {
  return (table) =>
    mapCandidates(table, (candidate) => {
      const { ops, exits, entries } = candidate;
      const from = ops.length - entries;
      return {
        ...candidate,
        ops: rewrite(ops.slice(0, exits), ops.slice(exits, from), ops.slice(from), candidate),
      };
    });
}

/**
 * A fault of the executor, planted in what it works with: the queue of raised events, and what the
 * table answers when asked for `always` (nothing, when `skipAlways` says so).
 */
function executor(
  skipAlways: (queued: number, afterRaised: boolean) => boolean,
  shift: (queue: MachineEvent[]) => MachineEvent | undefined = (queue) => queue.splice(0, 1)[0],
): Fault {
  return (table) => {
    const queue: MachineEvent[] = [];
    let afterRaised = false;
    queue.shift = () => {
      afterRaised = queue.length > 0;
      return shift(queue);
    };
    const always = new Proxy(table.always, {
      get(rows, key) {
        const row: unknown = Reflect.get(rows, key);
        if (!Array.isArray(row)) return row;
        const skipped = skipAlways(queue.length, afterRaised);
        afterRaised = false;
        return skipped ? [] : row;
      },
    });
    return {
      ...table,
      always,
      idle: { args: { context: { s: null }, event: { type: '' } }, queue },
    };
  };
}

/** Rewrites every assign. */
const assigns = (rewrite: (run: Implementation) => Implementation): Fault =>
  programs((exits, own, entries) =>
    [...exits, ...own, ...entries].map((op) =>
      op.kind === ASSIGN ? { ...op, run: rewrite(op.run) } : op,
    ),
  );

const never = () => false;

export const FAULTS: Readonly<Record<string, Fault>> = {
  'exit actions in reverse order': programs((exits, own, entries) => [
    ...exits.toReversed(),
    ...own,
    ...entries,
  ]),
  'entry actions in reverse order': programs((exits, own, entries) => [
    ...exits,
    ...own,
    ...entries.toReversed(),
  ]),
  'actions of the transition before the exits': programs((exits, own, entries) => [
    ...own,
    ...exits,
    ...entries,
  ]),
  'actions of the transition after the entries': programs((exits, own, entries) => [
    ...exits,
    ...entries,
    ...own,
  ]),
  'actions of the transition forgotten': programs((exits, _own, entries) => [...exits, ...entries]),
  'exit actions forgotten': programs((_exits, own, entries) => [...own, ...entries]),
  'entry of the initial child forgotten': (table) =>
    programs((exits, own, entries, { to, target }) => [
      ...exits,
      ...own,
      ...(to >= 0 && to !== target ? entries.slice(0, -1) : entries),
    ])(table),
  'reenter ignored': programs((exits, own, entries, { reenter, to, source }) =>
    reenter && to === source ? own : [...exits, ...own, ...entries],
  ),
  "ancestors' transitions not bubbled": (table) =>
    mapCandidates(table, (candidate, name, leaf) =>
      candidate.source === leaf || name.includes(' always ') ? candidate : null,
    ),
  "ancestors' always not looked at": (table) =>
    mapCandidates(table, (candidate, name, leaf) =>
      candidate.source === leaf || !name.includes(' always ') ? candidate : null,
    ),
  'always forgotten': (table) => ({ ...table, always: table.always.map((row) => row && []) }),
  'guards ignored': (table) => mapCandidates(table, (candidate) => ({ ...candidate, guard: null })),
  'params of actions forgotten': programs((exits, own, entries) =>
    [...exits, ...own, ...entries].map((op) =>
      op.kind === ASSIGN || op.params === undefined ? op : { ...op, params: undefined },
    ),
  ),
  'an always that changes nothing is taken again': (table) =>
    mapCandidates(table, (candidate) => ({ ...candidate, still: false })),
  'an always that changes something is not followed by another': (table) =>
    mapCandidates(table, (candidate) => ({ ...candidate, still: true })),
  'what an assign says is said twice': assigns((run) => (args, params) => {
    run(args, params);
    return run(args, params);
  }),
  'what an assign says is lost': assigns((run) => ({ context, event }, params) => {
    const silent: MachineEvent = { ...event, io: undefined } as MachineEvent;
    return run({ context, event: silent }, params);
  }),
  'raised events last in, first out': executor(never, (queue) => queue.pop()),
  'raised events lost': executor(never, (queue) => {
    queue.length = 0;
    return undefined;
  }),
  'raised events before always': executor((queued) => queued > 0),
  'always skipped after a raised event': executor((_queued, afterRaised) => afterRaised),
};

/** All the machinery of planting, and no fault. */
export const SOUND: Fault = (table) =>
  executor(never)(programs((exits, own, entries) => [...exits, ...own, ...entries])(table));
