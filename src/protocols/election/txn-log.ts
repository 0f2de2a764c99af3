/**
 * A sequence of transactions, as runs of consecutive zxids of one epoch: a server writes thousands
 * of them, and its whole log is still a handful of numbers. Never changed once made.
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

export type TxnLog = readonly Run[];

export const EMPTY: TxnLog = [];

export const first = (log: TxnLog): Zxid | null => {
  const run = log[0];
  return run === undefined ? null : { epoch: run.epoch, counter: run.from };
};

export const last = (log: TxnLog): Zxid | null => {
  const run = log[log.length - 1];
  return run === undefined ? null : { epoch: run.epoch, counter: run.to };
};

export function size(log: TxnLog): number {
  let count = 0;
  for (const run of log) count += run.to - run.from + 1;
  return count;
}

export const contains = (log: TxnLog, zxid: Zxid): boolean =>
  log.some(
    ({ epoch, from, to }) => epoch === zxid.epoch && from <= zxid.counter && zxid.counter <= to,
  );

/** The log with a run behind it. */
export function append(log: TxnLog, run: Run): TxnLog {
  if (run.to < run.from) return log;
  const end = log[log.length - 1];
  if (end === undefined || end.epoch !== run.epoch || end.to + 1 !== run.from) return [...log, run];
  return [...log.slice(0, -1), { epoch: end.epoch, from: end.from, to: run.to }];
}

export const concat = (log: TxnLog, more: TxnLog): TxnLog => more.reduce(append, log);

/** The transactions larger than `zxid`. */
export function after(log: TxnLog, zxid: Zxid): TxnLog {
  const kept: Run[] = [];
  for (const run of log) {
    if (run.epoch < zxid.epoch || (run.epoch === zxid.epoch && run.to <= zxid.counter)) continue;
    const cut = run.epoch === zxid.epoch && run.from <= zxid.counter;
    kept.push(cut ? { epoch: run.epoch, from: zxid.counter + 1, to: run.to } : run);
  }
  return kept;
}

/** The transactions not larger than `zxid`. */
export function upTo(log: TxnLog, zxid: Zxid): TxnLog {
  const kept: Run[] = [];
  for (const run of log) {
    if (run.epoch > zxid.epoch || (run.epoch === zxid.epoch && run.from > zxid.counter)) continue;
    const cut = run.epoch === zxid.epoch && run.to > zxid.counter;
    kept.push(cut ? { epoch: run.epoch, from: run.from, to: zxid.counter } : run);
  }
  return kept;
}

/** The newest `count` transactions. */
export function newest(log: TxnLog, count: number): TxnLog {
  const kept: Run[] = [];
  let room = count;
  for (let i = log.length - 1; i >= 0 && room > 0; i--) {
    const run = log[i] as Run;
    const taken = Math.min(room, run.to - run.from + 1);
    kept.unshift(taken === run.to - run.from + 1 ? run : { ...run, from: run.to - taken + 1 });
    room -= taken;
  }
  return kept;
}

/** Every zxid, oldest first. */
export function zxids(log: TxnLog): Zxid[] {
  const all: Zxid[] = [];
  for (const { epoch, from, to } of log) {
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
  log
    .map(({ epoch, from, to }) => {
      const begin = zxidText({ epoch, counter: from });
      return from === to ? begin : `${begin}-${zxidText({ epoch, counter: to })}`;
    })
    .join(' ');
