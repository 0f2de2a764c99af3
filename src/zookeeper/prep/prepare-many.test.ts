/** What one request changes in many places: multi, the end of a session, what the server reaps. */
import { describe, expect, it } from 'vitest';
import type { Code } from '../records/codes.ts';
import type { TxnBody } from '../records/txns.ts';
import { OneServer } from '../testing/one-server.ts';
import type { Caller } from '../testing/one-server.ts';
import { check, create, remove, set } from '../testing/requests.ts';
import { reapable } from '../tree/containers.ts';
import { nodeAt } from '../tree/data-tree.ts';
import type { WriteRequest } from './prepare.ts';

function setUp(rules: ConstructorParameters<typeof OneServer>[0] = {}): {
  server: OneServer;
  a: Caller;
  /** The code of a write. */
  code: (request: WriteRequest) => Code;
} {
  const server = new OneServer(rules);
  const a = server.connect(1, '0xa');
  return { server, a, code: (request) => server.write(a, request).err };
}

const pathsOf = (body: TxnBody): readonly string[] =>
  body.type === 'closeSession' ? body.paths : [];

describe('multi', () => {
  it('has one zxid and one time, and each part sees what those before it did', () => {
    const { server, code } = setUp();
    const ops = [create('/m'), create('/m/c'), set('/m'), check('/m', 1), remove('/m/c')];
    expect(code({ op: 'multi', ops })).toBe('OK');
    const node = nodeAt(server.tree, '/m');
    expect(node).toMatchObject({ version: 1, cversion: 1, total: 1 });
    expect([node?.czxid, node?.mzxid, node?.pzxid]).toEqual(Array(3).fill(server.tree.lastZxid));
    expect(server.log.at(-1)?.zxid).toEqual({ epoch: 0, counter: 2 });
  });

  it('that fails does nothing: the parts before say OK, those behind RuntimeInconsistency', () => {
    const { server, a } = setUp();
    const before = server.tree;
    const ops = [create('/m'), remove('/no'), create('/n')];
    const { err, body } = server.write(a, { op: 'multi', ops });
    expect(err).toBe('OK');
    expect(body).toEqual({
      kind: 'multi',
      results: ['OK', 'NoNode', 'RuntimeInconsistency'].map((code) => ({ op: 'error', code })),
    });
    expect(server.tree.root).toBe(before.root);
  });

  it('that fails leaves outstanding what was outstanding before it', () => {
    const { server, a } = setUp();
    server.submit(a, create('/p'));
    server.submit(a, create('/p/s-', { mode: 'PERSISTENT_SEQUENTIAL' }));
    const before = server.outstanding;
    const ops = [create('/p/s-', { mode: 'PERSISTENT_SEQUENTIAL' }), remove('/no')];
    server.submit(a, { op: 'multi', ops });
    expect(server.outstanding).toBe(before);
    const next = server.submit(a, create('/p/s-', { mode: 'PERSISTENT_SEQUENTIAL' }));
    expect(next.body).toMatchObject({ path: '/p/s-0000000001' });
  });

  it('of nothing is legal', () => {
    const { server, a } = setUp();
    expect(server.write(a, { op: 'multi', ops: [] }).body).toEqual({ kind: 'multi', results: [] });
  });
});

describe('closeSession', () => {
  it('lists the ephemerals in the tree and in the pipeline, but not what is about to go', () => {
    const { server, a, code } = setUp();
    const b = server.connect(2, '0xb');
    const ephemeral = (path: string) => create(path, { mode: 'EPHEMERAL' });
    code(ephemeral('/old'));
    code(ephemeral('/going'));
    server.write(b, ephemeral('/other'));
    server.submit(a, ephemeral('/new'));
    server.submit(b, remove('/going'));
    const { body } = server.submit(a, { op: 'closeSession' }, 'SessionExpired');
    expect([...pathsOf(body)].toSorted()).toEqual(['/new', '/old']);
    while (server.waiting.length > 0) expect(server.commit().err).toBe('OK');
    expect(
      ['/old', '/new', '/other'].map((path) => nodeAt(server.tree, path) !== undefined),
    ).toEqual([false, false, true]);
  });

  it('of a parent’s last child leaves the parent not empty until it is applied', () => {
    const { server, a, code } = setUp();
    const b = server.connect(2, '0xb');
    code(create('/p'));
    server.write(b, create('/p/e', { mode: 'EPHEMERAL' }));
    server.submit(b, { op: 'closeSession' });
    server.submit(a, remove('/p'));
    server.commit();
    expect(server.commit().err).toBe('NotEmpty');
    expect(code(remove('/p'))).toBe('OK');
  });
});

describe('containers and times to live', () => {
  it('a container goes when its last child has gone, not before its first', () => {
    const { server, a, code } = setUp();
    code(create('/c', { mode: 'CONTAINER' }));
    expect(reapable(server.tree, 1e9, 0)).toEqual([]);
    expect(reapable(server.tree, 1e9, 1000)).toEqual(['/c']);
    code(create('/c/x'));
    expect(reapable(server.tree, 1e9, 1000)).toEqual([]);
    expect(server.write(a, { op: 'deleteContainer', path: '/c' }).err).toBe('NotEmpty');
    code(remove('/c/x'));
    expect(reapable(server.tree, 0, 0)).toEqual(['/c']);
    expect(server.write(a, { op: 'deleteContainer', path: '/c' }).err).toBe('OK');
    expect(server.tree.containers).toBeNull();
  });

  it('a TTL node goes when nobody has written it for its time, and it has no child', () => {
    const { server, code } = setUp({ extendedTypesEnabled: true });
    server.time = 5000;
    code(create('/t', { mode: 'PERSISTENT_SEQUENTIAL_WITH_TTL', ttl: 100 }));
    expect(reapable(server.tree, 5100, 0)).toEqual([]);
    expect(reapable(server.tree, 5101, 0)).toEqual(['/t0000000000']);
    server.time = 5100;
    code(set('/t0000000000'));
    expect(reapable(server.tree, 5200, 0)).toEqual([]);
    code(create('/t0000000000/c'));
    expect(reapable(server.tree, 1e9, 0)).toEqual([]);
  });

  it('a session’s node is not the reaper’s', () => {
    const { server, a, code } = setUp();
    code(create('/e', { mode: 'EPHEMERAL' }));
    expect(server.write(a, { op: 'deleteContainer', path: '/e' }).err).toBe('BadVersion');
    expect(server.write(a, { op: 'deleteContainer', path: '/' }).err).toBe('BadArguments');
  });
});
