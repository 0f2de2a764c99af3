/** From a log to the cells that the page draws. */
import { compareZxid } from '../protocols/election/zxid.ts';
import type { TxnCellView, ZooKeeperServerView } from '../view/zookeeper.ts';
import type { Txn, TxnBody } from '../zookeeper/records/txns.ts';
import { indexOf, lastLogged, logLength, txnAt } from '../zookeeper/server/disk.ts';
import type { Disk } from '../zookeeper/server/disk.ts';

type Standing = Pick<TxnCellView, 'index' | 'durable' | 'applied' | 'beginsFile'>;

export const cellView = ({ zxid, body, session }: Txn, standing: Standing): TxnCellView => ({
  ...standing,
  zxid,
  type: body.type,
  path: 'path' in body ? body.path : '',
  session,
  failed: hasFailed(body),
});

/** A stretch of the log; `kept` is what a crash would leave of it. */
export function logCells(
  disk: Disk,
  kept: Disk,
  applied: ZooKeeperServerView['zxid'],
  from: number,
  to: number,
): TxnCellView[] {
  const begins = new Set(disk.files.map(({ name }) => indexOf(disk, name)));
  const durable = lastLogged(kept);
  const cells: TxnCellView[] = [];
  for (let index = Math.max(0, from); index < Math.min(to, logLength(disk)); index++) {
    const txn = txnAt(disk, index);
    if (txn === null) continue;
    const { zxid } = txn;
    cells.push(
      cellView(txn, {
        index,
        durable: durable !== null && compareZxid(zxid, durable) <= 0,
        applied: compareZxid(zxid, applied) <= 0,
        beginsFile: begins.has(index),
      }),
    );
  }
  return cells;
}

/** It took a zxid and changed nothing: an error, or a multi, whose parts are all errors then. */
const hasFailed = (body: TxnBody): boolean =>
  body.type === 'error' ||
  (body.type === 'multi' && body.txns.some(({ type }) => type === 'error'));
