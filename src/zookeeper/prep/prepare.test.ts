/** The order of checks and the codes, rule by rule (the first that fails wins). */
import { describe, expect, it } from 'vitest';
import { PERMS } from '../records/acl.ts';
import type { Code } from '../records/codes.ts';
import { OneServer } from '../testing/one-server.ts';
import type { Caller } from '../testing/one-server.ts';
import { allBut, check, create, only, remove, set, setAcl } from '../testing/requests.ts';
import { OPEN_ACL } from '../tree/acl-cache.ts';
import { nodeAt } from '../tree/data-tree.ts';
import type { DataTree } from '../tree/data-tree.ts';
import { changed, replaced } from '../tree/node.ts';
import { sequenceNumber } from './create.ts';
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

describe('create', () => {
  it('needs the switch for a time to live, then one between 1 ms and 2^40 − 1', () => {
    const ttl = (ms: number) => create('no path', { mode: 'PERSISTENT_WITH_TTL', ttl: ms });
    expect(setUp().code(ttl(-5))).toBe('Unimplemented');
    const { code } = setUp({ extendedTypesEnabled: true });
    expect([0, -1, 2 ** 40].map((ms) => code(ttl(ms)))).toEqual(Array(3).fill('BadArguments'));
    expect(code({ ...ttl(2 ** 40 - 1), path: '/t' })).toBe('OK');
  });

  it('asks for the session before it looks at the path', () => {
    const { server, a } = setUp();
    const { body } = server.submit(a, create('no path'), 'SessionMoved');
    expect(body).toEqual({ type: 'error', code: 'SessionMoved' });
  });

  it('asks for a slash before the ACL, for the ACL before the parent', () => {
    const { code } = setUp();
    expect(code(create('a', { acl: [] }))).toBe('BadArguments');
    expect(code(create('/a\0', { acl: [] }))).toBe('BadArguments');
    expect(code(create('/no/a', { acl: [] }))).toBe('InvalidACL');
    expect(code(create('/no/a', { acl: null }))).toBe('InvalidACL');
    expect(code(create('/no/a'))).toBe('NoNode');
  });

  it('asks for CREATE on the parent before the rest of the path, for that before the node', () => {
    const { code } = setUp();
    code(create('/p', { acl: allBut(PERMS.CREATE) }));
    expect(code(create('/p/..'))).toBe('NoAuth');
    code(create('/q'));
    expect(code(create('/q/..'))).toBe('BadArguments');
    expect(code(create('/q/'))).toBe('BadArguments');
    expect(code(create('/q'))).toBe('NodeExists');
    expect(code(create('/'))).toBe('NodeExists');
  });

  it('under an ephemeral is refused, after NodeExists', () => {
    const { code } = setUp();
    code(create('/e', { mode: 'EPHEMERAL' }));
    expect(code(create('/e/x'))).toBe('NoChildrenForEphemerals');
    expect(code(create('/e/x', { mode: 'PERSISTENT_SEQUENTIAL' }))).toBe('NoChildrenForEphemerals');
  });

  it('under a container or a TTL node is allowed', () => {
    const { code } = setUp({ extendedTypesEnabled: true });
    code(create('/c', { mode: 'CONTAINER' }));
    code(create('/t', { mode: 'PERSISTENT_WITH_TTL', ttl: 9 }));
    expect([code(create('/c/x')), code(create('/t/x'))]).toEqual(['OK', 'OK']);
  });

  it('tells the Stat to who asked for it, and to who makes a container', () => {
    const { server, a } = setUp();
    const kinds = [
      create('/a'),
      create('/b', { withStat: true }),
      create('/c', { mode: 'CONTAINER' }),
    ].map((request) => {
      const { body } = server.write(a, request);
      return body.kind === 'path' && body.stat !== null;
    });
    expect(kinds).toEqual([false, true, true]);
  });
});

