import { expect, it } from 'vitest';
import { Console } from './console.ts';

it('prints what the real zkCli prints at its start, and answers', () => {
  const zk = new Console();
  expect(zk.banner.map(({ text }) => text)).toEqual([
    'Connecting to localhost:2181',
    'Welcome to ZooKeeper!',
    'JLine support is disabled',
    '',
    'WATCHER::',
    '',
    'WatchedEvent state:SyncConnected type:None path:null',
  ]);
  expect(zk.type('create /a 1').map(({ text }) => text)).toEqual(['create /a 1', 'Created /a']);
  expect(
    zk
      .type('quit')
      .map(({ text }) => text)
      .at(-1),
  ).toEqual('WatchedEvent state:Closed type:None path:null');
  expect(zk.ended).toBe(true);
  expect(zk.violations).toEqual([]);
});
