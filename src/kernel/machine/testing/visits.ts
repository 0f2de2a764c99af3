/** Which rows of its machines' tables a world takes, in runs as they are. */
import type { Machine } from '../../model.ts';
import { CALL } from '../table.ts';
import type { Table } from '../table.ts';
import { mapCandidates, unvisitedRows } from './equality.ts';

interface WithMachines {
  readonly machines: (pid: number) => readonly Machine[];
}

export class Visits {
  private readonly tables = new Map<
    Table,
    { readonly noting: Table; readonly rows: Set<string> }
  >();

  /** The model, noting each row that is taken in a world of it. */
  of<M extends WithMachines>(model: M): M {
    const machines = (pid: number): readonly Machine[] =>
      model.machines(pid).map((machine) => ({ ...machine, table: this.noting(machine.table) }));
    return { ...model, machines };
  }

  /** The rows that nothing has taken. */
  get missed(): readonly string[] {
    return [...this.tables].flatMap(([table, { rows }]) => unvisitedRows(table, rows));
  }

  private noting(table: Table): Table {
    const known = this.tables.get(table);
    if (known !== undefined) return known.noting;
    const rows = new Set<string>();
    const noting = mapCandidates(table, (candidate, name) => {
      const run = (): void => void rows.add(name);
      const op = { kind: CALL, name: 'note', run, params: undefined, raised: null } as const;
      return { ...candidate, ops: [op, ...candidate.ops] };
    });
    this.tables.set(table, { noting, rows });
    return noting;
  }
}
