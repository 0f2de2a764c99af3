import type { FutureCell, FutureServer, FutureTxn, FutureView } from '../../../view/write-path.ts';
import { zxidText } from '../../../view/zxid.ts';

/** Transactions that stand side by side, the same ones in both futures. */
export interface Column {
  readonly txn: FutureTxn;
  readonly zxid: string;
  /** Whether it is the write that the futures are about. */
  readonly own: boolean;
}

const same = (a: FutureTxn, b: FutureTxn): boolean =>
  a.session === b.session && a.cxid === b.cxid && zxidText(a.zxid) === zxidText(b.zxid);

/** Nobody compares more at one glance. */
const MOST = 4;

/** What stands in either future, in the order of zxids. */
export function columnsOf(futures: readonly FutureView[]): readonly Column[] {
  const found: FutureTxn[] = [];
  for (const { txns } of futures) {
    for (const txn of txns) if (!found.some((each) => same(each, txn))) found.push(txn);
  }
  const inOrder = found.toSorted(
    (a, b) => a.zxid.epoch - b.zxid.epoch || a.zxid.counter - b.zxid.counter,
  );
  const { session, cxid } = futures[0]?.write ?? { session: '', cxid: 0 };
  const all = inOrder.map((txn) => ({
    txn,
    zxid: zxidText(txn.zxid),
    own: txn.session === session && txn.cxid === cxid,
  }));
  const own = Math.max(
    0,
    all.findIndex((each) => each.own),
  );
  const first = Math.max(0, Math.min(own - 1, all.length - MOST));
  return all.slice(first, first + MOST);
}

/** What a server holds of each column. */
export const cellsOf = (
  { txns }: FutureView,
  { cells }: FutureServer,
  columns: readonly Column[],
): readonly FutureCell[] =>
  columns.map(({ txn }) => cells[txns.findIndex((each) => same(each, txn))] ?? 'nothing');
