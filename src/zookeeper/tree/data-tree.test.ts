import { describe, expect, it } from 'vitest';
import { zxidHex } from '../../view/zxid.ts';
import type { CreateRequest } from '../records/requests.ts';
import { OneServer } from '../testing/one-server.ts';
import { OPEN_ACL } from './acl-cache.ts';
import { descendants, emptyTree, ephemeralCount, nodeAt, nodeCount } from './data-tree.ts';
import { statOf } from './node.ts';

const create = (path: string, more: Partial<CreateRequest> = {}): CreateRequest => ({
  op: 'create',
  path,
  data: '',
  acl: OPEN_ACL,
  mode: 'PERSISTENT',
  ...more,
});

const statAt = (server: OneServer, path: string) => {
  const node = nodeAt(server.tree, path);
  if (node === undefined) throw new Error(`no ${path}`);
  return statOf(node);
};

describe('a tree that has never been written', () => {
  it('counts five nodes, because the root has two names, and 44 bytes', () => {
    expect(nodeCount(emptyTree)).toBe(5);
    expect(emptyTree.dataSize).toBe(44);
    expect(ephemeralCount(emptyTree)).toBe(0);
  });

  it('shows cversion −1 at the root: its one child was never created', () => {
    const root = nodeAt(emptyTree, '/');
    expect(root && statOf(root)).toMatchObject({ cversion: -1, numChildren: 1, version: 0 });
    expect(root && descendants(root)).toBe(3);
  });

  it('has the digest that real servers begin with', () => {
    expect(emptyTree.digest).toBe(0x51c6d660);
  });

  it('keeps its own nodes from being deleted', () => {
    const server = new OneServer();
    const a = server.connect(1, '0x1');
    for (const path of ['/', '/zookeeper', '/zookeeper/quota', '/zookeeper/config']) {
      expect([path, server.write(a, { op: 'delete', path, version: -1 }).err]).toEqual([
        path,
        'BadArguments',
      ]);
    }
  });

  it('finds no node under a name that is no path', () => {
    for (const path of ['a', 'zookeeper', '//', '/zookeeper/', '/zookeeper//quota']) {
      expect(nodeAt(emptyTree, path)).toBeUndefined();
    }
  });
});

describe('stats', () => {
  it('a child’s creation and deletion change pzxid and cversion of the parent, nothing else', () => {
    const server = new OneServer();
    const a = server.connect(1, '0x1');
    server.write(a, create('/p'));
    const before = statAt(server, '/p');
    server.write(a, create('/p/c'));
    expect(statAt(server, '/p')).toEqual({
      ...before,
      pzxid: { epoch: 0, counter: 3 },
      cversion: 1,
      numChildren: 1,
    });
    server.write(a, { op: 'setData', path: '/p/c', data: 'x', version: 0 });
    expect(zxidHex(statAt(server, '/p').pzxid)).toBe('0x3');
    server.write(a, { op: 'delete', path: '/p/c', version: 1 });
    expect(statAt(server, '/p')).toEqual({
      ...before,
      pzxid: { epoch: 0, counter: 5 },
      cversion: 2,
    });
  });

  it('the marks of containers and TTL nodes are not shown', () => {
    const server = new OneServer({ extendedTypesEnabled: true });
    const a = server.connect(1, '0xabc');
    server.write(a, create('/c', { mode: 'CONTAINER' }));
    server.write(a, create('/t', { mode: 'PERSISTENT_WITH_TTL', ttl: 500 }));
    server.write(a, create('/e', { mode: 'EPHEMERAL' }));
    const owners = ['/c', '/t', '/e'].map((path) => statAt(server, path).ephemeralOwner);
    expect(owners).toEqual(['0x0', '0x0', '0xabc']);
    expect(ephemeralCount(server.tree)).toBe(1);
    expect(nodeCount(server.tree)).toBe(8);
  });

  it('data size counts paths and data, and comes back to what it was', () => {
    const server = new OneServer();
    const a = server.connect(1, '0x1');
    server.write(a, create('/ab', { data: 'four' }));
    expect(server.tree.dataSize).toBe(44 + 3 + 4);
    server.write(a, { op: 'setData', path: '/ab', data: 'x', version: -1 });
    expect(server.tree.dataSize).toBe(44 + 3 + 1);
    server.write(a, { op: 'delete', path: '/ab', version: -1 });
    expect(server.tree.dataSize).toBe(44);
    expect(server.tree.acls).toEqual({ ...emptyTree.acls, last: 2 });
  });
});
