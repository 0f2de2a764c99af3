/** A table with a primary key: what it gives, and what it does not (specification R-4d). */
import { describe, expect, it } from 'vitest';
import type { OutsideSetup } from '../view/outside.ts';
import type { TableRequest } from '../protocols/outside/messages.ts';
import { outsideWorld } from './testing/outside-world.ts';
import type { Errand } from './testing/asker.ts';

const table: OutsideSetup = { id: 301, name: 'T', kind: 'table' };
const at = (afterMs: number, request: TableRequest): Errand => ({ to: 'T', request, afterMs });
const insert = (owner: string, afterMs = 0): Errand =>
  at(afterMs, { op: 'insert', id: '1', owner });
const takeOver = (owner: string, from: string, olderMs: number, afterMs = 0): Errand =>
  at(afterMs, { op: 'take-over', id: '1', owner, from, olderMs });

describe('of three that insert one row', () => {
  it('one succeeds, the others are told whose it is', () => {
    const { until, printed, seen } = outsideWorld(
      [table],
      [[insert('J1')], [insert('J2')], [insert('J3')]],
    );
    until(100);
    expect([101, 102, 103].map((pid) => printed(pid))).toEqual([
      ['OK 1'],
      ['DuplicateKey J1'],
      ['DuplicateKey J1'],
    ]);
    expect(seen('T', 'table')).toMatchObject({ rows: [{ owner: 'J1', term: 1 }], vain: 2 });
  });

  it('the row outlives whoever inserted it, and the table itself', () => {
    const again = Array.from({ length: 5 }, () => insert('J2', 1000));
    const { world, until, printed, seen } = outsideWorld([table], [[insert('J1')], again]);
    until(50);
    world.intervene({ kind: 'kill', pid: 101 });
    world.intervene({ kind: 'kill', pid: 301 });
    world.intervene({ kind: 'start', pids: [301] });
    until(6000);
    expect(printed(102)).toEqual(Array.from({ length: 5 }, () => 'DuplicateKey J1'));
    expect(seen('T', 'table').rows).toMatchObject([{ owner: 'J1' }]);
  });
});

describe('a take-over compares owner and age in one statement', () => {
  it('of two at once, one succeeds', () => {
    const { until, printed, seen } = outsideWorld(
      [table],
      [[insert('J1')], [takeOver('J2', 'J1', 50, 100)], [takeOver('J3', 'J1', 50, 100)]],
    );
    until(300);
    expect([printed(102), printed(103)]).toEqual([['OK 2'], ['NoRow null']]);
    expect(seen('T', 'table').rows).toMatchObject([{ owner: 'J2', term: 2 }]);
  });

  it('finds no row while the owner gives a sign', () => {
    const beats = Array.from({ length: 5 }, () => at(30, { op: 'beat', id: '1', owner: 'J1' }));
    const { until, printed } = outsideWorld(
      [table],
      [
        [insert('J1'), ...beats],
        [takeOver('J2', 'J1', 50, 100), takeOver('J2', 'J1', 50, 300)],
      ],
    );
    until(600);
    expect(printed(101)).toEqual(['OK 1', 'OK 1', 'OK 1', 'OK 1', 'OK 1', 'OK 1']);
    expect(printed(102)).toEqual(['NoRow null', 'OK 2']);
  });

  it('goes by the clock of the database', () => {
    const { world, until, printed } = outsideWorld(
      [table],
      [[insert('J1')], [takeOver('J2', 'J1', 60_000, 100)]],
    );
    until(50);
    world.intervene({ kind: 'set-clock', pid: 301, byMs: 60_000 });
    until(300);
    expect(printed(102)).toEqual(['OK 2']);
  });

  it('leaves the old owner without its row: a sign of it, or its end, finds none', () => {
    const { until, printed, seen } = outsideWorld(
      [table],
      [
        [
          insert('J1'),
          at(200, { op: 'beat', id: '1', owner: 'J1' }),
          at(0, { op: 'delete-row', id: '1', owner: 'J1' }),
          at(0, { op: 'select', id: '1' }),
        ],
        [takeOver('J2', 'J1', 50, 100)],
      ],
    );
    until(500);
    expect(printed(101)).toEqual(['OK 1', 'NoRow null', 'NoRow null', 'OK J2']);
    expect(seen('T', 'table').rows).toHaveLength(1);
  });
});

it('whoever deletes its row lets the next one insert', () => {
  const errands = [
    insert('J1'),
    at(0, { op: 'delete-row', id: '1', owner: 'J1' }),
    at(0, { op: 'select', id: '1' }),
    insert('J2'),
  ];
  const { until, printed } = outsideWorld([table], [errands]);
  until(100);
  expect(printed(101)).toEqual(['OK 1', 'OK null', 'NoRow null', 'OK 1']);
});
