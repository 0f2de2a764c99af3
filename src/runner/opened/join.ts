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
 * The newest snapshot and the log behind it [ZKDatabase.loadDataBase]; a log that begins with a first
 * transaction needs no snapshot. Digests are compared from as far back as there is a tree to begin with.
 */
export function loaded(joined: readonly ReadLog[], snapshots: readonly ReadSnapshot[]): Loaded {
  const sorted = snapshots.toSorted((a, b) => compareZxid(a.zxid, b.zxid));
  const [oldest, newest] = [sorted[0] ?? null, sorted.at(-1) ?? null];
  const begins = joined[0]?.txns[0];
  const whole = begins !== undefined && isFirst(begins.zxid);
  const empty = newest === null && whole ? emptyTree : null;
  const last = replay(joined, newest?.tree ?? empty, newest);
  const { tree, replayed, gap } = last;
  // Once is enough where both begin alike: a tree takes memory.
  const checked = whole
    ? newest === null
      ? last
      : replay(joined, emptyTree, null)
    : oldest === newest
      ? last
      : replay(joined, oldest?.tree ?? null, oldest);
  const lack = tree === null && begins !== undefined ? 'snapshot-missing' : gap ? 'gap' : null;
  return { tree, snapshot: newest, replayed, lack, digests: checked.digests };
}

interface Replayed {
  readonly tree: DataTree | null;
  readonly replayed: number;
  /** Transactions were missing: it went no further. */
  readonly gap: boolean;
  readonly digests: ReadonlyMap<ReadLog, DigestCheck>;
}

function replay(
  logs: readonly ReadLog[],
  begin: DataTree | null,
  snapshot: ReadSnapshot | null,
): Replayed {
  // While it was written, a snapshot took in some transactions of later: digests hold behind them.
  const settled = snapshot?.content.digest?.zxid ?? ZERO;
  const digests = new Map<ReadLog, Check>();
  let tree = begin;
  let replayed = 0;
  let gap = false;
  for (const log of logs) {
    const some = log.txns.some(({ digest }) => digest !== null);
    const check: Check = { state: some ? 'unknown' : 'none', compared: 0, at: null };
    digests.set(log, check);
    for (const txn of log.txns) {
      if (tree === null || gap || compareZxid(txn.zxid, tree.lastZxid) <= 0) continue;
      gap = !follows(tree.lastZxid, txn.zxid);
      if (gap) continue;
      tree = applyTxn(tree, txn).tree;
      replayed++;
      if (compareZxid(txn.zxid, settled) >= 0) compare(check, txn, tree);
    }
  }
  return { tree, replayed, gap, digests };
}

type Check = { -readonly [K in keyof DigestCheck]: DigestCheck[K] };

/** [DataTree.compareDigest] */
function compare(check: Check, { digest, zxid }: Txn, tree: DataTree): void {
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
