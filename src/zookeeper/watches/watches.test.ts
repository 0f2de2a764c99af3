import { describe, expect, it } from 'vitest';
import { OneServer } from '../testing/one-server.ts';
import type { Caller } from '../testing/one-server.ts';
import { OPEN_ACL } from '../tree/acl-cache.ts';
import type { CreateRequest } from '../records/requests.ts';
import { countWatches, watchesOf } from './watch-table.ts';
import { watchCount } from './watches.ts';
import type { Notice } from './watches.ts';

const create = (path: string, mode: CreateRequest['mode'] = 'PERSISTENT'): CreateRequest => ({
  op: 'create',
  path,
  data: '',
  acl: OPEN_ACL,
  mode,
});
const set = (path: string) => ({ op: 'setData', path, data: 'x', version: -1 }) as const;
const remove = (path: string) => ({ op: 'delete', path, version: -1 }) as const;
const watching = <O extends 'getData' | 'exists' | 'getChildren'>(op: O, path: string) =>
  ({ op, path, watch: true }) as const;
const persistent = (path: string, recursive = false) =>
  ({ op: 'addWatch', path, mode: recursive ? 'PERSISTENT_RECURSIVE' : 'PERSISTENT' }) as const;

const texts = (notices: readonly Notice[]): string[] =>
  notices.map(({ connection, event }) => `${connection} ${event.type} ${event.path}`);

function setUp(...paths: string[]): { server: OneServer; a: Caller; b: Caller } {
  const server = new OneServer();
  const a = server.connect(1, '0x1');
  const b = server.connect(2, '0x2');
  for (const path of paths) server.write(b, create(path));
  return { server, a, b };
}

describe('a one-shot watch', () => {
  it('tells once, and both watchers of a path when they are of two connections', () => {
    const { server, a, b } = setUp('/n');
    server.ask(a, watching('getData', '/n'));
    server.ask(b, watching('getData', '/n'));
    expect(texts(server.write(b, set('/n')).notices)).toEqual([
      '1 NodeDataChanged /n',
      '2 NodeDataChanged /n',
    ]);
    expect(server.write(b, set('/n')).notices).toEqual([]);
  });

  it('of getData or getChildren on nothing is not set; of exists it is', () => {
    const { server, a, b } = setUp();
    expect(server.ask(a, watching('getData', '/n')).err).toBe('NoNode');
    expect(server.ask(a, watching('getChildren', '/n')).err).toBe('NoNode');
    expect(watchCount(server.watches)).toBe(0);
    expect(server.ask(a, watching('exists', '/n')).err).toBe('NoNode');
    expect(texts(server.write(b, create('/n')).notices)).toEqual(['1 NodeCreated /n']);
  });

  it('of data hears nothing of children, of children nothing of data', () => {
    const { server, a, b } = setUp('/n');
    server.ask(a, watching('getData', '/n'));
    expect(server.write(b, create('/n/c')).notices).toEqual([]);
    server.ask(a, watching('getChildren', '/n'));
    expect(texts(server.write(b, set('/n/c')).notices)).toEqual([]);
    expect(texts(server.write(b, set('/n')).notices)).toEqual(['1 NodeDataChanged /n']);
    expect(texts(server.write(b, remove('/n/c')).notices)).toEqual(['1 NodeChildrenChanged /n']);
  });

  it('in both tables of a deleted node is told once; the parent’s follows', () => {
    const { server, a, b } = setUp('/p', '/p/n');
    server.ask(a, watching('getData', '/p/n'));
    server.ask(a, watching('getChildren', '/p/n'));
    server.ask(b, watching('getChildren', '/p/n'));
    server.ask(a, watching('getChildren', '/p'));
    expect(texts(server.write(b, remove('/p/n')).notices)).toEqual([
      '1 NodeDeleted /p/n',
      '2 NodeDeleted /p/n',
      '1 NodeChildrenChanged /p',
    ]);
    expect(watchCount(server.watches)).toBe(0);
  });

  it('is not fired by what failed, by an ACL, by a session', () => {
    const { server, a, b } = setUp('/n');
    server.ask(a, watching('getData', '/n'));
    server.ask(a, watching('getChildren', '/'));
    expect(server.write(b, { ...set('/n'), version: 7 }).notices).toEqual([]);
    const acl = { op: 'setACL', path: '/n', acl: OPEN_ACL, version: -1 } as const;
    expect(server.write(b, acl).notices).toEqual([]);
    server.connect(3, '0x3');
    expect(watchCount(server.watches)).toBe(2);
  });

  it('ends with its connection', () => {
    const { server, a, b } = setUp('/n');
    server.ask(a, watching('getData', '/n'));
    server.ask(b, watching('getData', '/n'));
    server.drop(1);
    expect(texts(server.write(b, set('/n')).notices)).toEqual(['2 NodeDataChanged /n']);
    expect(countWatches(server.watches.data)).toEqual({ connections: 1, paths: 0, watches: 0 });
  });
});