describe('sequential names', () => {
  it('count all creates under the parent, sequential or not, and no deletes', () => {
    const { server, a, code } = setUp();
    code(create('/p'));
    const named = (path: string): string => {
      const { body } = server.write(a, create(path, { mode: 'PERSISTENT_SEQUENTIAL' }));
      return body.kind === 'path' ? body.path : '';
    };
    expect(named('/p/')).toBe('/p/0000000000');
    expect(named('/p/s-')).toBe('/p/s-0000000001');
    code(create('/p/plain'));
    code(remove('/p/plain'));
    expect(named('/p/s-')).toBe('/p/s-0000000003');
  });

  it('of requests in one pipeline go on from what is outstanding', () => {
    const { server, a, code } = setUp();
    code(create('/p'));
    const paths = [1, 2, 3].map(() => {
      const { body } = server.submit(a, create('/p/s-', { mode: 'EPHEMERAL_SEQUENTIAL' }));
      return body.type === 'create' ? body.path : '';
    });
    expect(paths).toEqual(['/p/s-0000000000', '/p/s-0000000001', '/p/s-0000000002']);
  });

  it('are signed: the last is 2147483647 for ever, except for who was already in the pipeline', () => {
    const { server, a, code } = setUp();
    code(create('/p'));
    const node = nodeAt(server.tree, '/p');
    if (node === undefined) throw new Error('no /p');
    const full: DataTree = {
      ...server.tree,
      root: replaced(server.tree.root, '/p', changed('/p', node, { cversion: 2 ** 31 - 1 })),
    };
    const late = new OneServer({ tree: full });
    const request = create('/p/s-', { mode: 'PERSISTENT_SEQUENTIAL' });
    const paths = [1, 2, 3].map(() => {
      const { body } = late.submit(a, request);
      return body.type === 'create' ? body.path : body.type;
    });
    expect(paths).toEqual(['/p/s-2147483647', '/p/s--2147483648', '/p/s--2147483647']);
    for (const _ of paths) expect(late.commit().err).toBe('OK');
    expect(nodeAt(late.tree, '/p')?.cversion).toBe(2 ** 31 - 1);
    expect(late.write(a, request).err).toBe('NodeExists');
    expect(late.write(a, { ...request, path: '/p/t-' }).err).toBe('OK');
  });

  it('are ten digits, the sign among them', () => {
    expect([0, 7, 2 ** 31 - 1, -1, -(2 ** 31)].map(sequenceNumber)).toEqual([
      '0000000000',
      '0000000007',
      '2147483647',
      '-000000001',
      '-2147483648',
    ]);
  });
});

describe('delete', () => {
  it('asks for the parent, DELETE on the parent, the node, its version, its children', () => {
    const { code } = setUp();
    expect(code(remove('/no/x'))).toBe('NoNode');
    code(create('/p', { acl: allBut(PERMS.DELETE) }));
    expect(code(remove('/p/x'))).toBe('NoAuth');
    expect(code(remove('/x'))).toBe('NoNode');
    code(create('/p/c'));
    expect(code(remove('/p', 3))).toBe('BadVersion');
    expect(code(remove('/p', 0))).toBe('NotEmpty');
  });

  it('needs no permission on the node itself', () => {
    const { code } = setUp();
    code(create('/x', { acl: only(PERMS.READ) }));
    expect(code(remove('/x'))).toBe('OK');
  });

  it('of a parent whose last child is about to go is legal', () => {
    const { server, a, code } = setUp();
    code(create('/p'));
    code(create('/p/c'));
    server.submit(a, remove('/p/c'));
    server.submit(a, remove('/p'));
    expect([server.commit().err, server.commit().err]).toEqual(['OK', 'OK']);
  });
});

describe('setData, setACL and check', () => {
  it('ask for path, node, permission, version', () => {
    const { code } = setUp();
    expect(code(set('/a/'))).toBe('BadArguments');
    expect(code(set('/a'))).toBe('NoNode');
    code(create('/r', { acl: only(PERMS.READ) }));
    expect(code(set('/r', 'x', 7))).toBe('NoAuth');
    expect(code(check('/r', 7))).toBe('BadVersion');
    expect(code(check('/', 0))).toBe('OK');
    code(create('/w', { acl: only(PERMS.WRITE) }));
    expect(code(set('/w', 'x', 7))).toBe('BadVersion');
    expect(code(check('/w', 7))).toBe('NoAuth');
  });

  it('setACL asks for the list before the node, and counts aversion', () => {
    const { code } = setUp();
    expect(code(setAcl('/no', []))).toBe('InvalidACL');
    expect(code(setAcl('/no', OPEN_ACL))).toBe('NoNode');
    code(create('/a'));
    code(set('/a'));
    expect(code(setAcl('/a', OPEN_ACL, 1))).toBe('BadVersion');
    expect(code(setAcl('/a', allBut(PERMS.ADMIN), 0))).toBe('OK');
    expect(code(setAcl('/a', OPEN_ACL, 1))).toBe('NoAuth');
  });

  it('a set that is outstanding has its version already', () => {
    const { server, a, code } = setUp();
    code(create('/a'));
    server.submit(a, set('/a', 'x', 0));
    server.submit(a, set('/a', 'y', 1));
    server.submit(a, set('/a', 'z', 1));
    expect([server.commit().err, server.commit().err, server.commit().err]).toEqual([
      'OK',
      'OK',
      'BadVersion',
    ]);
  });
});

describe('every write', () => {
  it('takes a zxid, also when it fails', () => {
    const { server, code } = setUp();
    expect([code(remove('/no')), code(set('/no')), code(create('/no/x'))]).toEqual(
      Array(3).fill('NoNode'),
    );
    expect(server.tree.lastZxid).toEqual({ epoch: 0, counter: 4 });
  });
});
