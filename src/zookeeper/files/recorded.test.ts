/** Real files, byte by byte, against what ZooKeeper's own tools say of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zxidHex } from '../../view/zxid.ts';
import type { Listing, RecordedNode } from '../testing/recorded-files.ts';
import { applyTxn } from '../tree/apply.ts';
import { emptyTree } from '../tree/data-tree.ts';
import { writeSnapshot } from './snapshot.ts';
import { readSnapshot } from './snapshot-reader.ts';
import type { SnapshotNode } from './snapshot.ts';
import { snapshotOf, treeOf } from './tree-snapshot.ts';
import { typeNumber } from './txn-codec.ts';
import { readTxnLog } from '../testing/read-txn-log.ts';
import { logRecord, writeTxnLog } from './txn-log.ts';
import type { LogRecord } from './txn-log.ts';

const folder = join(import.meta.dirname, '../../../fixtures/zookeeper-3.8/files');
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));
const listing = JSON.parse(readFileSync(join(folder, 'listing.json'), 'utf8')) as Listing;
const [log, ...snapshots] = listing.files;

function recordsOf(bytes: Uint8Array): { records: LogRecord[]; end: unknown } {
  const records: LogRecord[] = [];
  const steps = readTxnLog(bytes);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return { records, end: value };
    records.push(value);
  }
}

describe('a recorded transaction log', () => {
  const bytes = bytesOf('log.1');
  const { records, end } = recordsOf(bytes);

  it('is read record by record, every field as ZooKeeper’s own tool shows it', () => {
    const hex = ({ offset, length }: LogRecord): string =>
      Buffer.from(bytes.subarray(offset + 12 + 32, offset + 12 + length)).toString('hex');
    expect(
      records.map((record) => ({
        offset: record.offset,
        crc: `0x${record.checksum.toString(16).padStart(8, '0')}`,
        crcOk: true,
        len: record.length,
        eor: true,
        session: record.txn.session,
        cxid: record.txn.cxid,
        zxid: zxidHex(record.txn.zxid),
        time: record.txn.time,
        type: typeNumber(record.txn.body.type),
        typeName: record.txn.body.type,
        bodyHex: hex(record),
      })),
    ).toEqual(log.records.map(({ ...record }) => ({ ...record, toolkit: undefined })));
  });

  it('ends where its zeros begin', () => {
    expect(end).toEqual({ kind: 'padding', offset: log.header.firstUnused });
    expect(bytes.length).toBe(log.header.fileLength);
  });

  it('is the same bytes when it is written again', () => {
    const txns = records.map(({ txn }) => txn);
    expect(writeTxnLog(txns, 16 * 1024)).toEqual(bytes);
    for (const { txn, offset, length } of records) {
      expect(logRecord(txn)).toEqual(bytes.subarray(offset, offset + 12 + length + 1));
    }
  });

  it('replayed gives the tree that the server then wrote, to the last byte', () => {
    const tree = records.reduce((before, { txn }) => applyTxn(before, txn).tree, emptyTree);
    expect(writeSnapshot(snapshotOf(tree))).toEqual(bytesOf('snapshot.11'));
    expect(records.at(-1)?.txn.digest).toBe(tree.digest);
  });
});

describe('a recorded snapshot', () => {
  const padded = (zxid: SnapshotNode['stat']['czxid']): string =>
    `0x${zxidHex(zxid).slice(2).padStart(14, '0')}`;
  const time = (ms: number): string => {
    const [weekday, day, month, year, clock] = new Date(ms)
      .toUTCString()
      .replace(',', '')
      .split(' ');
    return `${weekday} ${month} ${day} ${clock} UTC ${year}`;
  };
  const shown = ({ path, data, stat }: SnapshotNode): RecordedNode => ({
    path: path === '' ? '/' : path,
    cZxid: padded(stat.czxid),
    ctime: time(stat.ctime),
    mZxid: padded(stat.mzxid),
    mtime: time(stat.mtime),
    pZxid: padded(stat.pzxid),
    cversion: String(stat.cversion),
    dataVersion: String(stat.version),
    aclVersion: String(stat.aversion),
    ephemeralOwner: stat.owner === '0x0' ? '0x00000000000000' : stat.owner,
    data: Buffer.from(data ?? '', 'latin1').toString('base64'),
  });

  it.each(snapshots)('$file is read node by node, as ZooKeeper’s own tool shows it', (snapshot) => {
    const { nodes, sessions, offsets } = readSnapshot(bytesOf(snapshot.file));
    expect(nodes.map(shown)).toEqual(snapshot.nodes);
    expect(sessions).toEqual(
      snapshot.sessions.map(({ session, timeout }) => ({ session, timeout })),
    );
    expect(offsets).toHaveLength(nodes.length);
  });

  it.each(snapshots)('$file is the same bytes when it is written again', ({ file }) => {
    const bytes = bytesOf(file);
    const snapshot = readSnapshot(bytes);
    expect(writeSnapshot(snapshot)).toEqual(bytes);
    const counter = Number.parseInt(file.split('.')[1] ?? '', 16);
    const tree = treeOf(snapshot, { epoch: 0, counter });
    expect(writeSnapshot(snapshotOf(tree))).toEqual(bytes);
  });

  it('of a server that has never run is the empty tree', () => {
    const bytes = bytesOf('snapshot.0');
    expect(treeOf(readSnapshot(bytes), { epoch: 0, counter: 0 })).toEqual(emptyTree);
    expect(writeSnapshot(snapshotOf(emptyTree))).toEqual(bytes);
  });

  it('is the same tree as its log, digest, lists and counts included', () => {
    const { records } = recordsOf(bytesOf('log.1'));
    const replayed = records.reduce((before, { txn }) => applyTxn(before, txn).tree, emptyTree);
    const loaded = treeOf(readSnapshot(bytesOf('snapshot.11')), { epoch: 0, counter: 0x11 });
    expect(loaded).toEqual(replayed);
  });
});
