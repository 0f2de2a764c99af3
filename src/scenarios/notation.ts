import { zxidText } from '../view/zxid.ts';
import type { Zxid } from '../view/zxid.ts';

/** The largest epoch and counter: each is 32 bits, and an epoch is a signed int in ZooKeeper. */
const MAX_EPOCH = 0x7fffffff;
const MAX_COUNTER = 0xffffffff;

/** Reads `1·8`, `1:8`, `1.8` or `0x100000008`; null for anything else. */
export function readZxid(text: string): Zxid | null {
  const dotted = /^(\d{1,10})[·:.](\d{1,10})$/u.exec(text.trim());
  if (dotted !== null) return inRange(Number(dotted[1]), Number(dotted[2]));
  const hex = /^0x([0-9a-f]{1,16})$/iu.exec(text.trim())?.[1];
  if (hex === undefined) return null;
  const epoch = Number.parseInt(hex.slice(0, -8) || '0', 16);
  return inRange(epoch, Number.parseInt(hex.slice(-8), 16));
}

const inRange = (epoch: number, counter: number): Zxid | null =>
  epoch <= MAX_EPOCH && counter <= MAX_COUNTER ? { epoch, counter } : null;

/** Negative, zero or positive, as zxids are ordered: epoch, then counter. */
export const compareZxids = (a: Zxid, b: Zxid): number =>
  a.epoch - b.epoch || a.counter - b.counter;

/** Whether a zxid is as large as the one written. */
export function reachesZxid(zxid: Zxid, written: string): boolean {
  const least = readZxid(written);
  return least !== null && compareZxids(zxid, least) >= 0;
}

/** Consecutive transactions of one epoch, both ends included. */
export interface ZxidRange {
  readonly from: Zxid;
  readonly to: Zxid;
}

/** A log that cannot be one, with the words of the file that show it. */
export interface LogFault {
  readonly fault: 'notation' | 'order' | 'gap';
  readonly part: string;
  readonly before: string;
}

/** Reads `1·1-1·8 2·1`: ranges that follow each other without a gap, each epoch from 1 on. */
export function readLog(text: string): readonly ZxidRange[] | LogFault {
  const ranges: ZxidRange[] = [];
  for (const part of text.split(/\s+/u).filter((piece) => piece !== '')) {
    const range = readRange(part);
    if (range === null) return { fault: 'notation', part, before: '' };
    const last = ranges.at(-1)?.to ?? { epoch: 0, counter: 0 };
    const before = zxidText(last);
    if (compareZxids(range.from, last) <= 0) return { fault: 'order', part, before };
    const expected = range.from.epoch === last.epoch ? last.counter + 1 : 1;
    if (range.from.counter !== expected) return { fault: 'gap', part, before };
    ranges.push(range);
  }
  return ranges;
}

function readRange(part: string): ZxidRange | null {
  const [first, second, ...more] = part.split('-');
  if (first === undefined || more.length > 0) return null;
  const from = readZxid(first);
  const to = second === undefined ? from : readZxid(second);
  if (from === null || to === null || from.epoch !== to.epoch || from.counter > to.counter) {
    return null;
  }
  return { from, to };
}