describe('a persistent watch', () => {
  it('hears of its node and of its children, again and again', () => {
    const { server, a, b } = setUp('/n');
    server.ask(a, persistent('/n'));
    const heard = [set('/n'), set('/n'), create('/n/c'), set('/n/c'), remove('/n/c'), remove('/n')];
    expect(heard.flatMap((request) => texts(server.write(b, request).notices))).toEqual([
      '1 NodeDataChanged /n',
      '1 NodeDataChanged /n',
      '1 NodeChildrenChanged /n',
      '1 NodeChildrenChanged /n',
      '1 NodeDeleted /n',
    ]);
    expect(texts(server.write(b, create('/n')).notices)).toEqual(['1 NodeCreated /n']);
  });

  it('of a subtree hears of every node in it, never of lists of children', () => {
    const { server, a, b } = setUp('/n', '/nn');
    server.ask(a, persistent('/n', true));
    const heard = [create('/n/c'), create('/n/c/d'), set('/n/c/d'), remove('/n/c/d'), set('/nn')];
    expect(heard.flatMap((request) => texts(server.write(b, request).notices))).toEqual([
      '1 NodeCreated /n/c',
      '1 NodeCreated /n/c/d',
      '1 NodeDataChanged /n/c/d',
      '1 NodeDeleted /n/c/d',
    ]);
  });

  it('of the whole tree hears of every node', () => {
    const { server, a, b } = setUp();
    server.ask(a, persistent('/', true));
    expect(texts(server.write(b, create('/x')).notices)).toEqual(['1 NodeCreated /x']);
  });

  it('becomes a one-shot in the table where the same connection asks for one (ZOOKEEPER-4466)', () => {
    const { server, a, b } = setUp('/n');
    server.ask(a, persistent('/n'));
    server.ask(a, watching('getData', '/n'));
    expect(texts(server.write(b, set('/n')).notices)).toEqual(['1 NodeDataChanged /n']);
    expect(server.write(b, set('/n')).notices).toEqual([]);
    expect(texts(server.write(b, create('/n/c')).notices)).toEqual(['1 NodeChildrenChanged /n']);
    expect(texts(server.write(b, create('/n/d')).notices)).toEqual(['1 NodeChildrenChanged /n']);
  });

  it('of a subtree is counted off when a one-shot takes its place', () => {
    const { server, a } = setUp('/n');
    server.ask(a, persistent('/n', true));
    expect(server.watches.data.recursive).toBe(1);
    server.ask(a, watching('getData', '/n'));
    expect([server.watches.data.recursive, server.watches.child.recursive]).toEqual([0, 1]);
    server.drop(1);
    expect(server.watches.child.recursive).toBe(0);
  });
});

describe('removing watches', () => {
  it('takes away the type that was named, and says so when there is none', () => {
    const { server, a, b } = setUp('/n');
    const without = (type: 'Children' | 'Data' | 'Any') =>
      server.ask(a, { op: 'removeWatches', path: '/n', type }).err;
    expect(without('Any')).toBe('NoWatcher');
    server.ask(a, watching('getData', '/n'));
    expect(without('Children')).toBe('NoWatcher');
    expect(server.ask(a, { op: 'checkWatches', path: '/n', type: 'Any' }).err).toBe('OK');
    expect(without('Data')).toBe('OK');
    expect(server.ask(a, { op: 'checkWatches', path: '/n', type: 'Any' }).err).toBe('NoWatcher');
    server.ask(b, watching('getData', '/n'));
    expect(without('Any')).toBe('NoWatcher');
    expect([...watchesOf(server.watches.data)]).toEqual([
      { path: '/n', connection: 2, mode: 'STANDARD' },
    ]);
  });
});

describe('after a reconnect', () => {
  it('what changed in the gap is told, the rest armed; persistent watches miss the gap', () => {
    const { server, a, b } = setUp('/same', '/set', '/gone', '/kids', '/still');
    const relativeZxid = server.tree.lastZxid;
    for (const request of [set('/set'), remove('/gone'), create('/kids/1'), create('/new')]) {
      server.write(b, request);
    }
    const data = ['/same', '/set', '/gone'];
    const exist = ['/new', '/never'];
    const child = ['/kids', '/still', '/gone'];
    const request = {
      op: 'setWatches',
      relativeZxid,
      data,
      exist,
      child,
      persistent: ['/set'],
      persistentRecursive: ['/kids'],
    } as const;
    expect(texts(server.ask(a, request).notices)).toEqual([
      '1 NodeDataChanged /set',
      '1 NodeDeleted /gone',
      '1 NodeCreated /new',
      '1 NodeChildrenChanged /kids',
      '1 NodeDeleted /gone',
    ]);
    expect([...watchesOf(server.watches.data)].map(({ path, mode }) => `${path} ${mode}`)).toEqual([
      '/kids PERSISTENT_RECURSIVE',
      '/never STANDARD',
      '/same STANDARD',
      '/set PERSISTENT',
    ]);
  });
});

describe('an event', () => {
  it('is kept from who may not read the node, and its one-shot watch is used up all the same', () => {
    const { server, a, b } = setUp();
    server.auth(2, 'digest', 'b:pw');
    server.ask(a, watching('exists', '/s'));
    const acl = [{ scheme: 'auth', id: '', perms: 31 }];
    expect(server.write(b, { ...create('/s'), acl }).notices).toEqual([]);
    expect(watchCount(server.watches)).toBe(0);
    server.ask(a, persistent('/s', true));
    server.ask(b, persistent('/s'));
    expect(texts(server.write(b, set('/s')).notices)).toEqual(['2 NodeDataChanged /s']);
  });
});
