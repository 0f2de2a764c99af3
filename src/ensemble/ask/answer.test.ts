import type { Call } from '../../clients/calls.ts';
import { describe, expect, it } from 'vitest';
import type { WrittenNode } from '../../view/written-node.ts';
import type { ZooKeeperAnswer } from '../../view/zookeeper-ask.ts';
import { World } from '../../kernel/world.ts';
import { ensembleModel } from '../quorum-model.ts';
import { ask, CLIENT, create, small, world } from './testing/fixtures.ts';

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

describe('a tree that is written down', () => {
  it('has every node once, with its kind and all of its data', () => {
    const tree = Array.from({ length: 2500 }, (_, n) => ({
      path: `/n${n}`,
      data: 'x'.repeat(n % 70),
    }));
    const of = world(tree, [create('/e', 'EPHEMERAL')]);
    const nodes = new Map<string, WrittenNode>();
    let count = 0;
    let after: string | null = null;
    do {
      const part: Extract<ZooKeeperAnswer, { ask: 'nodes' }> = ask<'nodes'>(of, {
        ask: 'nodes',
        server: 1,
        after,
      });
      for (const node of part.nodes) nodes.set(node.path, node);
      count += part.nodes.length;
      after = part.next;
    } while (after !== null);
    expect(nodes.get('/e')).toMatchObject({ kind: 'ephemeral', data: { text: 'x' } });
    expect(nodes.get('/n69')?.data).toEqual({ text: 'x'.repeat(69) });
    // The root, /e, and what ZooKeeper has itself.
    expect([count, nodes.size]).toEqual([2505, 2505]);
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

  it('have gaps: what changed after one had fired and before it was set again', () => {
    const set = (data: string): Call => ({
      kind: 'request',
      request: { op: 'setData', path: '/w', data, version: -1 },
    });
    const watch: Call = { kind: 'request', request: { op: 'getData', path: '/w', watch: true } };
    const gaps = (calls: readonly Call[]) =>
      ask<'watches'>(world([], [create('/w'), ...calls]), {
        ask: 'watches',
        server: 1,
        path: null,
        most: 100,
      }).gaps;
    const [gap] = gaps([watch, set('1'), set('2'), create('/w/c'), set('3'), watch, set('4')]);
    // Fired by 1; 2 and 3 were told to nobody. What a child does is no business of getData.
    expect(gap).toMatchObject({ client: CLIENT, path: '/w', count: 2 });
    expect(gap?.changes.map(({ type, zxid }) => `${type} ${zxid.counter}`)).toEqual([
      'setData 4',
      'setData 6',
    ]);
    expect(gap?.again).not.toBeNull();
    const [open] = gaps([watch, set('1'), set('2')]);
    expect(open).toMatchObject({ again: null, count: 1 });
    const persistent: Call = {
      kind: 'request',
      request: { op: 'addWatch', path: '/w', mode: 'PERSISTENT' },
    };
    expect(gaps([persistent, set('1'), set('2')])).toEqual([]);
  });
});

describe('servers beside each other', () => {
  it('tells how far behind each is, what it lacks, and a node as each has it', () => {
    const servers = [{ sid: 1 }, { sid: 2 }, { sid: 3 }];
    const clients = [{ id: CLIENT, program: 'api', servers: [3] }];
    const of = new World(ensembleModel({ servers, clients }), 1);
    const pass = (ms: number): void => {
      const until = of.time + ms * 1000;
      while (of.advance(until));
    };
    const request = (path: string): void => {
      const text = JSON.stringify(create(path));
      of.intervene({ kind: 'input', pid: CLIENT, name: 'LINE', data: { text } });
      pass(500);
    };
    of.intervene({ kind: 'start', pids: [1, 2, 3] }, 0);
    pass(10_000);
    of.intervene({ kind: 'start', pids: [CLIENT] });
    pass(3000);
    request('/a');
    of.intervene({ kind: 'cut', from: 3, to: 1, oneWay: false });
    for (const path of ['/b', '/c', '/a/d', '/e', '/f', '/g']) request(path);
    const rows = ask<'seen'>(of, { ask: 'seen', path: '/a' }).servers;
    expect(rows.map(({ server, behind }) => `${server} ${behind}`)).toEqual(['1 6', '2 0', '3 0']);
    expect(rows[0]?.lacks.map(({ type, path }) => `${type} ${path}`)).toEqual([
      'create /b',
      'create /c',
      'create /a/d',
      'create /e',
      'create /f',
    ]);
    expect(rows.map(({ node }) => node?.numChildren)).toEqual([0, 1, 1]);
    expect(rows.map(({ node }) => node?.data)).toEqual(['x', 'x', 'x']);
    const others = ask<'seen'>(of, { ask: 'seen', path: '/b' }).servers;
    expect(others.map(({ node }) => node === null)).toEqual([true, false, false]);
    expect(ask<'seen'>(of, { ask: 'seen', path: null }).servers[1]?.node).toBeNull();
  });
});
