import { describe, expect, it } from 'vitest';
import type { Call } from '../../clients/calls.ts';
import type { Ghost } from '../ghost.ts';
import type { MemberWorld } from '../member.ts';
import { asked } from './asked.ts';
import { ask, CLIENT, create, small, world } from './testing/fixtures.ts';
import { treeRows } from './tree-rows.ts';

const rows = (of: MemberWorld<Ghost>, open: readonly string[], first = 0, most = 100) =>
  ask<'tree'>(of, { ask: 'tree', server: 1, unfolded: { all: false, but: open }, first, most });

describe('the rows of a tree', () => {
  it('stand as what is open says, in any window', () => {
    const of = world(small);
    const all = rows(of, ['/', '/app', '/app/y', '/nowhere']);
    const names = all.rows.map(({ depth, name }) => `${'  '.repeat(depth)}${name}`);
    expect(names).toEqual(['', '  app', '    x', '    y', '      z', '  base', '  zookeeper']);
    expect(all.total).toBe(7);
    for (let first = 0; first < 8; first++) {
      const window = rows(of, ['/', '/app', '/app/y'], first, 3);
      expect(window.total).toBe(7);
      expect(window.rows).toEqual(all.rows.slice(first, first + 3));
    }
    expect(rows(of, []).rows).toHaveLength(1);
    expect(rows(of, ['/app']).total).toBe(1);
  });

  it('say what a node is, who owns it, who watches it, and what has just changed', () => {
    const of = world(small, [
      create('/e', 'EPHEMERAL'),
      { kind: 'request', request: { op: 'getData', path: '/e', watch: true } },
    ]);
    const row = rows(of, ['/']).rows.find(({ path }) => path === '/e');
    expect(row).toMatchObject({ kind: 'ephemeral', owner: CLIENT, touched: true, preview: 'x' });
    expect(row?.watchers).toEqual([{ client: CLIENT, table: 'data', mode: 'STANDARD' }]);
  });

  it('an ephemeral node is its client’s as long as it stands, though the client is dead', () => {
    const of = world(small, [create('/e', 'EPHEMERAL')]);
    of.intervene({ kind: 'kill', pid: CLIENT });
    const row = rows(of, ['/']).rows.find(({ path }) => path === '/e');
    expect(row).toMatchObject({ kind: 'ephemeral', owner: CLIENT });
  });

  it('light what the newest transaction changed: a new child, or a parent that lost one', () => {
    const lit = (calls: readonly Call[]) =>
      rows(world(small, calls), ['/', '/app'])
        .rows.filter(({ touched }) => touched)
        .map(({ path }) => path);
    const gone: Call = { kind: 'request', request: { op: 'delete', path: '/app/x', version: -1 } };
    expect(lit([])).toEqual([]);
    expect(lit([create('/app/new')])).toEqual(['/app/new']);
    expect(lit([gone])).toEqual(['/app']);
  });

  it('unfold all at once, but for what is folded; and say where a path stands', () => {
    const of = world(small);
    const all = (but: readonly string[], first = 0, most = 100) =>
      ask<'tree'>(of, {
        ask: 'tree',
        server: 1,
        unfolded: { all: true, but },
        first,
        most,
        where: '/base',
      });
    const whole = all([]);
    expect(whole.rows.map(({ path }) => path)).toEqual([
      '/',
      '/app',
      '/app/x',
      '/app/y',
      '/app/y/z',
      '/base',
      '/zookeeper',
      '/zookeeper/config',
      '/zookeeper/quota',
    ]);
    expect(whole.where).toBe(5);
    for (let first = 0; first < 9; first++) {
      expect(all([], first, 4).rows).toEqual(whole.rows.slice(first, first + 4));
    }
    expect(all(['/app', '/zookeeper'], 3).where).toBe(2);
    expect(all(['/']).where).toBeNull();
  });

  it('know their place among their siblings, and where lines go on past them', () => {
    const all = rows(world(small), ['/', '/app', '/app/y']).rows;
    expect(
      all.map(({ path, place, siblings, followed }) => ({ path, place, siblings, followed })),
    ).toEqual([
      { path: '/', place: 1, siblings: 1, followed: [] },
      { path: '/app', place: 1, siblings: 3, followed: [true] },
      { path: '/app/x', place: 1, siblings: 2, followed: [true, true] },
      { path: '/app/y', place: 2, siblings: 2, followed: [true, false] },
      { path: '/app/y/z', place: 1, siblings: 1, followed: [true, false, false] },
      { path: '/base', place: 2, siblings: 3, followed: [true] },
      { path: '/zookeeper', place: 3, siblings: 3, followed: [false] },
    ]);
  });

  it('look at as much as is visible, not at as much as there is', () => {
    const lookedAt = (count: number): number => {
      const many = Array.from({ length: count / 2 }, (_, n) => [
        { path: `/many/n${n}` },
        { path: `/many/n${n}/below` },
      ]).flat();
      const from = asked(world([{ path: '/many' }, ...many]), 1);
      const seen = { objects: 0 };
      const tree = watched(from.tree, seen);
      let later = 0;
      for (let n = 0; n < 30; n++) {
        seen.objects = 0;
        const question = {
          ask: 'tree',
          server: 1,
          unfolded: { all: true, but: ['/zookeeper', '/many/n3'] },
          first: Math.floor((count * n) / 40),
          most: 50,
        } as const;
        const answer = treeRows({ ...from, tree }, question);
        expect(answer).toHaveProperty('rows.length', 50);
        // The first question counts what is below each branch, once.
        if (n > 0) later = Math.max(later, seen.objects);
      }
      return later;
    };
    const [few, many] = [lookedAt(400), lookedAt(20_000)];
    expect(few).toBeGreaterThan(50);
    // Fifty times as many nodes: a few more levels for each row.
    expect(many).toBeLessThan(few * 3);
  });
});

/** A tree, and all that it leads to, that counts how often something of it is looked at. */
function watched<T extends object>(tree: T, seen: { objects: number }): T {
  const made = new WeakMap<object, object>();
  const watch = (one: object): object => {
    const known = made.get(one);
    if (known !== undefined) return known;
    const proxy = new Proxy(one, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        const plain =
          typeof value === 'object' &&
          value !== null &&
          Object.getPrototypeOf(value) === Object.prototype;
        if (!plain) return value;
        seen.objects += 1;
        return watch(value);
      },
    });
    made.set(one, proxy);
    return proxy;
  };
  return watch(tree) as T;
}
