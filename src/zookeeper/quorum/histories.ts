/** A member's transactions: in its tree, in its log, and how one becomes the other. */
import type { Edit } from '../../kernel/edit.ts';
import { append as push, at, noPages, sharedBeginning, withoutBefore } from '../../kernel/pages.ts';
import { compareZxid } from '../../protocols/election/zxid.ts';
import type { Ledger } from '../../protocols/zab/ledger.ts';
import { LEAST_COMMIT_LOG } from '../config.ts';
import type { ServerConfig } from '../config.ts';
import type { Txn } from '../records/txns.ts';
import { indexOf, logLength, newestSnapshot, txnAt } from '../server/disk.ts';
import type { Disk } from '../server/disk.ts';
import type { Recent, Server } from '../server/server.ts';
import { nothingRecent } from '../server/server.ts';
import { applyTxn } from '../tree/apply.ts';
import { emptyTree } from '../tree/data-tree.ts';
import type { DataTree } from '../tree/data-tree.ts';

/** How many committed transactions a server keeps. */
type Keeps = Pick<ServerConfig, 'commitLogCount'>;

/** [ZKDatabase.addCommittedProposal] One is removed when there are more than that before adding. */
export function remembered({ txns, from }: Recent, txn: Txn, keeps: Keeps): Recent {
  const { commitLogCount = LEAST_COMMIT_LOG } = keeps;
  const next = push(txns, txn);
  const first = next.length - from > commitLogCount + 1 ? from + 1 : from;
  return { txns: withoutBefore(next, first), from: first };
}

export const recentLedger = ({ txns, from }: Recent): Ledger<Txn> => ({
  length: txns.length - from,
  at: (index) => at(txns, from + index) as Txn,
});

/** A tree with what is remembered of how it came to be. */
export interface Replayed {
  readonly tree: DataTree;
  readonly recent: Recent;
}

/** Every logged transaction above the tree's last one, committed or not [ZKDatabase.fastForwardDataBase]. */
export function fastForwarded(
  disk: Disk,
  { tree: start, recent: known }: Replayed,
  keeps: Keeps,
  from = indexOf(disk, start.lastZxid),
  end = logLength(disk),
  after = start.lastZxid,
): Replayed {
  let tree = start;
  let recent = known;
  for (let index = from; index < end; index++) {
    const txn = txnAt(disk, index);
    if (txn === null || compareZxid(txn.zxid, after) <= 0) continue;
    tree = applyTxn(tree, txn).tree;
    recent = remembered(recent, txn, keeps);
  }
  return { tree, recent };
}

/** How a log was replayed on a tree: which log it was, and what there was after every so many transactions. */
interface Way {
  readonly commitLogCount: number | undefined;
  readonly files: Disk['files'];
  /** Where in it the first one behind the tree was looked for. */
  readonly from: number;
  readonly stops: readonly { readonly index: number; readonly there: Replayed }[];
}

const STOP = 128;
/** So many logs are known for a tree: each member has its own. */
const MOST_WAYS = 9;

/** The newest first. */
const ways = new WeakMap<DataTree, readonly Way[]>();

/**
 * [FileTxnSnapLog.restore] The newest snapshot, then the log behind it. Whoever plays a start again, from a
 * moment before it, has a log that is the same but for its end: it need not be read from its beginning.
 */
export function replayed(disk: Disk, keeps: Keeps): Replayed {
  const { commitLogCount } = keeps;
  const base = newestSnapshot(disk)?.tree ?? emptyTree;
  const from = indexOf(disk, base.lastZxid);
  const known = ways.get(base) ?? [];
  const { way, same } = nearest(known, { commitLogCount, files: disk.files, from });
  const stops = (way?.stops ?? []).filter(({ index }) => index <= same);
  const start = { index: from, there: { tree: base, recent: nothingRecent } };
  let { index, there } = stops.at(-1) ?? start;
  const length = logLength(disk);
  while (index < length) {
    const end = Math.min(length, index + STOP - (index % STOP));
    there = fastForwarded(disk, there, keeps, index, end, base.lastZxid);
    index = end;
    if (index % STOP === 0) stops.push({ index, there });
  }
  // The beginning of a log that is known says nothing new: who looks at a later moment needs the rest again.
  if (way !== null && length <= same) return there;
  const others = known.filter((each) => each !== way || logLength(each) > same);
  const next = { commitLogCount, files: disk.files, from, stops };
  ways.set(base, [next, ...others].slice(0, MOST_WAYS));
  return there;
}

/** Of logs that were replayed, the one that begins longest as this one does. */
function nearest(known: readonly Way[], { commitLogCount, files, from }: Omit<Way, 'stops'>) {
  let found: { readonly way: Way | null; readonly same: number } = { way: null, same: 0 };
  for (const way of known) {
    if (way.from !== from || way.commitLogCount !== commitLogCount) continue;
    const same = sharedLength(way.files, files);
    if (found.way === null || same > found.same) found = { way, same };
  }
  return found;
}

/** How many transactions two logs begin with that are the very same. */
function sharedLength(a: Disk['files'], b: Disk['files']): number {
  let length = 0;
  for (const [at, { txns }] of a.entries()) {
    const other = b[at]?.txns ?? noPages;
    const same = sharedBeginning(txns, other);
    length += same;
    if (same < txns.length || same < other.length) break;
  }
  return length;
}

const known = new WeakMap<Disk, { readonly keeps: number | undefined; readonly there: Replayed }>();

/** The same, worked out once for each disk. */
export function replayedOnce(disk: Disk, keeps: Keeps): Replayed {
  const { commitLogCount } = keeps;
  const found = known.get(disk);
  if (found !== undefined && found.keeps === commitLogCount) return found.there;
  const there = replayed(disk, keeps);
  known.set(disk, { keeps: commitLogCount, there });
  return there;
}

/** The tree that a start would give. */
export const treeOnDisk = (disk: Disk): DataTree =>
  (known.get(disk)?.there ?? replayedOnce(disk, {})).tree;

/** A member's tree is in step with its log again, as after a start. */
export function reload(next: Edit<Server>, { tree, recent }: Replayed): void {
  next.tree = tree;
  next.recent = recent;
}

/** [ZKDatabase.addCommittedProposal, Leader.ToBeAppliedRequestProcessor] */
export function noteApplied(next: Edit<Server>, txn: Txn): void {
  next.recent = remembered(next.recent, txn, next.settings.cfg);
  if (next.role?.kind !== 'leader') return;
  const toBeApplied = next.role.toBeApplied.filter(({ zxid }) => compareZxid(zxid, txn.zxid) > 0);
  next.role = { ...next.role, toBeApplied };
}
