import { describe, expect, it } from 'vitest';
import { emptyTree } from '../tree/data-tree.ts';
import type { Txn } from '../records/txns.ts';
import { append, blankDisk, lastLogged, truncated, withSnapshot } from './disk.ts';

const zxid = (epoch: number, counter: number) => ({ epoch, counter });
const txn = (epoch: number, counter: number): Txn => ({
  session: '0x1',
  cxid: 1,
  zxid: zxid(epoch, counter),
  time: 0,
  body: { type: 'delete', path: '/a' },
  digest: null,
});
const snapshot = (epoch: number, counter: number) => {
  const of = zxid(epoch, counter);
  return { zxid: of, tree: { ...emptyTree, lastZxid: of } };
};

describe('a disk that is truncated', () => {
  const logged = [txn(2, 1), txn(2, 2), txn(3, 1)].reduce(
    (disk, each) => append(disk, each, true),
    blankDisk,
  );

  it('loses what was saved of transactions that are cut off', () => {
    const disk = withSnapshot(withSnapshot(logged, snapshot(2, 1)), snapshot(3, 1));
    const after = truncated(disk, zxid(2, 2));
    expect(lastLogged(after)).toEqual(zxid(2, 2));
    expect(after.snapshots.map((each) => each.zxid)).toEqual([zxid(2, 1)]);
  });

  it('keeps the tree with which an epoch begins: it may be all that it has of the last one', () => {
    const disk = withSnapshot(append(blankDisk, txn(3, 1), false), snapshot(3, 0));
    const after = truncated(disk, zxid(2, 2));
    expect(lastLogged(after)).toBeNull();
    expect(after.snapshots.map((each) => each.zxid)).toEqual([zxid(3, 0)]);
  });
});
