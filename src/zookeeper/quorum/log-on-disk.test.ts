import { expect, it } from 'vitest';
import type { Ledger } from '../../protocols/zab/ledger.ts';
import { from } from '../../protocols/zab/ledger.ts';
import { zxidText } from '../../view/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import { writeTxnLog } from '../files/txn-log.ts';
import type { Txn } from '../records/txns.ts';
import { append, blankDisk, truncated, withSnapshot } from '../server/disk.ts';
import type { Disk } from '../server/disk.ts';
import { logFileSize, snapshotSize } from '../server/sizes.ts';
import { emptyTree } from '../tree/data-tree.ts';
import { logOnDisk } from './log-on-disk.ts';

const z = (epoch: number, counter: number): Zxid => ({ epoch, counter });

const txnOf = (zxid: Zxid, data = ''): Txn => ({
  session: '0x0',
  cxid: 1,
  zxid,
  time: 1,
  body: { type: 'setData', path: '/', data, version: 1 },
  digest: null,
});

/** A leader whose servers were all started again once: a log file for each epoch, and a snapshot at its end. */
function diskOf(lengths: readonly number[], data?: string): Disk {
  let disk = blankDisk;
  lengths.forEach((length, index) => {
    for (let counter = 1; counter <= length; counter++)
      disk = append(disk, txnOf(z(index + 1, counter), data), counter > 1);
  });
  return withSnapshot(disk, { zxid: z(lengths.length, 0), tree: emptyTree });
}

const textOf = (log: Ledger<Txn>): string[] => from(log, 0).map(({ zxid }) => zxidText(zxid));

it('of a small tree the newest file alone may be sent, and only to who stands within it', () => {
  const disk = diskOf([2, 3]);
  expect(textOf(logOnDisk(disk, z(2, 2), {}))).toEqual(['2·1', '2·2', '2·3']);
  // As a real 3.8 said of its first one: `Txnlog size: 67108880 exceeds sizeLimit: 342`.
  expect(textOf(logOnDisk(disk, z(2, 1), {}))).toEqual([]);
  expect(textOf(logOnDisk(disk, z(1, 2), {}))).toEqual([]);
});

it('a factor of 0 lets all files be sent, one below it none', () => {
  const disk = diskOf([2, 1, 1]);
  expect(textOf(logOnDisk(disk, z(2, 1), { snapshotSizeFactor: 0 }))).toEqual([
    '1·1',
    '1·2',
    '2·1',
    '3·1',
  ]);
  expect(textOf(logOnDisk(disk, z(3, 9), { snapshotSizeFactor: 0 }))).toEqual(['3·1']);
  expect(textOf(logOnDisk(disk, z(3, 9), { snapshotSizeFactor: -1 }))).toEqual([]);
  expect(textOf(logOnDisk(blankDisk, z(3, 9), { snapshotSizeFactor: 0 }))).toEqual([]);
});

it('files that do not grow ahead are as large as what stands in them', () => {
  const snapshot = snapshotSize(emptyTree);
  const limits = { snapshotSizeFactor: 1, preAllocSize: 0 };
  const room = snapshot - logFileSize(diskOf([1, 1]).files[1] as never, 0);
  const fits = (data: string): boolean =>
    logOnDisk(diskOf([1, 1], data), z(1, 1), limits).length > 0;
  expect([fits('x'.repeat(room)), fits('x'.repeat(room + 1))]).toEqual([true, false]);
  // With 1 KiB at once it is larger than this snapshot whatever it holds.
  expect(logOnDisk(diskOf([1, 1]), z(1, 1), { ...limits, preAllocSize: 1 }).length).toBe(0);
});

it.each([0, 1, 16, 65_536])('a file that grows by %d KiB has the size of its bytes', (kib) => {
  const data = 'x'.repeat(3000);
  const [file] = diskOf([kib === 65_536 ? 1 : 30], data).files;
  const txns = Array.from({ length: file?.txns.length ?? 0 }, (_, at) => txnOf(z(1, at + 1), data));
  expect(logFileSize(file as never, kib)).toBe(writeTxnLog(txns, kib * 1024).length);
});

it('a file that was truncated ends with its last transaction, and the next one begins a file', () => {
  // As FileTxnLog of a real 3.8.0 left them: log.1 of 310 bytes where it had 67108880, then log.4 of 67108880.
  const txns = [1, 2, 3].map((counter) => txnOf(z(1, counter)));
  const cut = truncated(diskOf([2, 5, 1]), z(2, 3));
  expect(cut.files.map((file) => logFileSize(file))).toEqual([
    67_108_880,
    writeTxnLog(txns, 0).length,
  ]);
  const after = append(cut, txnOf(z(2, 4)), false);
  expect(after.files.map((file) => logFileSize(file)).slice(1)).toEqual([
    writeTxnLog(txns, 0).length,
    67_108_880,
  ]);
  // So it may be sent where one with its zeros is too large.
  const limits = { snapshotSizeFactor: 1 };
  expect(textOf(logOnDisk(cut, z(1, 2), limits))).toHaveLength(5);
  expect(textOf(logOnDisk(diskOf([2, 3]), z(1, 2), limits))).toEqual([]);
});
