/** Records of a simulated disk, as their file would hold them. */
import { NotInThisRun } from '../../kernel/not-in-this-run.ts';
import { at } from '../../kernel/pages.ts';
import { zxidHex } from '../../view/zxid.ts';
import { logRecord } from '../../zookeeper/files/txn-log.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';

/** Magic, version and dbid. */
const HEADER_BYTES = 16;
/** Records that are written again to find where one begins. */
const MOST_COUNTED = 4000;

/** Where a record stands, and its bytes: checksum, length, transaction, end mark. */
export interface RecordPlace {
  readonly file: string;
  /** Of its first byte; null: not counted. */
  readonly offset: number | null;
  readonly bytes: Uint8Array;
}

/** @throws NotInThisRun when the log has no such transaction */
export function recordOn({ files }: Disk, index: number): RecordPlace {
  let rest = index;
  for (const { name, txns } of files) {
    if (rest >= txns.length) {
      rest -= txns.length;
      continue;
    }
    const txn = at(txns, rest);
    if (txn === null) break;
    let offset: number | null = rest > MOST_COUNTED ? null : HEADER_BYTES;
    for (let i = 0; offset !== null && i < rest; i++) {
      const before = at(txns, i);
      if (before !== null) offset += logRecord(before).length;
    }
    return { file: `log.${zxidHex(name).slice(2)}`, offset, bytes: logRecord(txn) };
  }
  throw new NotInThisRun(`no transaction ${index}`);
}
