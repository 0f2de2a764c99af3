/**
 * A sequence of transactions in ascending order, as runs of consecutive zxids of one epoch: a server
 * writes thousands of them, and its whole log is still a handful of numbers. Never changed once made:
 * a log that grows shares everything before its newest run with the one it grew from, so that a state
 * which is kept for time travel costs no second copy of the past.
 */
import { zxidText } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import { compareZxid, parseZxid } from './zxid.ts';

/** The transactions (epoch, from) … (epoch, to). */
export interface Run {
  readonly epoch: number;
  readonly from: number;
  readonly to: number;
}

/** A log's newest run, and the log without it. */
interface Grown extends Run {
  readonly before: TxnLog;
}

/** Null: no transaction. */
export type TxnLog = Grown | null;

export const EMPTY: TxnLog = null;

/** A log of this run alone. */
export const of = ({ epoch, from, to }: Run): TxnLog => ({ epoch, from, to, before: EMPTY });

/** The runs, oldest first. */
function runs(log: TxnLog): Run[] {
  const all: Run[] = [];
  for (let at = log; at !== null; at = at.before) all.push(at);
  return all.reverse();
}

export function first(log: TxnLog): Zxid | null {
  if (log === null) return null;
  let oldest = log;
  while (oldest.before !== null) oldest = oldest.before;
  return { epoch: oldest.epoch, counter: oldest.from };
}

export const last = (log: TxnLog): Zxid | null =>
  log === null ? null : { epoch: log.epoch, counter: log.to };

export function size(log: TxnLog): number {
  let count = 0;
  for (let at = log; at !== null; at = at.before) count += at.to - at.from + 1;
  return count;
}

export function contains(log: TxnLog, zxid: Zxid): boolean {
  const kept = upTo(log, zxid);
  return kept !== null && kept.epoch === zxid.epoch && kept.to === zxid.counter;
}

/** The log with a run behind it. */
export function append(log: TxnLog, { epoch, from, to }: Run): TxnLog {
  if (to < from) return log;
  const joins = log !== null && log.epoch === epoch && log.to + 1 === from;
  return joins
    ? { epoch, from: log.from, to, before: log.before }
    : { epoch, from, to, before: log };
}

export function concat(log: TxnLog, more: TxnLog): TxnLog {
  if (log === null) return more;
  if (more === null) return log;
  return append(concat(log, more.before), more);
}

/** Whether nothing of the run is larger than `zxid`. */
const endsBy = ({ epoch, to }: Run, zxid: Zxid): boolean =>
  epoch < zxid.epoch || (epoch === zxid.epoch && to <= zxid.counter);

/** The transactions larger than `zxid`. */
export function after(log: TxnLog, zxid: Zxid): TxnLog {
  if (log === null || endsBy(log, zxid)) return EMPTY;
  const { epoch, from, to } = log;
  if (epoch === zxid.epoch && from <= zxid.counter)
    return { epoch, from: zxid.counter + 1, to, before: EMPTY };
  const before = after(log.before, zxid);
  return before === log.before ? log : { epoch, from, to, before };
}

/** The transactions not larger than `zxid`. */
export function upTo(log: TxnLog, zxid: Zxid): TxnLog {
  let at = log;
  while (at !== null && !endsBy(at, zxid)) {
    const { epoch, from, before } = at;
    if (epoch === zxid.epoch && from <= zxid.counter)
      return { epoch, from, to: zxid.counter, before };
    at = before;
  }
  return at;
}

/** The newest `count` transactions. */
export function newest(log: TxnLog, count: number): TxnLog {
  if (log === null || count <= 0) return EMPTY;
  const { epoch, from, to } = log;
  const own = to - from + 1;
  if (own > count) return { epoch, from: to - count + 1, to, before: EMPTY };
  const before = newest(log.before, count - own);
  return before === log.before ? log : { epoch, from, to, before };
}

/** Every zxid, oldest first. */
export function zxids(log: TxnLog): Zxid[] {
  const all: Zxid[] = [];
  for (const { epoch, from, to } of runs(log)) {
    for (let counter = from; counter <= to; counter++) all.push({ epoch, counter });
  }
  return all;
}

/** Whether one of the two is the beginning of the other. */
export function isPrefix(shorter: TxnLog, longer: TxnLog): boolean {
  const end = last(shorter);
  return end === null || text(upTo(longer, end)) === text(shorter);
}

/** Reads `1·1-1·8 2·1`. @throws RangeError when it is not a log in ascending order */
export function parse(source: string): TxnLog {
  let log: TxnLog = EMPTY;
  for (const part of source.split(/\s+/u).filter((piece) => piece !== '')) {
    const [from, to = from] = part.split('-').map(parseZxid);
    if (
      from === undefined ||
      to === undefined ||
      from.epoch !== to.epoch ||
      compareZxid(from, to) > 0
    )
      throw new RangeError(`not a range of one epoch: '${part}'`);
    const end = last(log);
    if (end !== null && compareZxid(end, from) >= 0)
      throw new RangeError(`not in ascending order: '${source}'`);
    log = append(log, { epoch: from.epoch, from: from.counter, to: to.counter });
  }
  return log;
}

/** Writes what {@link parse} reads. */
export const text = (log: TxnLog): string =>
  runs(log)
    .map(({ epoch, from, to }) => {
      const begin = zxidText({ epoch, counter: from });
      return from === to ? begin : `${begin}-${zxidText({ epoch, counter: to })}`;
    })
    .join(' ');
