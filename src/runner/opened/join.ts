/** Which logs go on where another one ends, and the tree that a server would load from them all. */
import { compareZxid, ZERO } from '../../protocols/election/zxid.ts';
import type { DigestCheck, OpenedView } from '../../view/opened-files.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { Txn } from '../../zookeeper/records/txns.ts';
import { applyTxn } from '../../zookeeper/tree/apply.ts';
import { emptyTree } from '../../zookeeper/tree/data-tree.ts';
import type { DataTree } from '../../zookeeper/tree/data-tree.ts';
import type { ReadLog } from './read-log.ts';
import type { ReadSnapshot } from './read-snapshot.ts';

/** In order of their first zxids; one that overlaps another belongs to another life, or was opened twice. */
export function inOrder(logs: readonly ReadLog[]): {
  readonly joined: readonly ReadLog[];
  readonly apart: ReadonlySet<ReadLog>;
} {
  const joined: ReadLog[] = [];
  const apart = new Set<ReadLog>();
  let last: Zxid | null = null;
  const first = ({ txns }: ReadLog): Zxid => txns[0]?.zxid ?? ZERO;
  for (const log of logs.toSorted((a, b) => compareZxid(first(a), first(b)))) {
    const end = log.txns.at(-1)?.zxid;
    if (end === undefined) continue;
    if (last !== null && compareZxid(first(log), last) <= 0) apart.add(log);
    else {
      joined.push(log);
      last = end;
    }
  }
  return { joined, apart };
}

interface Loaded {
  readonly tree: DataTree | null;
  readonly snapshot: ReadSnapshot | null;
  readonly replayed: number;
  readonly lack: OpenedView['lack'];
  /** What came of the digests in each log. */
  readonly digests: ReadonlyMap<ReadLog, DigestCheck>;
}

/**
 * The newest snapshot and the log behind it, each digest compared [ZKDatabase.loadDataBase,
 * DataTree.compareDigest]; a log that begins with a first transaction needs no snapshot.
 */
export function loaded(joined: readonly ReadLog[], snapshots: readonly ReadSnapshot[]): Loaded {
  const snapshot = snapshots.toSorted((a, b) => compareZxid(b.zxid, a.zxid))[0] ?? null;
  const digests = new Map<
    ReadLog,
    { state: DigestCheck['state']; compared: number; at: Zxid | null }
  >();
  let tree: DataTree | null = snapshot?.tree ?? null;
  let lack: Loaded['lack'] = null;
  let replayed = 0;
  // While it was written, the snapshot took in some transactions of later: digests hold behind them.
  const settled = snapshot?.content.digest?.zxid ?? ZERO;
  for (const log of joined) {
    const check = {
      state: 'unknown' as DigestCheck['state'],
      compared: 0,
      at: null as Zxid | null,
    };
    digests.set(log, check);
    if (log.txns.every(({ digest }) => digest === null)) check.state = 'none';
    for (const txn of log.txns) {
      if (snapshot === null && tree === null && lack === null) {
        if (isFirst(txn.zxid)) tree = emptyTree;
        else lack = 'snapshot-missing';
      }
      if (tree === null || lack !== null || compareZxid(txn.zxid, tree.lastZxid) <= 0) continue;
      if (!follows(tree.lastZxid, txn.zxid)) {
        lack = 'gap';
        continue;
      }
      tree = applyTxn(tree, txn).tree;
      replayed++;
      if (compareZxid(txn.zxid, settled) >= 0) compare(check, txn, tree);
    }
  }
  return { tree, snapshot, replayed, lack, digests };
}

function compare(
  check: { state: DigestCheck['state']; compared: number; at: Zxid | null },
  { digest, zxid }: Txn,
  tree: DataTree,
): void {
  if (digest === null || check.state === 'differs') return;
  check.compared++;
  check.state = digest === tree.digest ? 'ok' : 'differs';
  if (check.state === 'differs') check.at = zxid;
}

/** Of a server that stood alone, or of an ensemble's first leader. */
const isFirst = ({ epoch, counter }: Zxid): boolean => epoch <= 1 && counter === 1;

/** Nothing is missing between two: the next number, or the first of a later leader. */
const follows = (last: Zxid, next: Zxid): boolean =>
  next.epoch === last.epoch ? next.counter === last.counter + 1 : next.counter === 1;
