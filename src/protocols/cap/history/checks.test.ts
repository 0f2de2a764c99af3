import { describe, expect, it } from 'vitest';
import { Random } from '../../../kernel/random.ts';
import { blocksOf, canBeOrdered } from './blocks.ts';
import { verdict } from './checks.ts';
import { FIRST_VALUE, inOneSession, inSession, inTime } from './operation.ts';
import type { Operation, Precedes } from './operation.ts';
import { naivelyOrdered, naivelySmallest } from './testing/naive.ts';
import { witnessOf } from './witness.ts';

const ALPHA = 101;
const BETA = 102;

const op = (
  id: number,
  client: number,
  kind: Operation['kind'],
  value: number,
  called: number,
  returned = called + 0.5,
): Operation => ({ id, client, kind, value, called, returned });

/** A few clients, each with its operations; reads return anything that somebody writes, or nearly so. */
function randomHistory(chance: Random): readonly Operation[] {
  const count = 2 + chance.below(6);
  const clients = 1 + chance.below(3);
  const kinds = Array.from({ length: count }, () => chance.below(2) === 0);
  const writes = kinds.filter((isWrite) => isWrite).length;
  let value = 0;
  return kinds.map((isWrite, index) => {
    const called = chance.below(40);
    const returned = isWrite && chance.below(5) === 0 ? Infinity : called + 1 + chance.below(15);
    const kind = isWrite ? 'write' : 'read';
    const nowhere = chance.below(20) === 0 ? 1 : 0;
    const its = isWrite ? ++value : FIRST_VALUE + chance.below(writes + 1 + nowhere);
    return op(index + 1, 1 + chance.below(clients), kind, its, called, returned);
  });
}

const orders: readonly (readonly [string, Precedes])[] = [
  ['time', inTime],
  ['each session', inSession],
  ['one session', inOneSession(1)],
];

const RUNS = 1500;

describe('the checker', () => {
  it.each(orders)(
    'says of random histories what trying every order says, in the order of %s',
    (_, precedes) => {
      const chance = new Random(5);
      const said = { yes: 0, no: 0 };
      for (let run = 0; run < RUNS; run++) {
        const history = randomHistory(chance);
        const naive = naivelyOrdered(history, precedes);
        expect([history, canBeOrdered(history, precedes)]).toEqual([history, naive]);
        said[naive ? 'yes' : 'no']++;
      }
      expect(Math.min(said.yes, said.no)).toBeGreaterThan(RUNS / 20);
    },
  );

  it('names as few operations as there are that cannot be ordered', () => {
    const chance = new Random(11);
    let found = 0;
    for (let run = 0; run < 300; run++) {
      const history = randomHistory(chance);
      const witness = witnessOf(history, inTime);
      const least = naivelySmallest(history, inTime);
      expect([history, witness?.requests.length ?? 0]).toEqual([history, least]);
      if (witness === null) continue;
      found++;
      const some = history.filter(({ id }) => witness.requests.includes(id));
      expect(naivelyOrdered(some, inTime)).toBe(false);
      const inIt = witness.circle.every(({ number }) => witness.requests.includes(number));
      expect(inIt).toBe(true);
    }
    expect(found).toBeGreaterThan(50);
  });

  it('notices a checker that forgets one of its rules', () => {
    // What is compared above would tell faults that one could well make.
    const faulty: readonly ((history: readonly Operation[]) => boolean)[] = [
      // Reads may come before their write.
      (history) => canBeOrdered(history, (a, b) => a.kind === 'write' && inTime(a, b)),
      // Writes without an answer never happened.
      (history) =>
        canBeOrdered(
          history.filter(({ returned }) => Number.isFinite(returned)),
          inTime,
        ),
      // A value from nowhere is no matter.
      (history) => {
        const { strange } = blocksOf(history);
        return canBeOrdered(
          history.filter((each) => !strange.includes(each)),
          inTime,
        );
      },
    ];
    for (const wrong of faulty) {
      const chance = new Random(5);
      const noticed = Array.from({ length: RUNS }, () => randomHistory(chance)).some(
        (history) => wrong(history) !== naivelyOrdered(history, inTime),
      );
      expect(noticed).toBe(true);
    }
  });
});

describe('a read behind a completed write', () => {
  const history = [
    op(1, ALPHA, 'write', 1, 0),
    op(2, BETA, 'write', 2, 1),
    op(3, ALPHA, 'read', 1, 2),
  ];

  it('is not linearizable, and the witness lights the write and the read', () => {
    const { holds, witness } = verdict('linearizable', history);
    expect(holds).toBe(false);
    expect(witness?.requests).toEqual([1, 2, 3]);
    expect(witness?.circle).toEqual([
      { number: 2, why: 'time' },
      { number: 3, why: 'overwrites' },
    ]);
  });

  it('is sequential and monotonic, since nobody saw the write before it', () => {
    expect(verdict('sequential', history).holds).toBe(true);
    expect(verdict('monotonic', history).holds).toBe(true);
  });
});

describe('a client that has seen a write', () => {
  it('must not see what was there before', () => {
    const history = [
      op(1, BETA, 'write', 1, 0),
      op(2, BETA, 'write', 2, 1),
      op(3, ALPHA, 'read', 2, 2),
      op(4, ALPHA, 'read', 1, 3),
    ];
    expect(verdict('monotonic', history).holds).toBe(false);
    expect(verdict('sequential', history).holds).toBe(false);
  });

  it('may find it in another order than another client only where no order is kept', () => {
    const history = [
      op(1, ALPHA, 'write', 1, 0, 9),
      op(2, BETA, 'write', 2, 0, 9),
      op(3, ALPHA, 'read', 1, 10),
      op(4, ALPHA, 'read', 2, 11),
      op(5, BETA, 'read', 2, 10),
      op(6, BETA, 'read', 1, 11),
    ];
    expect(verdict('sequential', history).holds).toBe(false);
    expect(verdict('monotonic', history).holds).toBe(true);
  });
});

it('says nothing of a history in which two writes have the same value', () => {
  const history = [op(1, ALPHA, 'write', 1, 0), op(2, BETA, 'write', 1, 1)];
  expect(verdict('linearizable', history)).toEqual({ holds: null, witness: null });
});

it('writes are linearizable when they took effect in an order that keeps time', () => {
  const history = [op(1, ALPHA, 'write', 1, 0), op(2, BETA, 'write', 2, 1)];
  const [kept, turned] = [
    new Map([
      [1, 0],
      [2, 1],
    ]),
    new Map([
      [1, 1],
      [2, 0],
    ]),
  ];
  expect(verdict('writes', history, kept).holds).toBe(true);
  expect(verdict('writes', history, turned).witness?.requests).toEqual([1, 2]);
  expect(verdict('writes', history, new Map([[1, 0]])).witness?.requests).toEqual([2]);
});

it('a witness among many operations is small, too', () => {
  const many = Array.from({ length: 40 }, (_, at) => op(at + 1, ALPHA, 'write', at + 1, at));
  const history = [...many, op(41, BETA, 'read', 20, 60)];
  const witness = witnessOf(history, inTime);
  expect(witness?.requests.length).toBe(3);
  expect(witness?.requests).toContain(41);
});
