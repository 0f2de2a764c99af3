/** How a leader makes a learner's history equal to its own. */
import type { Zxid } from '../../view/zxid.ts';
import { compareZxid, sameZxid } from '../election/zxid.ts';
import { firstAfter, from } from './ledger.ts';
import type { Ledger, Stamped } from './ledger.ts';

export type SyncRow = '1' | '2' | '3a' | '3b' | '3c' | '4' | '5';

export interface SyncDecision<T> {
  readonly how: 'DIFF' | 'TRUNC' | 'SNAP';
  /** The row of the decision table that fitted; 4 stands for the log on disk. */
  readonly row: SyncRow;
  /** DIFF: up to here; TRUNC: back to here; SNAP: of the tree that is sent. */
  readonly zxid: Zxid;
  /** What follows a DIFF or a TRUNC: each as PROPOSAL and COMMIT. */
  readonly txns: readonly T[];
}

/** What a leader goes by. */
export interface Histories<T extends Stamped> {
  /** Of the tree [DataTree.lastProcessedZxid]. */
  readonly lastProcessed: Zxid;
  /** [ZKDatabase.committedLog] */
  readonly committed: Ledger<T>;
  /** The log on disk from the file on that holds this one; empty where it is too long to be sent. */
  readonly onDisk: (zxid: Zxid) => Ledger<T>;
}

/**
 * What a leader sends to a learner whose last transaction is `peerLast`: the first row that fits
 * [LearnerHandler.syncFollower, queueCommittedProposals; specification 4.3].
 */
export function syncFollower<T extends Stamped>(
  peerLast: Zxid,
  histories: Histories<T>,
): SyncDecision<T> {
  const { lastProcessed, committed } = histories;
  const max = committed.length === 0 ? lastProcessed : committed.at(committed.length - 1).zxid;
  const min = committed.length === 0 ? lastProcessed : committed.at(0).zxid;
  const snap = (row: SyncRow): SyncDecision<T> => ({
    how: 'SNAP',
    row,
    zxid: lastProcessed,
    txns: [],
  });
  if (sameZxid(peerLast, lastProcessed)) return { how: 'DIFF', row: '1', zxid: peerLast, txns: [] };
  if (compareZxid(peerLast, max) > 0 && peerLast.counter !== 0)
    return { how: 'TRUNC', row: '2', zxid: max, txns: [] };
  if (compareZxid(min, peerLast) <= 0 && compareZxid(peerLast, max) <= 0)
    return walk(peerLast, committed) ?? snap('3c');
  if (compareZxid(peerLast, min) < 0) {
    const joined = fromDisk(peerLast, min, histories);
    const decision = joined === null ? null : walk(peerLast, joined);
    return decision === null ? snap('4') : { ...decision, row: '4' };
  }
  return snap('5');
}

/**
 * Rows 3a and 3b over a log that begins at or below `peerLast`.
 * @returns null for 3c, a TRUNC across an epoch boundary, which the code refuses
 */
function walk<T extends Stamped>(peerLast: Zxid, log: Ledger<T>): SyncDecision<T> | null {
  const next = firstAfter(log, peerLast);
  const previous = next === 0 ? null : log.at(next - 1).zxid;
  const txns = from(log, next);
  const last = log.length === 0 ? peerLast : log.at(log.length - 1).zxid;
  const has = previous !== null && sameZxid(previous, peerLast);
  if (has || peerLast.counter === 0) return { how: 'DIFF', row: '3a', zxid: last, txns };
  const following = txns[0];
  if (following === undefined || previous === null) return null;
  if (following.zxid.epoch !== peerLast.epoch) return null;
  return { how: 'TRUNC', row: '3b', zxid: previous, txns };
}

/**
 * The log on disk up to the first committed one, followed by the committed ones
 * [ZKDatabase.getProposalsFromTxnLog]. It must begin at or below `peerLast` and join without a gap.
 */
function fromDisk<T extends Stamped>(
  peerLast: Zxid,
  min: Zxid,
  { committed, onDisk }: Histories<T>,
): Ledger<T> | null {
  const log = onDisk(peerLast);
  if (log.length === 0 || compareZxid(log.at(0).zxid, peerLast) > 0) return null;
  const end = firstAfter(log, min);
  const joins = end > 0 && sameZxid(log.at(end - 1).zxid, min);
  // Without committed ones the first is what the tree has: a log that ends before it lacks something.
  if (!joins) return null;
  const begun = committed.length > 0 ? end - 1 : end;
  return {
    length: begun + committed.length,
    at: (index) => (index < begun ? log.at(index) : committed.at(index - begun)),
  };
}
