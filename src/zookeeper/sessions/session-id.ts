/** Session ids and passwords as every server computes them. */
import type { Bytes, SessionId } from '../records/values.ts';

const MASK = (1n << 64n) - 1n;

/**
 * The first id of a tracker that starts now [SessionTrackerImpl.initializeNextSessionId]: the server's
 * byte, five bytes of its monotonic clock, two bytes of counter.
 * @param elapsed ms of the machine's monotonic clock
 */
export function firstSessionId(server: number, elapsed: number): SessionId {
  const time = ((BigInt(elapsed) << 24n) & MASK) >> 8n;
  return hex((time & 0x00ff_ffff_ffff_ffffn) | (BigInt(server) << 56n));
}

/** `id + 1`; the counter's overflow carries into the clock. */
export const nextSessionId = (id: SessionId): SessionId => hex((BigInt(id) + 1n) & MASK);

/** The server at which a session began: its upper byte [SessionTrackerImpl.getServerIdFromSessionId]. */
export const serverOf = (id: SessionId): number => Number((BigInt(id) & MASK) >> 56n);

const hex = (id: bigint): SessionId => `0x${id.toString(16)}`;

const SECRET = 0xb341_5c00n;

/** Sixteen bytes [ZooKeeperServer.generatePasswd]: java.util.Random seeded with the id and a constant. */
export function passwordOf(id: SessionId): Bytes {
  const random = new JavaRandom(BigInt(id) ^ SECRET);
  let bytes = '';
  while (bytes.length < 16) {
    let word = random.nextInt();
    for (let n = 0; n < 4; n++) {
      bytes += String.fromCharCode(Number(BigInt.asUintN(8, word)));
      word >>= 8n;
    }
  }
  return bytes;
}

export const NO_PASSWORD: Bytes = '\0'.repeat(16);

/** java.util.Random: a linear congruential generator of 48 bits. */
class JavaRandom {
  private seed: bigint;

  constructor(seed: bigint) {
    this.seed = (seed ^ 0x5deece66dn) & 0xffff_ffff_ffffn;
  }

  nextInt(): bigint {
    this.seed = (this.seed * 0x5deece66dn + 0xbn) & 0xffff_ffff_ffffn;
    return BigInt.asIntN(32, this.seed >> 16n);
  }
}
