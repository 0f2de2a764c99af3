import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zxidText } from '../../view/zxid.ts';
import type { Disk } from './disk.ts';
import { blankDisk, withLogFiles } from './disk.ts';
import { syncFollower } from './sync-decision.ts';
import * as Txns from './txn-log.ts';
import { compareZxid, parseZxid, ZERO } from './zxid.ts';

/** A leader's tree: what it holds in memory as committedLog, and what it shows as its zxid. */
const leader = (log: string, processed?: string) => {
  const history = Txns.parse(log);
  const end = processed === undefined ? (Txns.last(history) ?? ZERO) : parseZxid(processed);
  return { history, committedLog: history, processed: end };
};

const files = (...logs: readonly string[]): Disk => ({
  ...blankDisk,
  ...withLogFiles(logs.map(Txns.parse)),
});

/** `3a DIFF 1·8: 1·8`. */
const decision = (peerLast: string, tree: ReturnType<typeof leader>, disk = blankDisk): string => {
  const { row, how, zxid, txns } = syncFollower(parseZxid(peerLast), tree, disk);
  return `${row} ${how} ${zxidText(zxid)}: ${Txns.text(txns)}`.trim();
};

describe('the synchronisation decision', () => {
  it('row 1: in step with the tree, an empty DIFF', () => {
    expect(decision('1·8', leader('1·1-1·8'))).toBe('1 DIFF 1·8:');
    expect(decision('0·0', leader(''))).toBe('1 DIFF 0·0:');
  });

  it('row 2: ahead of everything committed, TRUNC, across epochs too', () => {
    expect(decision('1·9', leader('1·1-1·8'))).toBe('2 TRUNC 1·8:');
    expect(decision('2·1', leader('1·1-1·8'))).toBe('2 TRUNC 1·8:');
  });

  it('row 3a: in the log, DIFF with what follows', () => {
    expect(decision('1·6', leader('1·1-1·8'))).toBe('3a DIFF 1·8: 1·7-1·8');
    expect(decision('1·8', leader('1·1-1·8', '2·0'))).toBe('3a DIFF 1·8:');
    expect(decision('2·0', leader('1·1-1·8 2·1-2·2'))).toBe('3a DIFF 2·2: 2·1-2·2');
  });

  it('row 3b: not in the log, the next one of the same epoch: TRUNC and what follows', () => {
    expect(decision('1·5', leader('1·1-1·4 1·6-1·8'))).toBe('3b TRUNC 1·4: 1·6-1·8');
  });

  it('row 3c: not in the log, the next one of a later epoch: SNAP', () => {
    expect(decision('1·5', leader('1·1-1·4 2·1'))).toBe('3c SNAP 2·1: 1·1-1·4 2·1');
  });

  it('row 4: below the log in memory, from the disk if it is one file that joins', () => {
    const tree = { ...leader('1·1-1·8'), committedLog: Txns.parse('1·5-1·8') };
    expect(decision('1·3', tree, files('1·1-1·8'))).toBe('4 DIFF 1·8: 1·4-1·8');
    expect(decision('1·3', tree, files('1·4-1·8'))).toContain('4 SNAP');
    expect(decision('1·3', tree, files('1·1-1·4', '1·5-1·8'))).toContain('4 SNAP');
    expect(decision('1·3', tree)).toContain('4 SNAP');
  });

  it('row 4: an empty disk that joins an established leader gets a SNAP, even of an empty tree', () => {
    expect(decision('0·0', leader('', '1·0'))).toBe('4 SNAP 1·0:');
    expect(decision('0·0', leader('1·1-1·8'), files('1·1-1·8'))).toContain('4 SNAP');
  });

  it('row 5: ahead with the beginning of an epoch that nobody else knows: SNAP', () => {
    expect(decision('3·0', leader('1·1-1·8', '2·0'))).toBe('5 SNAP 2·0: 1·1-1·8');
  });
});

const zxidIn = fc.record({ epoch: fc.nat(3), counter: fc.nat(6) });

/** Logs as elections make them: epochs ascend, each is counted from 1 and may have holes at its end. */
const logs = fc
  .array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 })
  .map((counts) =>
    counts.reduce<Txns.TxnLog>(
      (log, to, index) => Txns.append(log, { epoch: index, from: 1, to }),
      Txns.EMPTY,
    ),
  );

describe('whatever a learner has', () => {
  it('ends with the history of the leader', () => {
    fc.assert(
      fc.property(logs, logs, (mine, theirs) => {
        const tree = { history: mine, committedLog: mine, processed: Txns.last(mine) ?? ZERO };
        const peerLast = Txns.last(theirs) ?? ZERO;
        const { how, zxid, txns } = syncFollower(peerLast, tree, blankDisk);
        // Up to there the learner has what the leader has.
        const kept =
          how === 'SNAP' ? Txns.EMPTY : Txns.upTo(mine, how === 'TRUNC' ? zxid : peerLast);
        expect(Txns.text(Txns.concat(kept, txns))).toBe(Txns.text(mine));
      }),
    );
  });

  it('never keeps what the leader has not', () => {
    fc.assert(
      fc.property(logs, logs, (mine, theirs) => {
        const tree = { history: mine, committedLog: mine, processed: Txns.last(mine) ?? ZERO };
        const peerLast = Txns.last(theirs) ?? ZERO;
        fc.pre(peerLast.counter > 0 && !Txns.contains(mine, peerLast));
        const { how, zxid } = syncFollower(peerLast, tree, blankDisk);
        const kept = how === 'SNAP' ? ZERO : zxid;
        expect(compareZxid(kept, peerLast)).toBeLessThan(0);
      }),
    );
  });

  it('exactly one row is taken', () => {
    fc.assert(
      fc.property(zxidIn, logs, zxidIn, (peerLast, log, processed) => {
        const tree = { history: log, committedLog: log, processed };
        expect(['1', '2', '3a', '3b', '3c', '4', '5']).toContain(
          syncFollower(peerLast, tree, blankDisk).row,
        );
      }),
    );
  });
});
