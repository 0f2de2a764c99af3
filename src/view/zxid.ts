/**
 * A transaction id, kept as its two halves: `epoch << 32 | counter` does not fit the bit operators
 * of JavaScript [ZooKeeper ZxidUtils].
 */
export interface Zxid {
  readonly epoch: number;
  readonly counter: number;
}

/** `2·7`: how the page writes a zxid. */
export const zxidText = (z: Zxid): string => `${z.epoch}·${z.counter}`;

/** Whether nobody wrote it: a new leader begins its epoch with the counter at 0. */
export const isBeginning = (z: Zxid): boolean => z.epoch > 0 && z.counter === 0;

/** `0x200000007`: how ZooKeeper prints a zxid (lower case, no padding of the epoch). */
export const zxidHex = (z: Zxid): string =>
  z.epoch === 0
    ? `0x${z.counter.toString(16)}`
    : `0x${z.epoch.toString(16)}${z.counter.toString(16).padStart(8, '0')}`;
