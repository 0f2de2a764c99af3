/** Which transactions stand in which column, and what each server has of them. */
import type { ZooKeeperDetail, ZooKeeperServerView } from '../../../view/zookeeper.ts';
import type { TxnCellView } from '../../../view/zookeeper-cell.ts';
import type { Held } from '../words.ts';
import type { Zxid } from '../../../view/zxid.ts';

export const compareZxid = (a: Zxid, b: Zxid): number => a.epoch - b.epoch || a.counter - b.counter;

export interface Column {
  readonly zxid: Zxid;
  /** What is known of the transaction; null: only its zxid. */
  readonly txn: TxnCellView | null;
}

export interface Columns {
  /** The newest that there is room for, oldest first. */
  readonly columns: readonly Column[];
  /** Whether there are older ones. */
  readonly older: boolean;
  readonly held: (server: ZooKeeperServerView, zxid: Zxid) => Held;
}

const keyOf = ({ epoch, counter }: Zxid): string => `${epoch}.${counter}`;

/** @param most so many columns there is room for */
export function columnsOf({ servers }: Pick<ZooKeeperDetail, 'servers'>, most: number): Columns {
  const all = new Map<string, Column>();
  const committed = new Set<string>();
  const cells = new Map<number, ReadonlyMap<string, TxnCellView>>();
  const taken = new Map<number, ReadonlySet<string>>();
  for (const { pid, log, member } of servers) {
    const known = member?.committed ?? { epoch: 0, counter: 0 };
    const lost = new Set((member?.truncated ?? []).map(({ zxid }) => keyOf(zxid)));
    taken.set(pid, lost);
    const own = new Map<string, TxnCellView>();
    for (const txn of log) {
      const key = keyOf(txn.zxid);
      own.set(key, txn);
      if (!all.has(key)) all.set(key, { zxid: txn.zxid, txn });
      if (!lost.has(key) && compareZxid(txn.zxid, known) <= 0) committed.add(key);
    }
    cells.set(pid, own);
    for (const txn of member?.truncated ?? []) {
      const key = keyOf(txn.zxid);
      if (!all.has(key)) all.set(key, { zxid: txn.zxid, txn });
    }
    for (const { zxid } of member?.outstanding ?? []) {
      const key = keyOf(zxid);
      if (!all.has(key)) all.set(key, { zxid, txn: null });
    }
  }
  const sorted = [...all.values()].toSorted((a, b) => compareZxid(a.zxid, b.zxid));
  const columns = sorted.slice(-most);
  const older =
    sorted.length > columns.length || servers.some(({ log, logLength }) => logLength > log.length);
  return {
    columns,
    older,
    held: (server, zxid) => {
      const key = keyOf(zxid);
      if (taken.get(server.pid)?.has(key) === true) return 'taken';
      const txn = cells.get(server.pid)?.get(key);
      if (txn === undefined) {
        const saved = server.snapshots.some((each) => compareZxid(each.zxid, zxid) >= 0);
        return committed.has(key) && saved ? 'saved' : 'missing';
      }
      const known = server.member?.committed ?? { epoch: 0, counter: 0 };
      if (compareZxid(zxid, known) <= 0) return 'committed';
      return txn.durable ? 'logged' : 'appended';
    },
  };
}
