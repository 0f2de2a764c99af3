import { expect, it } from 'vitest';
import type { Zxid } from '../../view/zxid.ts';
import { ledgerOf } from './ledger.ts';
import { syncFollower } from './sync-decision.ts';

const z = (counter: number, epoch = 6): Zxid => ({ epoch, counter });
const ledger = (...zxids: readonly Zxid[]) => ledgerOf(zxids.map((zxid) => ({ zxid })));

it('a leader that has its tree from a snapshot, and whose log ends before that, sends a snapshot', () => {
  const histories = { lastProcessed: z(4), committed: ledger(), onDisk: () => ledger(z(0), z(1)) };
  expect(syncFollower(z(1), histories)).toEqual({ how: 'SNAP', row: '4', zxid: z(4), txns: [] });
});

it('a log on disk that reaches the committed ones is followed by them', () => {
  const log = ledger(z(1), z(2), z(3));
  const { how, zxid, txns } = syncFollower(z(1), {
    lastProcessed: z(4),
    committed: ledger(z(3), z(4)),
    onDisk: () => log,
  });
  expect({ how, zxid, txns }).toEqual({
    how: 'DIFF',
    zxid: z(4),
    txns: [z(2), z(3), z(4)].map((each) => ({ zxid: each })),
  });
  const whole = { lastProcessed: z(3), committed: ledger(), onDisk: () => log };
  expect(syncFollower(z(1), whole)).toMatchObject({ how: 'DIFF', row: '4', zxid: z(3) });
});

it('a log on disk that ends before the committed ones begin is no use', () => {
  const histories = {
    lastProcessed: z(5),
    committed: ledger(z(4), z(5)),
    onDisk: () => ledger(z(1), z(2)),
  };
  expect(syncFollower(z(1), histories)).toMatchObject({ how: 'SNAP', row: '4' });
});
