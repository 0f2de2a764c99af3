/** How a leader makes a learner's history equal to its own. */
import type { Zxid } from '../../view/zxid.ts';
import type { Disk, Tree } from './disk.ts';
import * as Txns from './txn-log.ts';
import type { TxnLog } from './txn-log.ts';
import { compareZxid, sameZxid } from './zxid.ts';

export type SyncRow = '1' | '2' | '3a' | '3b' | '3c' | '4' | '5';

export interface SyncDecision {
  readonly how: 'DIFF' | 'TRUNC' | 'SNAP';
  /** The row of the decision table that fitted; 4 stands for the log on disk. */
  readonly row: SyncRow;
  /** DIFF: up to here; TRUNC: back to here; SNAP: of this tree. */
  readonly zxid: Zxid;
  /** DIFF and TRUNC: the transactions that follow. SNAP: those that the tree is made of. */
  readonly txns: TxnLog;
}

/**
 * What a leader sends to a learner whose last transaction is `peerLast`: the first row that fits
 * [LearnerHandler.syncFollower, queueCommittedProposals; specification 4.3].
 */
export function syncFollower(peerLast: Zxid, leader: Tree, disk: Disk): SyncDecision {
  const { processed, committedLog } = leader;
  const max = Txns.last(committedLog) ?? processed;
  const min = Txns.first(committedLog) ?? processed;
  if (sameZxid(peerLast, processed))
    return { how: 'DIFF', row: '1', zxid: peerLast, txns: Txns.EMPTY };
  if (compareZxid(peerLast, max) > 0 && peerLast.counter !== 0)
    return { how: 'TRUNC', row: '2', zxid: max, txns: Txns.EMPTY };
  if (compareZxid(min, peerLast) <= 0 && compareZxid(peerLast, max) <= 0)
    return walk(peerLast, committedLog) ?? snap(leader, '3c');
  if (compareZxid(peerLast, min) < 0) {
    const joined = fromDisk(peerLast, min, committedLog, disk);
    const decision = joined === Txns.EMPTY ? null : walk(peerLast, joined);
    return decision === null ? snap(leader, '4') : { ...decision, row: '4' };
  }
  return snap(leader, '5');
}

const snap = (leader: Tree, row: SyncRow): SyncDecision => ({
  how: 'SNAP',
  row,
  zxid: leader.processed,
  txns: Txns.upTo(leader.history, leader.processed),
});

/**
 * Rows 3a and 3b over a log that begins at or below `peerLast`; null for 3c, a TRUNC across an
 * epoch boundary, which the code refuses.
 */
function walk(peerLast: Zxid, log: TxnLog): SyncDecision | null {
  const later = Txns.after(log, peerLast);
  const end = Txns.last(log) ?? peerLast;
  if (peerLast.counter === 0 || Txns.contains(log, peerLast))
    return { how: 'DIFF', row: '3a', zxid: end, txns: later };
  const next = Txns.first(later);
  const previous = Txns.last(Txns.upTo(log, peerLast));
  if (next === null || previous === null || next.epoch !== peerLast.epoch) return null;
  return { how: 'TRUNC', row: '3b', zxid: previous, txns: later };
}

/**
 * The log on disk followed by committedLog [ZKDatabase.getProposalsFromTxnLog]. It must begin at or
 * below `peerLast` and join without a gap. Of the size rule this is left: log files are preallocated
 * to 64 MB, and a third of a small snapshot is less than one of them, so that only the newest file
 * may be read.
 * @returns empty when it does not do
 */
function fromDisk(peerLast: Zxid, min: Zxid, committedLog: TxnLog, disk: Disk): TxnLog {
  const newest = disk.log;
  const begin = Txns.first(newest);
  if (begin === null || compareZxid(begin, peerLast) > 0) return Txns.EMPTY;
  const joins = committedLog === Txns.EMPTY || Txns.contains(newest, min);
  if (!joins) return Txns.EMPTY;
  return Txns.concat(
    Txns.upTo(newest, min),
    Txns.after(committedLog, Txns.last(Txns.upTo(newest, min)) ?? min),
  );
}
