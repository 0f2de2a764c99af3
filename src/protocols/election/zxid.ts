import type { Zxid } from '../../view/zxid.ts';

export const ZERO: Zxid = { epoch: 0, counter: 0 };

/** Negative, zero or positive, as zxids are ordered: epoch, then counter. */
export const compareZxid = (a: Zxid, b: Zxid): number => a.epoch - b.epoch || a.counter - b.counter;

export const sameZxid = (a: Zxid, b: Zxid): boolean =>
  a.epoch === b.epoch && a.counter === b.counter;

export const maxZxid = (a: Zxid, b: Zxid): Zxid => (compareZxid(a, b) >= 0 ? a : b);

/**
 * Reads `2·7` or `0x200000007`.
 * @throws RangeError for anything else
 */
export function parseZxid(text: string): Zxid {
  const dotted = /^(\d+)[·:.](\d+)$/u.exec(text.trim());
  if (dotted !== null) return { epoch: Number(dotted[1]), counter: Number(dotted[2]) };
  const hex = /^0x([0-9a-f]{1,16})$/iu.exec(text.trim())?.[1];
  if (hex === undefined) throw new RangeError(`not a zxid: '${text}'`);
  const high = hex.length > 8 ? hex.slice(0, -8) : '0';
  return { epoch: Number.parseInt(high, 16), counter: Number.parseInt(hex.slice(-8), 16) };
}
