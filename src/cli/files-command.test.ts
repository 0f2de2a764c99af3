import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../view/limits.ts';
import { writeTxnLog } from '../zookeeper/files/txn-log.ts';
import type { Txn } from '../zookeeper/records/txns.ts';
import { retimedLog } from '../zookeeper/testing/retimed-log.ts';
import { sim } from './sim-command.ts';
import { readBytes, readParts } from './terminal.ts';

const recorded = join(import.meta.dirname, '../../fixtures/zookeeper-3.8/files');

function said(args: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = sim(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    print: (stream, text) => (stream === 'out' ? out : err).push(text),
    read: readBytes,
    parts: readParts,
    lines: () => [],
    write: () => undefined,
    writable: () => undefined,
    cpu: () => 0,
  });
  return { code, out, err };
}

function saved(name: string, bytes: Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'zooscope-')), name);
  writeFileSync(path, bytes);
  return path;
}

const transaction = (counter: number): Txn => ({
  session: '0x1',
  cxid: counter,
  zxid: { epoch: 0, counter },
  time: counter,
  body: { type: 'setData', path: '/', data: 'x', version: counter },
  digest: null,
});

describe('sim files', () => {
  const own = (name: string): string => join(recorded, name);

  it('takes the data folder of a server, epochs and id beside its history', () => {
    const data = mkdtempSync(join(tmpdir(), 'zooscope-'));
    const version = join(data, 'version-2');
    mkdirSync(version);
    writeFileSync(join(data, 'myid'), '1\n');
    for (const epoch of ['acceptedEpoch', 'currentEpoch']) writeFileSync(join(version, epoch), '1');
    expect(said(['files', data])).toMatchObject({ code: 2, out: [] });
    for (const name of ['log.1', 'snapshot.11']) copyFileSync(own(name), join(version, name));
    for (const folder of [data, version]) {
      const { code, out } = said(['files', folder]);
      expect(code).toBe(0);
      expect(out[0]).toBe(
        `log ${join(version, 'log.1')}: 17 transactions, 0x1 to 0x11, digests ok`,
      );
      expect(out.at(-1)).toBe('tree at 0x11: 9 nodes');
      expect(out).toHaveLength(3);
    }
  });

  it('says what the files of a real server are, and what a server would load from them', () => {
    expect(said(['files', own('log.1'), own('snapshot.11')])).toEqual({
      code: 0,
      out: [
        `log ${own('log.1')}: 17 transactions, 0x1 to 0x11, digests ok`,
        `snapshot ${own('snapshot.11')}: 9 nodes, 1 sessions, 0x11, digests ok`,
        'tree at 0x11: 9 nodes',
      ],
      err: [],
    });
    const { out } = said(['files', own('log.1'), '--list']);
    expect(out).toHaveLength(19);
    expect(out[5]).toMatch(/^0x4 2026-11-21T03:29:15.263Z 0x1000070e5210000 2 create2 \/app\/cfg$/);
  });

  it('reads snapshots packed with gzip or Snappy, and says of what is broken where', () => {
    expect(said(['files', own('snapshot.1b.gz')])).toMatchObject({
      code: 0,
      out: [
        `snapshot ${own('snapshot.1b')}: 17 nodes, 2 sessions, 0x1b, digests ok`,
        expect.any(String),
      ],
    });
    expect(said(['files', own('snapshot.0.snappy')])).toMatchObject({
      code: 0,
      out: [
        `snapshot ${own('snapshot.0')}: 4 nodes, 0 sessions, 0x0, digests none`,
        expect.any(String),
      ],
    });
    const folder = mkdtempSync(join(tmpdir(), 'zooscope-'));
    const cut = (name: string): string => {
      const path = join(folder, name);
      writeFileSync(path, readFileSync(own(name)).subarray(0, 100));
      return path;
    };
    for (const name of ['snapshot.1b.gz', 'snapshot.0.snappy']) {
      const { code, out } = said(['files', cut(name)]);
      expect(code).toBe(1);
      expect(out[0]).toMatch(/: byte \d+: packed with (gzip|Snappy), but broken/u);
    }
  });

  it('refuses a length that a real server calls unreasonable', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'zooscope-')), 'log.1');
    const bytes = readFileSync(own('log.1'));
    // Of the first record: behind the header and its checksum.
    bytes.writeInt32BE(0x7f_ff_ff_ff, 24);
    writeFileSync(path, bytes);
    const { code, out } = said(['files', path]);
    expect(code).toBe(1);
    expect(out[0]).toContain('broken: byte 24: Unreasonable length = 2147483647');
  });

  it('says a time that is no date as the number that it is', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'zooscope-')), 'log.1');
    writeFileSync(path, retimedLog(readFileSync(own('log.1')), 2n ** 60n));
    const { code, out } = said(['files', path, '--list']);
    expect(code).toBe(0);
    expect(out.find((line) => line.startsWith('0x1 '))).toContain(' 1152921504606847000 ms ');
  });

  it('fails on a broken one with the byte', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'zooscope-')), 'myid');
    writeFileSync(path, '1\n');
    const { code, out } = said(['files', path]);
    expect(code).toBe(1);
    expect(out).toEqual([`broken ${path}: byte 0: no transaction log: it begins without ZKLG`]);
    expect(said(['files']).code).toBe(2);
    expect(said(['files', '/nowhere/log.1']).code).toBe(2);
  });

  it('does not unpack more than it may, and says so', () => {
    const bomb = saved('snapshot.1.gz', gzipSync(Buffer.alloc(LIMITS.fileBytes + 1)));
    const { code, out } = said(['files', bomb]);
    expect(code).toBe(1);
    expect(out.join(' ')).toMatch(/^broken .*: byte 0: it holds more than the 80000000 bytes/u);
  });

  it('shows what comes before too many transactions', () => {
    const txns = Array.from({ length: LIMITS.fileRecords + 2 }, (_, i) => transaction(i + 1));
    const { code, out } = said(['files', saved('log.1', writeTxnLog(txns, 0))]);
    expect(code).toBe(1);
    expect(out[0]).toMatch(/: 120000 transactions, .*; then broken: byte \d+: more than 120000/u);
  });

  it('counts no zeros behind a log: the folder of a real server, whose logs grow by 64 MiB, is read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zooscope-'));
    for (const epoch of [1, 2]) {
      const txns = [1, 2].map((counter) => ({ ...transaction(counter), zxid: { epoch, counter } }));
      writeFileSync(join(folder, `log.${epoch}00000001`), writeTxnLog(txns, 65_536 * 1024));
    }
    const { code, out } = said(['files', folder]);
    expect(code).toBe(0);
    expect(out.filter((line) => line.includes(': 2 transactions'))).toHaveLength(2);
  });

  it('refuses more files, and more bytes, than it may', () => {
    const many = Array.from({ length: LIMITS.filesAtOnce + 1 }, () => own('log.1'));
    expect(said(['files', ...many])).toMatchObject({ code: 2 });
    const large = saved('log.2', new Uint8Array(LIMITS.fileBytes + 1));
    expect(said(['files', large]).err[0]).toMatch(/more than 80000000 bytes/u);
    expect(
      said(['files', own('log.1'), saved('log.3', new Uint8Array(LIMITS.fileBytes))]).code,
    ).toBe(2);
  });
});
