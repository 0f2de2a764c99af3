/** Numbers as a server's log writes them. */
import type { Zxid } from '../view/zxid.ts';

/** Half of a 64-bit number in hexadecimal digits. */
const HALF = 8;

/** `0x100000007`; null for what is no zxid, such as the one of an observer's vote, 0x8000000000000000. */
export function zxidIn(hex: string): Zxid | null {
  const digits = /^0x([\da-f]{1,16})$/u.exec(hex)?.[1];
  if (digits === undefined) return null;
  const epoch = Number.parseInt(digits.slice(0, -HALF) || '0', 16);
  const counter = Number.parseInt(digits.slice(-HALF), 16);
  return epoch >= 2 ** 31 ? null : { epoch, counter };
}

/** `1·7` read back. */
export function zxidOf(text: unknown): Zxid | null {
  const [, epoch, counter] = /^(\d{1,10})·(\d{1,10})$/u.exec(String(text)) ?? [];
  return epoch === undefined ? null : { epoch: Number(epoch), counter: Number(counter) };
}

/** A round or an epoch, `0x1f`; null for one that no server counts to. */
export function countIn(hex: string | undefined): number | null {
  const value = hex === undefined ? Number.NaN : Number.parseInt(hex, 16);
  return Number.isSafeInteger(value) ? value : null;
}

/** The number that the first group holds. */
export function idIn(like: RegExp, text: string): number | null {
  const found = like.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}
