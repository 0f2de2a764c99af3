/**
 * A table of a database with a primary key (specification R-4d): of several that insert one row, one
 * succeeds; the row outlives whoever inserted it. Its column `beat` holds when the owner last gave a
 * sign, by the clock of the database.
 */
import type { TableRow } from '../../view/outside.ts';
import type { Table } from './data.ts';
import { say } from './facts.ts';
import type { OutsideReply, TableRequest } from './messages.ts';
import { answerOf } from './messages.ts';
import { clockOf, keep, requestOf, tell } from './outside.ts';
import type { Outside, OutsideEvent } from './outside.ts';

export const emptyTable: Table = { kind: 'table', rows: [], statements: 0, vain: 0 };

type S = Outside<Table>;
type Asked<Op extends TableRequest['op']> = TableRequest & { readonly op: Op };

const ops: ReadonlySet<string> = new Set<TableRequest['op']>([
  'insert',
  'beat',
  'take-over',
  'select',
  'delete-row',
]);

/** The row that a statement names; undefined: there is none. */
const rowOf = ({ data }: S, e: OutsideEvent): TableRow | undefined => {
  const { id } = requestOf(e) as TableRequest;
  return data.rows.find((row) => row.id === id);
};

export const isStatement = (_s: S, e: OutsideEvent): boolean => ops.has(requestOf(e).op);
export const isSelect = (_s: S, e: OutsideEvent): boolean => requestOf(e).op === 'select';
export const isInsert = (_s: S, e: OutsideEvent): boolean => requestOf(e).op === 'insert';
/** The primary key refuses a second row. */
export const isDuplicate = (s: S, e: OutsideEvent): boolean =>
  isInsert(s, e) && rowOf(s, e) !== undefined;

export const isOwnersBeat = (s: S, e: OutsideEvent): boolean => {
  const asked = requestOf(e);
  return asked.op === 'beat' && rowOf(s, e)?.owner === asked.owner;
};

/** Owner and age are compared, and the row changed, in one statement. */
export const isStaleOwners = (s: S, e: OutsideEvent): boolean => {
  const asked = requestOf(e);
  const row = rowOf(s, e);
  if (asked.op !== 'take-over' || row === undefined) return false;
  return row.owner === asked.from && row.beat < clockOf(s, e) - asked.olderMs;
};

export const isOwnersDelete = (s: S, e: OutsideEvent): boolean => {
  const asked = requestOf(e);
  return asked.op === 'delete-row' && rowOf(s, e)?.owner === asked.owner;
};

const counted = ({ data }: S, vain: boolean): Table => ({
  ...data,
  statements: data.statements + 1,
  vain: data.vain + (vain ? 1 : 0),
});

const withRows = (s: S, rows: readonly TableRow[]): Table => ({ ...counted(s, false), rows });

const changed = (s: S, row: TableRow): Table =>
  withRows(
    s,
    s.data.rows.map((each) => (each.id === row.id ? row : each)),
  );

const inVain = (s: S, e: OutsideEvent, what: OutsideReply): S => {
  const { op, id } = requestOf(e) as TableRequest;
  if (e.io.explaining) say(e, 'row-unchanged', { from: e.from, op, id, err: what.err });
  return tell(s, e, counted(s, true), what);
};

export function insert(s: S, e: OutsideEvent): S {
  const { id, owner } = requestOf(e) as Asked<'insert'>;
  const row = { id, owner, beat: clockOf(s, e), term: 1 };
  if (e.io.explaining) say(e, 'row-inserted', { from: e.from, id, owner });
  return keep(s, e, withRows(s, [...s.data.rows, row]), answerOf(row.term));
}

/** Answers with whose row it is. */
export const refuseDuplicate = (s: S, e: OutsideEvent): S =>
  inVain(s, e, answerOf(rowOf(s, e)?.owner ?? null, 'DuplicateKey'));

export function beat(s: S, e: OutsideEvent): S {
  const row = rowOf(s, e) as TableRow;
  if (e.io.explaining) say(e, 'row-beat', { from: e.from, id: row.id, owner: row.owner });
  return keep(s, e, changed(s, { ...row, beat: clockOf(s, e) }), answerOf(row.term));
}

export function takeOver(s: S, e: OutsideEvent): S {
  const { owner, from } = requestOf(e) as Asked<'take-over'>;
  const row = rowOf(s, e) as TableRow;
  const term = row.term + 1;
  if (e.io.explaining) say(e, 'row-taken-over', { id: row.id, owner, before: from, term });
  const next = { ...row, owner, term, beat: clockOf(s, e) };
  return keep(s, e, changed(s, next), answerOf(term));
}

export function remove(s: S, e: OutsideEvent): S {
  const { id, owner } = requestOf(e) as Asked<'delete-row'>;
  if (e.io.explaining) say(e, 'row-deleted', { from: e.from, id, owner });
  const rows = s.data.rows.filter((row) => row.id !== id);
  return keep(s, e, withRows(s, rows), answerOf());
}

/** Answers with the owner. */
export function select(s: S, e: OutsideEvent): S {
  const row = rowOf(s, e);
  const what = row === undefined ? answerOf(null, 'NoRow') : answerOf(row.owner);
  return tell(s, e, counted(s, row === undefined), what);
}

/** `0 rows`: no row is as the statement says. */
export const matchNothing = (s: S, e: OutsideEvent): S => inVain(s, e, answerOf(null, 'NoRow'));
