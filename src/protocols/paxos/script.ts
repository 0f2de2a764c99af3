/** The rows of a schedule, as they are written and as the scheduler goes by them. */
import type { PaxosSchedule } from '../../view/paxos-setup.ts';
import type { Pid } from '../../view/time.ts';

/** One row: a request with its answer, a request that is lost, what a learner is told, or a step that a proposer takes by itself. */
export type Row =
  | { readonly kind: 'request'; readonly from: Pid; readonly to: Pid; readonly type: RequestType }
  | { readonly kind: 'drop'; readonly from: Pid; readonly to: Pid; readonly type: RequestType }
  | { readonly kind: 'learn'; readonly from: Pid; readonly to: Pid }
  | { readonly kind: 'decide' | 'propose'; readonly pid: Pid };

export type RequestType = 'PREPARE' | 'ACCEPT';

/** What may come back, for each request. */
export const answersTo: Readonly<Record<RequestType, readonly string[]>> = {
  PREPARE: ['PROMISE', 'NACK'],
  ACCEPT: ['ACCEPTED', 'NACK'],
};

/** What a learner may be told. */
export const told: readonly string[] = ['LEARN', 'DECISION'];

export interface Script {
  readonly rows: readonly Row[];
  /** After the last row comes this one; null: it is over then. */
  readonly repeatFrom: number | null;
}

export interface ScriptFault {
  readonly row: number;
  readonly fault: string;
}

const REQUEST = /^(\S+) → (\S+) (prepare|accept|learn)( dropped)?$/u;
const OWN_STEP = /^(\S+) (decides|proposes)$/u;

/** Reads `A1 → A2 prepare`, `A1 → A2 prepare dropped`, `A1 → A2 learn`, `A1 decides`, `A1 proposes`. */
export function readScript(
  { rows, repeatFrom }: PaxosSchedule,
  names: ReadonlyMap<Pid, string>,
): Script | ScriptFault {
  const pids = new Map([...names].map(([pid, name]) => [name, pid]));
  const read: Row[] = [];
  for (const [row, text] of rows.entries()) {
    const found = readRow(text.trim(), pids);
    if (typeof found === 'string') return { row, fault: found };
    read.push(found);
  }
  if (repeatFrom !== undefined && repeatFrom >= rows.length)
    return { row: rows.length - 1, fault: `there is no row ${repeatFrom} to go on with` };
  return { rows: read, repeatFrom: repeatFrom ?? null };
}

function readRow(text: string, pids: ReadonlyMap<string, Pid>): Row | string {
  const request = REQUEST.exec(text);
  if (request !== null) {
    const [, from = '', to = '', word, dropped] = request;
    const [sender, receiver] = [pids.get(from), pids.get(to)];
    if (sender === undefined || receiver === undefined)
      return `nobody is called ${sender === undefined ? from : to}`;
    if (word === 'learn') {
      return dropped === undefined
        ? { kind: 'learn', from: sender, to: receiver }
        : `"${text}" is no row: prepare and accept can be dropped`;
    }
    const type = word === 'prepare' ? 'PREPARE' : 'ACCEPT';
    const kind = dropped === undefined ? 'request' : 'drop';
    return { kind, from: sender, to: receiver, type };
  }
  const own = OWN_STEP.exec(text);
  if (own === null) return `"${text}" is no row: write A1 → A2 prepare, A1 decides or A1 proposes`;
  const [, name = '', word] = own;
  const pid = pids.get(name);
  if (pid === undefined) return `nobody is called ${name}`;
  return { kind: word === 'decides' ? 'decide' : 'propose', pid };
}

/** The row after this one; null when the script is over. */
export const rowAfter = ({ rows, repeatFrom }: Script, index: number): number | null =>
  index + 1 < rows.length ? index + 1 : repeatFrom;

/** A row as it is written. */
export function rowText(row: Row, names: ReadonlyMap<Pid, string>): string {
  const name = (pid: Pid): string => names.get(pid) ?? `${pid}`;
  if (row.kind === 'request' || row.kind === 'drop') {
    const word = row.type === 'PREPARE' ? 'prepare' : 'accept';
    const end = row.kind === 'drop' ? ' dropped' : '';
    return `${name(row.from)} → ${name(row.to)} ${word}${end}`;
  }
  if (row.kind === 'learn') return `${name(row.from)} → ${name(row.to)} learn`;
  return `${name(row.pid)} ${row.kind === 'decide' ? 'decides' : 'proposes'}`;
}
