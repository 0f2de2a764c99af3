/** Transactions in ascending order of their zxids, to be looked up and walked. */
import type { Zxid } from '../../view/zxid.ts';
import { compareZxid } from '../election/zxid.ts';

export interface Stamped {
  readonly zxid: Zxid;
}

export interface Ledger<T extends Stamped> {
  readonly length: number;
  /** @param index below {@link length} */
  at(index: number): T;
}

/** The index of the first transaction that is larger than `zxid`; the length when none is. */
export function firstAfter<T extends Stamped>(ledger: Ledger<T>, zxid: Zxid): number {
  let low = 0;
  let high = ledger.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareZxid(ledger.at(middle).zxid, zxid) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The transactions from one index on. */
export function from<T extends Stamped>(ledger: Ledger<T>, index: number): readonly T[] {
  const txns: T[] = [];
  for (let at = index; at < ledger.length; at++) txns.push(ledger.at(at));
  return txns;
}

export const ledgerOf = <T extends Stamped>(txns: readonly T[]): Ledger<T> => ({
  length: txns.length,
  at: (index) => txns[index] as T,
});
