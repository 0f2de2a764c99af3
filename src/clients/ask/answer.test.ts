import { describe, expect, it } from 'vitest';
import { World } from '../../kernel/world.ts';
import type { ZooKeeperAnswer, ZooKeeperQuestion } from '../../view/zookeeper-ask.ts';
import { zookeeperModel } from '../model.ts';
import type { MemberWorld } from '../member.ts';
import type { Ghost } from '../ghost.ts';
import { OPEN_ACL } from '../../zookeeper/tree/acl-cache.ts';
import type { Call } from '../calls.ts';
import { answer } from './answer.ts';

const CLIENT = 101;

type Tree = readonly { readonly path: string; readonly data?: string }[];

/** A server with these nodes and one client, which then makes these calls. */
function world(tree: Tree, calls: readonly Call[] = []): MemberWorld<Ghost> {
  const model = zookeeperModel({
    servers: [{ sid: 1 }],
    clients: [{ id: CLIENT, program: 'api' }],
    tree,
  });
  const made = new World(model, 1);
  const pass = (ms: number): void => {
    const until = made.time + ms * 1000;
    while (made.advance(until));
  };
  made.intervene({ kind: 'start', pids: [1] });
  pass(100);
  made.intervene({ kind: 'start', pids: [CLIENT] });
  pass(1000);
  for (const call of calls) {
    const text = JSON.stringify(call);
    made.intervene({ kind: 'input', pid: CLIENT, name: 'LINE', data: { text } });
    pass(100);
  }
  return made;
}

/** The answer to a question, of the kind that was asked for. */
const ask = <K extends ZooKeeperQuestion['ask']>(
  of: MemberWorld<Ghost>,
  question: Extract<ZooKeeperQuestion, { readonly ask: K }>,
): Extract<ZooKeeperAnswer, { readonly ask: K }> =>
  answer(of, question) as Extract<ZooKeeperAnswer, { readonly ask: K }>;

const rows = (of: MemberWorld<Ghost>, open: readonly string[], first = 0, most = 100) =>
  ask<'tree'>(of, { ask: 'tree', server: 1, unfolded: { all: false, but: open }, first, most });

const create = (path: string, mode: 'PERSISTENT' | 'EPHEMERAL' = 'PERSISTENT'): Call => ({
  kind: 'request',
  request: { op: 'create', path, data: 'x', acl: OPEN_ACL, mode },
});

const small: Tree = [
  { path: '/app', data: 'hello' },
  { path: '/app/x', data: '1' },
  { path: '/app/y' },
  { path: '/app/y/z' },
  { path: '/base' },
];

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

  it('cost as much as is visible, not as much as there is', () => {
    const many = (count: number): MemberWorld<Ghost> =>
      world([
        { path: '/many' },
        ...Array.from({ length: count / 2 }, (_, n) => [
          { path: `/many/n${n}` },
          { path: `/many/n${n}/below` },
        ]).flat(),
      ]);
    const trees = [many(400), many(20_000)] as const;
    const spent = [0, 0];
    for (let n = 0; n < 150; n++) {
      trees.forEach((of, which) => {
        const begin = performance.now();
        const first = which === 0 ? (n * 7) % 350 : (n * 97) % 19_000;
        const window = ask<'tree'>(of, {
          ask: 'tree',
          server: 1,
          unfolded: { all: true, but: ['/zookeeper', '/many/n3'] },
          first,
          most: 50,
        });
        // The first questions count what is below each branch, once.
        if (n >= 20) spent[which] = (spent[which] ?? 0) + performance.now() - begin;
        expect(window.rows).toHaveLength(50);
      });
    }
    // Fifty times as many nodes; the heap's caches may cost something.
    expect((spent[1] ?? 0) / (spent[0] ?? 1)).toBeLessThan(8);
  });
});

describe('a search by path', () => {
  it('goes on where it stopped, and finds everything once', () => {
    const of = world(small);
    const found: string[] = [];
    let after: string | null = null;
    do {
      const part: Extract<ZooKeeperAnswer, { ask: 'find' }> = ask<'find'>(of, {
        ask: 'find',
        server: 1,
        text: '/A',
        after,
        most: 1,
      });
      found.push(...part.paths);
      after = part.next;
    } while (after !== null);
    expect(found).toEqual(['/app', '/app/x', '/app/y', '/app/y/z']);
  });
});

