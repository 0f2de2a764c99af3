/** Files that are not what they seem: named by what is wrong and where, and never more than that. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, integer, nat, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZERO } from '../../protocols/election/zxid.ts';
import type { Txn, TxnBody } from '../records/txns.ts';
import { OPEN } from '../tree/acl-cache.ts';
import { blankStat } from '../tree/data-tree.ts';
import { adler32 } from './adler32.ts';
import { BadFile } from './bad-file.ts';
import { JuteWriter } from './jute-writer.ts';
import { writeSnapshot } from './snapshot.ts';
import { readSnapshot } from './snapshot-reader.ts';
import type { SnapshotNode } from './snapshot.ts';
import { treeOf } from './tree-snapshot.ts';
import { readTxnLog } from '../testing/read-txn-log.ts';
import { logRecord, writeTxnLog } from './txn-log.ts';
import type { LogEnd } from './txn-log.ts';

const folder = join(import.meta.dirname, '../../../fixtures/zookeeper-3.8/files');
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));
const LOG = bytesOf('log.1');
const USED = 1633;
const SNAPSHOT = bytesOf('snapshot.11');

/** How many records there are, and the end. */
function readLog(bytes: Uint8Array): { count: number; end: LogEnd } {
  const steps = readTxnLog(bytes);
  for (let count = 0; ; count++) {
    const { done, value } = steps.next();
    if (done === true) return { count, end: value };
  }
}

/** The problem and its offset; any other error is a fault of ours. */
function problemOf(act: () => unknown): string {
  try {
    act();
    return 'fine';
  } catch (error) {
    if (error instanceof BadFile) return `${error.problem} ${error.offset}`;
    throw error;
  }
}

const changedAt = (bytes: Uint8Array, at: number, xor: number): Uint8Array =>
  bytes.with(at, (bytes[at] ?? 0) ^ xor);

const txn = (body: TxnBody): Txn => ({
  session: '0x1',
  cxid: 1,
  zxid: { epoch: 0, counter: 1 },
  time: 1,
  body,
  digest: null,
});

/** A log of one record whose transaction has other bytes from some offset on, well summed. */
function forged(body: TxnBody, at: number, bytes: readonly number[]): Uint8Array {
  const record = logRecord(txn(body));
  record.set(bytes, 12 + at);
  new DataView(record.buffer, record.byteOffset).setUint32(
    4,
    adler32(record, 12, record.length - 1),
  );
  const log = new JuteWriter();
  log.raw(writeTxnLog([], 0));
  log.raw(record);
  return log.done();
}

