/** A member's transactions: in its tree, in its log, and how one becomes the other. */
import type { Edit } from '../../kernel/edit.ts';
import { append as push, at, withoutBefore } from '../../kernel/pages.ts';
import type { Pages } from '../../kernel/pages.ts';
import { compareZxid } from '../../protocols/election/zxid.ts';
import { ledgerOf } from '../../protocols/zab/ledger.ts';
import type { Ledger } from '../../protocols/zab/ledger.ts';
import type { Txn } from '../records/txns.ts';
import { indexOf, logLength, newestSnapshot, txnAt } from '../server/disk.ts';
import type { Disk } from '../server/disk.ts';
import type { Recent, Server } from '../server/server.ts';
import { nothingRecent } from '../server/server.ts';
import { applyTxn } from '../tree/apply.ts';
import { emptyTree } from '../tree/data-tree.ts';
import type { DataTree } from '../tree/data-tree.ts';

/** [ZKDatabase.addCommittedProposal] One is removed when there are more than 500 before adding. */
const MOST_RECENT = 501;

export function remembered({ txns, from }: Recent, txn: Txn): Recent {
  const next = push(txns, txn);
  const first = next.length - from > MOST_RECENT ? from + 1 : from;
  return { txns: withoutBefore(next, first), from: first };
}

const ledgerOfPages = (txns: Pages<Txn>, from: number): Ledger<Txn> => ({
  length: txns.length - from,
  at: (index) => at(txns, from + index) as Txn,
});

export const recentLedger = ({ txns, from }: Recent): Ledger<Txn> => ledgerOfPages(txns, from);

export function newestFile({ files }: Disk): Ledger<Txn> {
  const newest = files.findLast(({ txns }) => txns.length > 0);
  return newest === undefined ? ledgerOf<Txn>([]) : ledgerOfPages(newest.txns, 0);
}

/** A tree with what is remembered of how it came to be. */
export interface Replayed {
  readonly tree: DataTree;
  readonly recent: Recent;
}

/** Every logged transaction above the tree's last one, committed or not [ZKDatabase.fastForwardDataBase]. */
export function fastForwarded(disk: Disk, { tree: start, recent: known }: Replayed): Replayed {
  let tree = start;
  let recent = known;
  const after = tree.lastZxid;
  for (let index = indexOf(disk, after); index < logLength(disk); index++) {
    const txn = txnAt(disk, index);
    if (txn === null || compareZxid(txn.zxid, after) <= 0) continue;
    tree = applyTxn(tree, txn).tree;
    recent = remembered(recent, txn);
  }
  return { tree, recent };
}

/** [FileTxnSnapLog.restore] The newest snapshot, then the log behind it. */
export const replayed = (disk: Disk): Replayed =>
  fastForwarded(disk, { tree: newestSnapshot(disk)?.tree ?? emptyTree, recent: nothingRecent });

const known = new WeakMap<Disk, Replayed>();

/** The same, worked out once for each disk. */
export function replayedOnce(disk: Disk): Replayed {
  const found = known.get(disk) ?? replayed(disk);
  known.set(disk, found);
  return found;
}

/** A member's tree is in step with its log again, as after a start. */
export function reload(next: Edit<Server>, { tree, recent }: Replayed): void {
  next.tree = tree;
  next.recent = recent;
}

/** [ZKDatabase.addCommittedProposal, Leader.ToBeAppliedRequestProcessor] */
export function noteApplied(next: Edit<Server>, txn: Txn): void {
  next.recent = remembered(next.recent, txn);
  if (next.role?.kind !== 'leader') return;
  const toBeApplied = next.role.toBeApplied.filter(({ zxid }) => compareZxid(zxid, txn.zxid) > 0);
  next.role = { ...next.role, toBeApplied };
}
