import { SetupRefused } from '../../kernel/setup-refused.ts';
import { describe, expect, it } from 'vitest';
import type { ElectionServerSetup } from '../../view/election-setup.ts';
import { zxidText } from '../../view/zxid.ts';
import { replayed } from '../../zookeeper/quorum/histories.ts';
import { append, lastLogged, logLength, truncated, txnAt } from '../../zookeeper/server/disk.ts';
import { firstDisk } from './first-disks.ts';

const diskOf = (server: Omit<ElectionServerSetup, 'sid'>) =>
  firstDisk({ profile: 'golden', servers: [{ sid: 1, ...server }] }, 1, 0);

const textOf = (disk: ReturnType<typeof diskOf>): string[] =>
  Array.from({ length: logLength(disk) }, (_, index) => zxidText(txnAt(disk, index)!.zxid));

describe('a first disk', () => {
  it('holds nothing, when nothing is said of it', () => {
    expect(diskOf({})).toMatchObject({ acceptedEpoch: null, files: [], snapshots: [] });
  });

  it('has the log that is written there, with the epoch of its last transaction', () => {
    const disk = diskOf({ log: '1·1-1·3 2·1' });
    expect(textOf(disk)).toEqual(['1·1', '1·2', '1·3', '2·1']);
    expect(disk).toMatchObject({ acceptedEpoch: 2, currentEpoch: 2 });
    expect(zxidText(replayed(disk, {}).tree.lastZxid)).toBe('2·1');
  });

  it('has what a zxid implies: its epoch from the first transaction on, or none at all', () => {
    expect(textOf(diskOf({ zxid: '1·3' }))).toEqual(['1·1', '1·2', '1·3']);
    const empty = diskOf({ zxid: '3·0' });
    expect(logLength(empty)).toBe(0);
    expect(zxidText(replayed(empty, {}).tree.lastZxid)).toBe('3·0');
  });

  it('has promised what is said, however old its log', () => {
    const disk = diskOf({ zxid: '1·2', currentEpoch: 2, acceptedEpoch: 4 });
    expect(disk).toMatchObject({ acceptedEpoch: 4, currentEpoch: 2 });
  });

  it('leads to one tree, whether the log is replayed or begins behind a snapshot', () => {
    const [short, long] = [diskOf({ zxid: '1·2500' }), diskOf({ log: '1·1-1·2500' })];
    expect(logLength(short)).toBe(2000);
    expect(replayed(short, {}).tree).toEqual(replayed(long, {}).tree);
    const one = replayed(diskOf({ zxid: '1·2000' }), {}).tree;
    const next = txnAt(short, 1999 - 499);
    expect(next?.body).toMatchObject({ type: 'setData', version: 2001 });
    expect(one.digest).not.toBe(replayed(short, {}).tree.digest);
  });

  it('is cut and goes on as that of a server that runs', () => {
    const disk = truncated(diskOf({ log: '1·1-1·5' }), { epoch: 1, counter: 3 });
    expect(zxidText(lastLogged(disk)!)).toBe('1·3');
    const more = txnAt(diskOf({ log: '1·1-1·5' }), 3)!;
    expect(append(disk, more, false).files).toHaveLength(2);
  });

  it('says what is no log', () => {
    expect(() => diskOf({ log: '1·3-1·1' })).toThrow('not a range');
    expect(() => diskOf({ log: '2·1 1·1' })).toThrow('not in ascending order');
    expect(() => diskOf({ log: 'x' })).toThrow("not a zxid: 'x'");
    expect(() => diskOf({ log: 'x' })).toThrow(SetupRefused);
  });
});
