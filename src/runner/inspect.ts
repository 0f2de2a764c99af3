import { edges } from '../kernel/machine/flatten.ts';
import type { Table } from '../kernel/machine/flatten.ts';
import type { InspectRow, InspectView, MachineView } from '../view/inspect.ts';
import type { Pid } from '../view/time.ts';
import type { Run } from './run.ts';

/** All that the inspector shows of a process. @throws RangeError for an unknown pid */
export function inspect(run: Run, pid: Pid): InspectView {
  const { world, protocol } = run;
  const process = world.process(pid);
  const timers = process.timers
    .toSorted((a, b) => a.time - b.time)
    .map(({ type, time }): InspectRow => {
      const row = { term: type, value: time - world.time };
      return process.held.includes(type) ? { ...row, held: true } : row;
    });
  return {
    pid,
    time: world.time,
    machines: process.parts.map(({ machine: { table } }, at) => machine(table, process.leaves[at])),
    sections: [...protocol.inspect(world, pid), { name: 'timers', rows: timers }],
  };
}

/** A machine's picture, from the very table that runs. */
function machine(table: Table, leaf: number | undefined): MachineView {
  const path = (index: number): string => table.states[index]?.path ?? '';
  const initial = table.initial;
  return {
    id: table.id,
    current: leaf === undefined ? '' : path(leaf),
    states: table.states
      .filter(({ index }) => index !== 0)
      .map(({ index, path: own, parent }) => ({
        path: own,
        parent: parent <= 0 ? null : path(parent),
        initial: index === initial,
      })),
    transitions: edges(table)
      .filter(({ to }) => to !== null)
      .map(({ from, to, event, guard }) => ({
        from: path(from),
        to: path(to as number),
        event,
        guard,
      })),
  };
}
