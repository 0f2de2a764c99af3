/** How a fencing token is written: a zxid by its halves, any other number as it is. */
import { zxidText } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';

const HALF = 2 ** 32;

/** A zxid as a number that grows as it does. */
export const tokenOf = ({ epoch, counter }: Zxid): number => epoch * HALF + counter;

/** `1·20` for what was a zxid (epoch · 2³² + counter), `33` for a smaller number. */
export const tokenText = (token: number): string =>
  token < HALF
    ? String(token)
    : zxidText({ epoch: Math.floor(token / HALF), counter: token % HALF });

export const tokenOrNone = (token: number | null): string | null =>
  token === null ? null : tokenText(token);
