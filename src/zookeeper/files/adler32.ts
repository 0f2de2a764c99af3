/**
 * [RFC 1950, 9]: the checksum of a part of a file; unsigned.
 * @param before the checksum of what stands before it and is summed with it
 */
export function adler32(
  bytes: Uint8Array,
  start = 0,
  end = bytes.length,
  before = OF_NOTHING,
): number {
  let a = before & 0xffff;
  let b = before >>> 16;
  for (let from = start; from < end; from += BEFORE_OVERFLOW) {
    const to = Math.min(end, from + BEFORE_OVERFLOW);
    for (let i = from; i < to; i++) {
      a += bytes[i] ?? 0;
      b += a;
    }
    a %= PRIME;
    b %= PRIME;
  }
  return ((b << 16) | a) >>> 0;
}

/** The checksum of no bytes. */
export const OF_NOTHING = 1;

const PRIME = 65_521;
const BEFORE_OVERFLOW = 3800;
