/** How much of its log a leader may send to a learner instead of a snapshot. */
import { at } from '../../kernel/pages.ts';
import type { Pages } from '../../kernel/pages.ts';
import { compareZxid } from '../../protocols/election/zxid.ts';
import { ledgerOf } from '../../protocols/zab/ledger.ts';
import type { Ledger } from '../../protocols/zab/ledger.ts';
import type { Zxid } from '../../view/zxid.ts';
import { isLogWithin, snapshotSize } from '../server/sizes.ts';
import type { ServerConfig } from '../config.ts';
import type { Txn } from '../records/txns.ts';
import { newestSnapshot } from '../server/disk.ts';
import type { Disk } from '../server/disk.ts';

/** [ZKDatabase.DEFAULT_SNAPSHOT_SIZE_FACTOR] */
const SIZE_FACTOR = 0.33;

type Limits = Pick<ServerConfig, 'snapshotSizeFactor' | 'preAllocSize'>;

/**
 * The log from the file on that holds what is before `zxid` (of a file that begins with it that is the one
 * before); empty where the files behind that one are too large for
 * the newest snapshot, or none is to be sent. A limit of no bytes, as without a snapshot, is none
 * [ZKDatabase.calculateTxnLogSizeLimit, getProposalsFromTxnLog; FileTxnIterator.getStorageSize].
 */
export function logOnDisk(disk: Disk, zxid: Zxid, limits: Limits): Ledger<Txn> {
  const { snapshotSizeFactor = SIZE_FACTOR, preAllocSize } = limits;
  const written = disk.files.filter(({ txns }) => txns.length > 0);
  if (snapshotSizeFactor < 0 || written.length === 0) return ledgerOf<Txn>([]);
  const first = written.findLastIndex(({ name }) => compareZxid(name, zxid) < 0);
  const read = written.slice(Math.max(0, first));
  const snapshot = newestSnapshot(disk);
  const size = snapshot === null ? 0 : snapshotSize(snapshot.tree);
  const limit = Math.floor(size * snapshotSizeFactor);
  const fits = limit === 0 || isLogWithin(read.slice(1), limit, preAllocSize);
  return fits ? joined(read.map(({ txns }) => txns)) : ledgerOf<Txn>([]);
}

/** Files in their order, as one log. */
function joined(files: readonly Pages<Txn>[]): Ledger<Txn> {
  const length = files.reduce((sum, txns) => sum + txns.length, 0);
  return {
    length,
    at: (index) => {
      let rest = index;
      for (const txns of files) {
        if (rest < txns.length) return at(txns, rest) as Txn;
        rest -= txns.length;
      }
      throw new RangeError(`no transaction ${index} of ${length}`);
    },
  };
}
