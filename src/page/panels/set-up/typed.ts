import type { Zxid } from '../../../view/zxid.ts';

/** Readers of what a person types; null when it is not what the field holds. */

/** Seeds are 32 bits wide. */
const LARGEST_SEED = 0xffff_ffff;

/** A whole number without sign, spaces around it allowed. */
export const typedWhole = (text: string): number | null => {
  const trimmed = text.trim();
  return /^\d{1,10}$/.test(trimmed) ? Number(trimmed) : null;
};

/** The seed as typed; what is none is reported, and 1 stands for it. */
export const seedOf = (
  text: string,
  report: (field: 'seed', code: string, data: Readonly<Record<string, number>>) => void,
): number => {
  const seed = typedWhole(text);
  if (seed !== null && seed <= LARGEST_SEED) return seed;
  report('seed', 'seed-range', { most: LARGEST_SEED });
  return 1;
};

/** A number of ms, decimals allowed. */
export const typedMs = (text: string): number | null => {
  const trimmed = text.trim();
  return /^\d{1,9}(\.\d{1,3})?$/.test(trimmed) ? Number(trimmed) : null;
};

const HALF = 0xffff_ffff;

/** `1·8`, and `1.8`, `1:8` which are easier to type, and `0x100000008` as ZooKeeper prints it. */
export const typedZxid = (text: string): Zxid | null => {
  const trimmed = text.trim();
  const hex = /^0x([0-9a-f]{1,16})$/i.exec(trimmed)?.[1];
  if (hex !== undefined) {
    const high = hex.slice(0, -8);
    return {
      epoch: high === '' ? 0 : Number.parseInt(high, 16),
      counter: Number.parseInt(hex.slice(-8), 16),
    };
  }
  const match = /^(\d{1,10})\s*[·.:,]\s*(\d{1,10})$/.exec(trimmed);
  if (match === null) return null;
  const zxid = { epoch: Number(match[1]), counter: Number(match[2]) };
  return zxid.epoch <= HALF && zxid.counter <= HALF ? zxid : null;
};
