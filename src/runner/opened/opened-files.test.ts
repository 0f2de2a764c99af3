/** Real files, opened as a person drops them on the page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { load } from '../../scenarios/load.ts';
import type { OpenedFile, OpenedLog, OpenedSnapshot } from '../../view/opened-files.ts';
import type { ZooKeeperAnswer, ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';
import { LIMITS } from '../../view/limits.ts';
import { writeSnapshot } from '../../zookeeper/files/snapshot.ts';
import { readSnapshot } from '../../zookeeper/files/snapshot-reader.ts';
import type { SnapshotContent } from '../../zookeeper/files/snapshot.ts';
import { readTxnLog } from '../../zookeeper/testing/read-txn-log.ts';
import { writeTxnLog } from '../../zookeeper/files/txn-log.ts';
import { OpenedFiles } from './opened-files.ts';
import type { FileToOpen } from './opened-files.ts';

const folder = join(import.meta.dirname, '../../../fixtures/zookeeper-3.8/files');
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));
const file = (name: string, bytes = bytesOf(name)): FileToOpen => ({ name, bytes });
const open = (...files: readonly FileToOpen[]): OpenedFiles => new OpenedFiles(files);
const ask = <K extends ZooKeeperQuestion['ask']>(
  of: OpenedFiles,
  question: Extract<ZooKeeperQuestion, { readonly ask: K }>,
) => of.ask(question) as Extract<ZooKeeperAnswer, { readonly ask: K }>;
const zxid = (counter: number) => ({ epoch: 0, counter });

describe('a recorded log', () => {
  const of = open(file('log.1'));

  it('is described, and its digests hold for the tree that comes of it', () => {
    expect(of.view.files).toEqual([
      {
        kind: 'log',
        name: 'log.1',
        size: 16_400,
        version: 2,
        dbid: 0,
        transactions: 17,
        from: zxid(1),
        to: zxid(17),
        end: { kind: 'padding', offset: 1633 },
        apart: false,
        problem: null,
        digest: { state: 'ok', compared: expect.any(Number) as number, at: null },
      },
    ]);
    const [log] = of.view.files;
    expect((log as OpenedLog).digest.compared).toBeGreaterThan(10);
    expect(of.view).toMatchObject({ cells: 17, lack: null });
    expect(of.view.tree).toMatchObject({ zxid: zxid(17), snapshot: null, replayed: 17 });
  });

  it('opens record by record, with the bytes and the offsets of the file itself', () => {
    const bytes = bytesOf('log.1');
    const records = [...readTxnLog(bytes)];
    records.forEach(({ offset, length, txn }, index) => {
      const opened = ask<'txn'>(of, { ask: 'txn', server: 1, index }).txn;
      expect(opened).toMatchObject({ file: 'log.1', offset, zxid: txn.zxid, step: null });
      const end = offset + 12 + length + 1;
      expect(opened?.bytes).toBe(Buffer.from(bytes.subarray(offset, end)).toString('hex'));
    });
  });

  it('is searched like the log of a run', () => {
    const find = { text: '0·5', back: false };
    const { found, cells } = ask<'log'>(of, { ask: 'log', server: 1, first: 0, most: 1, find });
    expect(found).toBe(4);
    expect(cells).toHaveLength(1);
  });

  it('with its snapshots is one history: cells at their places, and the same tree', () => {
    const both = open(file('snapshot.11'), file('log.1'), file('snapshot.0'));
    expect(both.view).toMatchObject({ cells: 19, lack: null });
    expect(both.view.tree).toMatchObject({ zxid: zxid(17), snapshot: 'snapshot.11', replayed: 0 });
    // What the newest snapshot makes needless is replayed all the same, to compare the digests.
    expect(both.view.files.map((one) => one.kind !== 'nothing' && one.digest.state)).toEqual([
      'ok',
      'ok',
      'none',
    ]);
    const { cells } = ask<'log'>(both, { ask: 'log', server: 1, first: 0, most: 100 });
    expect(cells.map(({ kind }) => kind).indexOf('snapshot')).toBe(0);
    expect(cells.at(-1)).toMatchObject({ kind: 'snapshot', zxid: zxid(17), durable: true });
    const rows = (from: OpenedFiles) =>
      ask<'tree'>(from, {
        ask: 'tree',
        server: 1,
        unfolded: { all: true, but: [] },
        first: 0,
        most: 100,
      }).rows;
    expect(rows(both)).toEqual(rows(of));
    expect(rows(open(file('snapshot.11'))).map(({ path }) => path)).toEqual(
      rows(of).map(({ path }) => path),
    );
  });

  it('behind the snapshot of an empty tree is replayed on it', () => {
    const { tree } = open(file('log.1'), file('snapshot.0')).view;
    expect(tree).toMatchObject({ zxid: zxid(17), snapshot: 'snapshot.0', replayed: 17 });
  });
});

describe('a recorded snapshot', () => {
  it('is described', () => {
    const [snapshot] = open(file('snapshot.11')).view.files as readonly OpenedSnapshot[];
    expect(snapshot).toMatchObject({
      kind: 'snapshot',
      version: 2,
      dbid: -1,
      zxid: zxid(17),
      problem: null,
      digest: { state: 'ok', compared: 1 },
    });
  });

  it('under another name is one all the same, and tells its zxid by itself', () => {
    for (const name of ['log.1', 'backup.bin']) {
      const [found] = open(file(name, bytesOf('snapshot.11'))).view.files;
      expect(found).toMatchObject({ kind: 'snapshot', zxid: zxid(17) });
    }
    expect(open(file('snapshot.0', bytesOf('log.1'))).view.files[0]?.kind).toBe('log');
  });
});

describe('files that do not fit together', () => {
  const txns = [...readTxnLog(bytesOf('log.1'))].map(({ txn }) => txn);
  const part = (name: string, from: number, to: number): FileToOpen => ({
    name,
    bytes: writeTxnLog(txns.slice(from, to), 0),
  });

  it('say that a snapshot is missing before a log that begins in the middle', () => {
    expect(open(part('log.6', 5, 17)).view).toMatchObject({ tree: null, lack: 'snapshot-missing' });
    expect(open(part('log.6', 5, 17)).scenario()).toBeNull();
  });

  it('are joined in the order of their zxids, not of their names', () => {
    const { view } = open(part('b', 9, 17), part('c', 4, 9), part('a', 0, 4));
    expect(view).toMatchObject({ lack: null, cells: 17 });
    expect(view.tree).toMatchObject({ replayed: 17 });
  });

  it('stop at a gap, and say so', () => {
    const { view } = open(part('a', 0, 4), part('b', 9, 17));
    expect(view.lack).toBe('gap');
    expect(view.tree).toMatchObject({ zxid: zxid(4), replayed: 4 });
  });

  it('are kept apart when they overlap', () => {
    const { view } = open(part('a', 0, 10), part('b', 4, 17));
    expect(view.files.map((one) => one.kind === 'log' && one.apart)).toEqual([false, true]);
    expect(view.cells).toBe(10);
  });

  it('show a transaction whose digest is not that of the tree', () => {
    const forged = txns.map((txn, i) => (i === 5 ? { ...txn, digest: 7 } : txn));
    const [log] = open({ name: 'log.1', bytes: writeTxnLog(forged, 0) }).view.files;
    expect((log as OpenedLog).digest).toMatchObject({ state: 'differs', at: txns[5]?.zxid });
  });
});

describe('a broken file', () => {
  const problem = ({ problem: found }: OpenedFile) => found && `${found.code} ${found.offset}`;

  it('shows what stands before the broken byte, and where that is', () => {
    const bytes = bytesOf('log.1');
    const third = [...readTxnLog(bytes)][2];
    const at = (third?.offset ?? 0) + 20;
    const [log] = open(file('log.1', bytes.with(at, (bytes[at] ?? 0) ^ 1))).view.files;
    expect(log).toMatchObject({ kind: 'log', transactions: 2, end: null });
    expect(log && problem(log)).toBe(`bad-checksum ${third?.offset}`);
  });

  it('cut in the middle of a record is a log that was not written to its end', () => {
    const [log] = open(file('log.1', bytesOf('log.1').subarray(0, 700))).view.files;
    expect(log).toMatchObject({ problem: null, end: { kind: 'partial' } });
  });

  it.each([
    ['garbage', new TextEncoder().encode('hello, I am no log'), 'bad-magic 0'],
    ['nothing', new Uint8Array(0), 'bad-magic 0'],
    ['a cut header', bytesOf('log.1').subarray(0, 6), 'truncated 4'],
    ['a cut snapshot', bytesOf('snapshot.11').subarray(0, 500), 'truncated'],
    ['a changed snapshot', bytesOf('snapshot.11').with(400, 1), ''],
  ])('of %s is named with its byte, and nothing else is shown', (_, bytes, expected) => {
    const [found] = open(file('snapshot.11', bytes)).view.files;
    expect(found?.kind).toBe('nothing');
    expect(found && problem(found)).toContain(expected);
  });

  it('does not keep others from being opened', () => {
    const { view } = open(file('myid', new TextEncoder().encode('1\n')), file('log.1'));
    expect(view.files.map(({ kind }) => kind)).toEqual(['nothing', 'log']);
    expect(view.tree).not.toBeNull();
  });
});

describe('more than may be opened', () => {
  const half = Math.ceil(LIMITS.fileRecords / 2) + 1;

  it('is counted by what a transaction holds, not by transactions alone', () => {
    const part = { type: 'check', path: '/a', version: 1 } as const;
    const body = { type: 'multi', txns: Array.from({ length: half }, () => part) } as const;
    const head = { session: '0x1', cxid: 1, time: 1, digest: null, body };
    const txns = [1, 2, 3].map((counter) => ({ ...head, zxid: zxid(counter) }));
    const [log] = open({ name: 'log.1', bytes: writeTxnLog(txns, 0) }).view.files;
    expect(log).toMatchObject({ kind: 'log', transactions: 1, problem: { code: 'too-many' } });
  });

  it('may be the sessions of a snapshot, or the entries of its ACLs', () => {
    const sessions = Array.from({ length: half }, (_, i) => ({ session: `0x${i}`, timeout: 1 }));
    const entry = { scheme: 'ip', id: '::1', perms: 1 };
    const acls = [{ number: 1, acl: Array.from({ length: half }, () => entry) }];
    const nodes = readSnapshot(bytesOf('snapshot.11')).nodes.map((node) => ({ ...node, acl: -1 }));
    const opened = (content: Partial<SnapshotContent>) =>
      open({
        name: 'snapshot.11',
        bytes: writeSnapshot({ sessions: [], acls: [], nodes, digest: null, ...content }),
      }).view.files[0];
    expect(opened({ sessions })).toMatchObject({ kind: 'snapshot', sessions: half });
    expect(opened({ acls })).toMatchObject({ kind: 'snapshot' });
    expect(opened({ sessions, acls })?.problem?.code).toBe('too-many');
  });
});

it('of a record with thousands of fields the first are shown, and how many there are', () => {
  const paths = Array.from({ length: 5000 }, (_, i) => `/n${i}`);
  const body = { type: 'closeSession', paths } as const;
  const txn = { session: '0x1', cxid: 1, time: 1, zxid: zxid(1), digest: null, body };
  const of = open({ name: 'log.1', bytes: writeTxnLog([txn], 0) });
  const opened = ask<'txn'>(of, { ask: 'txn', server: 1, index: 0 }).txn;
  expect(opened?.fields).toHaveLength(500);
  expect(opened?.fieldCount).toBeGreaterThan(5000);
});

describe('a tree from files', () => {
  it('begins a run, and what the run cannot hold is counted', () => {
    const opened = open(file('snapshot.11'));
    const from = opened.scenario();
    expect(opened.run()).toEqual({ nodes: from?.nodes, left: from?.left });
    expect(from?.left).toMatchObject({ many: 0, system: 0 });
    const loaded = load(from?.scenario);
    expect(loaded.problems).toBeUndefined();
    const kinds = ask<'tree'>(open(file('snapshot.11')), {
      ask: 'tree',
      server: 1,
      unfolded: { all: true, but: [] },
      first: 0,
      most: 100,
    }).rows.filter(({ path }) => path !== '/' && !path.startsWith('/zookeeper'));
    const ephemerals = kinds.filter(({ kind }) => kind === 'ephemeral').length;
    const ttls = kinds.filter(({ kind }) => kind === 'ttl').length;
    expect(from?.left).toMatchObject({ ephemeral: ephemerals, ttl: ttls });
    expect(from?.nodes).toBe(kinds.length - ephemerals - ttls);
  });
});

describe('a large log', () => {
  it('tells how far it is', () => {
    const [sample] = [...readTxnLog(bytesOf('log.1'))].map(({ txn }) => txn);
    const txns = Array.from({ length: 40_000 }, (_, i) => ({
      session: '0x1',
      cxid: i,
      time: sample?.time ?? 0,
      zxid: zxid(i + 1),
      digest: null,
      body: { type: 'setData', path: '/none', data: 'x'.repeat(200), version: i } as const,
    }));
    const bytes = writeTxnLog(txns, 0);
    expect(bytes.length).toBeGreaterThan(10_000_000);
    const told: number[] = [];
    const of = new OpenedFiles([{ name: 'log.1', bytes }], (done) => told.push(done));
    expect(told.length).toBeGreaterThan(50);
    expect(told.at(-1)).toBe(bytes.length);
    const find = { text: '0·39000', back: false };
    expect(ask<'log'>(of, { ask: 'log', server: 1, first: 0, most: 1, find }).found).toBe(38_999);
  });

  it('is searched a stretch at a time, to its end', () => {
    const head = { session: '0x1', cxid: 1, time: 1, digest: null };
    const txns = Array.from({ length: 60_000 }, (_, i) => ({
      ...head,
      zxid: zxid(i + 1),
      body: { type: 'delete', path: i === 59_998 ? '/wanted' : '/n' } as const,
    }));
    const of = open({ name: 'log.1', bytes: writeTxnLog(txns, 0) });
    const find = { text: '/wanted', back: false };
    const part = ask<'log'>(of, { ask: 'log', server: 1, first: 0, most: 1, find });
    expect(part.found).toBeNull();
    expect(part.next).toBe(50_000);
    const rest = ask<'log'>(of, { ask: 'log', server: 1, first: part.next ?? 0, most: 1, find });
    expect(rest).toMatchObject({ found: 59_998, next: null });
  });
});
