import fc from 'fast-check';
import { expect, it } from 'vitest';
import { itemAt } from '../../kernel/long-list.ts';
import type { Txn } from '../records/txns.ts';
import { append, blankDisk, truncated, withSnapshot } from '../server/disk.ts';
import type { Disk } from '../server/disk.ts';
import { nothingRecent } from '../server/server.ts';
import { emptyTree } from '../tree/data-tree.ts';
import { fastForwarded, replayed } from './histories.ts';

/** No two are the same object, also where they say the same. */
const txnOf = (counter: number, data: string): Txn => ({
  session: '0x0',
  cxid: counter,
  zxid: { epoch: 1, counter },
  time: counter,
  body: { type: 'setData', path: '/', data, version: counter },
  digest: null,
});

function logged(disk: Disk, from: number, count: number, data: string, isNew = false): Disk {
  let next = disk;
  for (let i = 0; i < count; i++)
    next = append(next, txnOf(from + i, `${data}${i}`), i > 0 || !isNew);
  return next;
}

const lengthOf = ({ files }: Disk): number => files.reduce((sum, { txns }) => sum + txns.length, 0);

it('a log that another one begins as is replayed to the same tree as from its beginning', () => {
  const steps = fc.array(
    fc.record({
      count: fc.integer({ min: 0, max: 300 }),
      back: fc.integer({ min: 0, max: 200 }),
      data: fc.constantFrom('a', 'b'),
      isNew: fc.boolean(),
      saves: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(steps, (all) => {
      let disk = blankDisk;
      for (const { count, back, data, isNew, saves } of all) {
        disk = truncated(disk, { epoch: 1, counter: Math.max(1, lengthOf(disk) - back) });
        disk = logged(disk, lengthOf(disk) + 1, count, data, isNew);
        const tree = disk.snapshots.at(-1)?.tree ?? emptyTree;
        const whole = fastForwarded(disk, { tree, recent: nothingRecent }, {});
        expect(replayed(disk, {})).toEqual(whole);
        expect(replayed(disk, {})).toEqual(whole);
        if (saves === 0) disk = withSnapshot(disk, { zxid: whole.tree.lastZxid, tree: whole.tree });
      }
    }),
    { numRuns: 60 },
  );
});

it('what is known of it is not applied again', () => {
  const before = logged(blankDisk, 1, 1000, 'a');
  const first = replayed(before, {}).recent.txns.pages;
  const again = replayed(logged(before, 1001, 10, 'b'), {}).recent.txns.pages;
  // A page that was full at the last stop is the very same.
  expect(itemAt(again, 27)).toBe(itemAt(first, 27));
  const other = replayed(logged(blankDisk, 1, 1000, 'a'), {}).recent.txns.pages;
  expect(itemAt(other, 27)).toEqual(itemAt(first, 27));
  expect(itemAt(other, 27)).not.toBe(itemAt(first, 27));
});

it('neither the log of another member nor an earlier moment takes away what is known', () => {
  const before = logged(blankDisk, 1, 700, 'a');
  const whole = logged(before, 701, 300, 'a');
  const pageOf = (disk: Disk): unknown => itemAt(replayed(disk, {}).recent.txns.pages, 27);
  const first = pageOf(whole);
  for (let member = 2; member <= 9; member++) replayed(logged(blankDisk, 1, 1000, 'a'), {});
  replayed(before, {});
  expect(pageOf(logged(whole, 1001, 10, 'b'))).toBe(first);
});

it('as many committed transactions are kept as the file says, however the log was read before', () => {
  const disk = logged(blankDisk, 1, 1000, 'a');
  const kept = (cfg: Parameters<typeof replayed>[1]): number => {
    const { txns, from } = replayed(disk, cfg).recent;
    return txns.length - from;
  };
  expect([{}, { commitLogCount: 700 }, {}].map(kept)).toEqual([501, 701, 501]);
});