describe('a broken transaction log', () => {
  it('of another kind, version or length of header is no log', () => {
    expect(problemOf(() => readLog(SNAPSHOT))).toBe('bad-magic 0');
    expect(problemOf(() => readLog(changedAt(LOG, 7, 1)))).toBe('bad-version 4');
    expect(problemOf(() => readLog(LOG.subarray(0, 9)))).toBe('truncated 8');
    expect(problemOf(() => readLog(new Uint8Array(0)))).toBe('bad-magic 0');
  });

  it('with one wrong byte in a transaction says in which record, by its offset', () => {
    expect(problemOf(() => readLog(changedAt(LOG, 200, 1)))).toBe('bad-checksum 138');
    expect(problemOf(() => readLog(changedAt(LOG, 138, 1)))).toBe('bad-checksum 138');
    expect(problemOf(() => readLog(changedAt(LOG, 138 + 8, 0x80)))).toBe('bad-length 146');
  });

  it('cut off anywhere behind its header ends in a record not written to its end', () => {
    for (let length = 16; length <= USED; length++) {
      const { count, end } = readLog(LOG.subarray(0, length));
      const whole = [77, 138, 248, 355, 434, 549, 655, 704, 753, 853, 1039, 1163, 1280, 1353, 1463]
        .concat(1564, USED)
        .filter((offset) => offset <= length);
      expect(count).toBe(whole.length);
      expect(end.offset).toBe(whole.at(-1) ?? 16);
      expect(end.kind).toBe(end.offset === length ? 'end' : 'partial');
    }
  });

  it('without its mark the last record is not there', () => {
    expect(readLog(changedAt(LOG, USED - 1, 0xff))).toEqual({
      count: 16,
      end: { kind: 'partial', offset: 1564 },
    });
  });

  it('with a kind of transaction, a code, a count or a rest that cannot be says where', () => {
    const error: TxnBody = { type: 'error', code: 'NoNode' };
    const start = 16 + 12;
    expect(problemOf(() => readLog(forged(error, 28, [0, 0, 0, 99])))).toBe(
      `unknown-type ${start + 28}`,
    );
    expect(problemOf(() => readLog(forged(error, 32, [0, 0, 0, 99])))).toBe(
      `unknown-type ${start + 32}`,
    );
    const close: TxnBody = { type: 'closeSession', paths: [] };
    expect(problemOf(() => readLog(forged(close, 32, [0x7f, 0, 0, 0])))).toBe(
      `bad-length ${start + 32}`,
    );
    const set: TxnBody = { type: 'setData', path: '/a', data: 'x', version: 1 };
    expect(problemOf(() => readLog(forged(set, 28, [255, 255, 255, 255])))).toMatch(
      /^unknown-type/,
    );
    expect(problemOf(() => readLog(forged(set, 32, [255, 255, 255, 254])))).toBe(
      `bad-length ${start + 32}`,
    );
    expect(problemOf(() => readLog(forged(set, 28, [0, 0, 0, 2])))).toBe(`too-long ${start + 38}`);
    const multi: TxnBody = { type: 'multi', txns: [error] };
    expect(problemOf(() => readLog(forged(multi, 40, [0, 0, 0, 9])))).toBe(
      `bad-length ${start + 40}`,
    );
  });

  it('with any one byte changed is read, or refused, and nothing else happens', () => {
    assert(
      property(nat(USED + 40), integer({ min: 1, max: 255 }), (at, xor) => {
        problemOf(() => readLog(changedAt(LOG, at, xor)));
      }),
    );
  });

  it('may be any bytes', () => {
    assert(
      property(uint8Array({ maxLength: 200 }), (rest) => {
        const bytes = new Uint8Array(16 + rest.length);
        bytes.set(LOG.subarray(0, 16));
        bytes.set(rest, 16);
        problemOf(() => readLog(bytes));
        problemOf(() => readSnapshot(bytes));
      }),
    );
  });
});

describe('a broken snapshot', () => {
  it('with any one byte changed is refused', () => {
    assert(
      property(nat(SNAPSHOT.length - 1), integer({ min: 1, max: 255 }), (at, xor) => {
        // The number behind the version is read by nobody, but summed like every other byte.
        expect(problemOf(() => readSnapshot(changedAt(SNAPSHOT, at, xor)))).not.toBe('fine');
      }),
    );
  });

  it('cut off anywhere is refused, but behind its tree it is one of before 3.6', () => {
    const { checksumOffset } = readSnapshot(SNAPSHOT);
    const older = checksumOffset + 13;
    for (let length = 0; length < SNAPSHOT.length; length++) {
      const problem = problemOf(() => readSnapshot(SNAPSHOT.subarray(0, length)));
      expect(problem === 'fine').toBe(length === older);
    }
    expect(readSnapshot(SNAPSHOT.subarray(0, older)).digest).toBeNull();
  });

  it('with something behind it is refused', () => {
    const longer = new Uint8Array(SNAPSHOT.length + 1);
    longer.set(SNAPSHOT);
    expect(problemOf(() => readSnapshot(longer))).toBe(`too-long ${SNAPSHOT.length}`);
  });

  it('whose nodes do not make a tree is refused at the node', () => {
    const node = (path: string, acl = OPEN): SnapshotNode => ({
      path,
      data: '',
      acl,
      stat: blankStat,
    });
    const load = (...nodes: SnapshotNode[]): string =>
      problemOf(() =>
        treeOf(readSnapshot(writeSnapshot({ sessions: [], acls: [], nodes, digest: null })), ZERO),
      );
    const [first, second] = [24, 24 + 4 + 4 + 8 + 60];
    expect(load(node(''), node('/a'))).toBe('fine');
    expect(load()).toBe(`no-parent ${first + 5}`);
    expect(load(node('/a'))).toBe(`bad-path ${first}`);
    expect(load(node(''), node('a'))).toBe(`bad-path ${second}`);
    expect(load(node(''), node(''))).toBe(`bad-path ${second}`);
    expect(load(node(''), node('/a/b'))).toBe(`no-parent ${second}`);
    expect(load(node(''), node('/a', 3))).toBe(`unknown-acl ${second}`);
  });
});