describe('a node', () => {
  it('tells which transactions made its fields', () => {
    const of = world(
      [],
      [
        create('/a'),
        create('/a/b'),
        create('/a/c'),
        { kind: 'request', request: { op: 'delete', path: '/a/b', version: -1 } },
        { kind: 'request', request: { op: 'setData', path: '/a', data: 'y', version: -1 } },
      ],
    );
    const { node } = ask<'znode'>(of, { ask: 'znode', server: 1, path: '/a' });
    // Two creations and one deletion: shown as 2 · 2 − 1.
    expect(node).toMatchObject({ cversion: 3, creates: 2, numChildren: 1, version: 1, text: 'y' });
    expect(node?.counts).toEqual({
      created: 1,
      data: 1,
      acl: 0,
      'child-created': 2,
      'child-deleted': 1,
    });
    expect(node?.complete).toBe(true);
    expect(node?.changes.map(({ what, zxid }) => `${what} ${zxid.counter}`)).toEqual([
      'created 2',
      'child-created 3',
      'child-created 4',
      'child-deleted 5',
      'data 6',
    ]);
    const steps = node?.changes.map(({ step }) => step ?? -1) ?? [];
    expect(steps.every((step, i) => step > (steps[i - 1] ?? 0))).toBe(true);
    expect(ask<'znode'>(of, { ask: 'znode', server: 1, path: '/none' }).node).toBeNull();
  });

  it('has a story only as far as the log goes', () => {
    const { node } = ask<'znode'>(world(small), { ask: 'znode', server: 1, path: '/app' });
    expect(node).toMatchObject({ complete: false, changes: [] });
  });
});

describe('the log', () => {
  const of = world([], [create('/a'), create('/b'), create('/a')]);

  it('is found by zxid and by path, and opens to its fields and bytes', () => {
    const log = (text: string) =>
      ask<'log'>(of, { ask: 'log', server: 1, first: 0, most: 10, find: { text, back: false } });
    // A snapshot of the empty tree stands before the first transaction.
    expect(log('0·3').found).toBe(3);
    expect(log('0.3').found).toBe(3);
    expect(log('0x2').found).toBe(2);
    expect(log('/b').found).toBe(3);
    expect(log('error').found).toBe(4);
    expect(log('/none').found).toBeNull();
    expect(
      log('/b').cells.map((cell) => (cell.kind === 'txn' ? cell.txn.type : cell.kind)),
    ).toEqual(['snapshot', 'createSession', 'create', 'create', 'error']);
    const { txn } = ask<'txn'>(of, { ask: 'txn', server: 1, index: 1 });
    expect(txn).toMatchObject({ path: '/a', durable: true, applied: true, client: CLIENT });
    expect(txn?.fields.find(({ name }) => name === 'parentCVersion')?.value).toBe('1');
    expect(txn?.bytes.endsWith('42')).toBe(true);
  });

  it('says where a record stands in its file, and which step applied it', () => {
    const txn = (index: number) => ask<'txn'>(of, { ask: 'txn', server: 1, index }).txn;
    expect(txn(0)).toMatchObject({ file: 'log.1', offset: 16 });
    expect(txn(1)?.offset).toBe(16 + (txn(0)?.length ?? 0));
    const steps = [0, 1, 2, 3].map((index) => txn(index)?.step ?? -1);
    expect(steps.every((step, i) => step > (steps[i - 1] ?? 0))).toBe(true);
    expect(txn(4)).toBeNull();
  });

  it('marks what failed, and is the same cells in any window', () => {
    const cells = (first: number, most: number) =>
      ask<'log'>(of, { ask: 'log', server: 1, first, most }).cells;
    const all = cells(0, 100);
    expect(all.map((cell) => cell.kind === 'txn' && cell.txn.failed)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
    for (let first = 0; first < 6; first++) {
      expect(cells(first, 2)).toEqual(all.slice(first, first + 2));
    }
  });
});

describe('watches', () => {
  it('stand, and have a history', () => {
    const of = world(
      [],
      [
        create('/w'),
        { kind: 'request', request: { op: 'exists', path: '/w', watch: true } },
        { kind: 'request', request: { op: 'setData', path: '/w', data: '1', version: -1 } },
        { kind: 'request', request: { op: 'getChildren', path: '/w', watch: true } },
      ],
    );
    const { standing, moments } = ask<'watches'>(of, {
      ask: 'watches',
      server: 1,
      path: '/w',
      most: 10,
    });
    expect(standing).toEqual([{ path: '/w', client: CLIENT, table: 'child', mode: 'STANDARD' }]);
    expect(moments.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      'set exists',
      'fired NodeDataChanged',
      'set getChildren',
    ]);
  });
});
