/** The rules by themselves. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Acceptor } from './rules.ts';
import {
  chooseValue,
  nextBallot,
  onAccept,
  onPrepare,
  quorumOf,
  roundOf,
  soundRules,
} from './rules.ts';

const ballot = fc.integer({ min: 1, max: 20 });
const value = fc.constantFrom('X', 'Y');
const acceptor: fc.Arbitrary<Acceptor> = fc
  .tuple(fc.nat(20), fc.nat(20), value)
  .map(([a, b, v]) => ({
    promised: Math.max(a, b),
    accBallot: Math.min(a, b),
    accValue: Math.min(a, b) === 0 ? null : v,
  }));

describe('onPrepare', () => {
  it('promises exactly the ballots above the promise, and keeps the vote', () => {
    fc.assert(
      fc.property(acceptor, ballot, (a, n) => {
        const after = onPrepare(a, n);
        expect(after).toEqual(n > a.promised ? { ...a, promised: n } : null);
      }),
    );
  });

  it('gives one promise a ballot: the same Prepare again gets none', () => {
    fc.assert(
      fc.property(acceptor, ballot, (a, n) => {
        const after = onPrepare(a, n);
        expect(after === null || onPrepare(after, n) === null).toBe(true);
      }),
    );
  });
});

describe('onAccept', () => {
  it('accepts exactly if it has promised nothing higher (I-P1, I-P1a), and then promises as much', () => {
    fc.assert(
      fc.property(acceptor, ballot, value, (a, n, v) => {
        const after = onAccept(a, n, v);
        const voted = { promised: n, accBallot: n, accValue: v };
        expect(after).toEqual(n >= a.promised ? voted : null);
      }),
    );
  });

  it('lets a ballot pass that it has promised', () => {
    fc.assert(
      fc.property(acceptor, ballot, value, (a, n, v) => {
        const promised = onPrepare(a, n);
        expect(promised === null || onAccept(promised, n, v) !== null).toBe(true);
      }),
    );
  });

  it('is idempotent: an Accept that comes twice changes nothing', () => {
    fc.assert(
      fc.property(acceptor, ballot, value, (a, n, v) => {
        const after = onAccept(a, n, v);
        expect(after === null ? null : onAccept(after, n, v)).toEqual(after);
      }),
    );
  });
});

describe('chooseValue', () => {
  const none = { accBallot: 0, accValue: null };

  it('is free without a vote', () => {
    expect(chooseValue([none, none, none], '20%')).toBe('20%');
  });

  it('takes the value of the highest ballot, wherever it stands', () => {
    const reports = [
      { accBallot: 2, accValue: 'Y' },
      none,
      { accBallot: 5, accValue: 'X' },
      { accBallot: 4, accValue: 'Z' },
    ];
    for (const order of [reports, reports.toReversed()])
      expect(chooseValue(order, 'own')).toBe('X');
  });

  it('with the mutants takes the lowest, or its own', () => {
    const reports = [
      { accBallot: 2, accValue: 'Y' },
      { accBallot: 5, accValue: 'X' },
    ];
    expect(chooseValue(reports, 'own', { ...soundRules, adoptLowest: true })).toBe('Y');
    expect(chooseValue(reports, 'own', { ...soundRules, ignoreReports: true })).toBe('own');
  });
});

describe('quorums', () => {
  it('are more than half', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 9, 11].map((n) => quorumOf(n))).toEqual([
      1, 2, 2, 3, 3, 4, 4, 5, 6,
    ]);
  });
});

describe('ballots', () => {
  it("two proposers have the notes' numbers", () => {
    const of = (index: number): number[] => {
      const all = [nextBallot(index, 2, 0)];
      while (all.length < 4) all.push(nextBallot(index, 2, all.at(-1) ?? 0));
      return all;
    };
    expect(of(0)).toEqual([1, 3, 5, 7]);
    expect(of(1)).toEqual([2, 4, 6, 8]);
  });

  it('the next one is the smallest own number above what was seen, and a pair in the same order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.nat(6), fc.nat(100), (proposers, i, seen) => {
        const index = i % proposers;
        const next = nextBallot(index, proposers, seen);
        expect(next).toBeGreaterThan(seen);
        expect(next - seen).toBeLessThanOrEqual(Math.max(proposers, index + 1));
        expect(roundOf(next, proposers).index).toBe(index);
        expect(next).toBe(roundOf(next, proposers).round * proposers + index + 1);
      }),
    );
  });
});
