import type { NodeKind } from '../../view/written-node.ts';
import type { TreeRow, WatcherView } from '../../view/zookeeper-ask.ts';

type Told = Partial<Omit<TreeRow, 'path' | 'watchers'>> & {
  readonly path: string;
  /** `102 data`, `101 child`, `102 PERSISTENT`, … */
  readonly watchers?: readonly string[];
};

const watcher = (told: string): WatcherView => {
  const [client = '0', what = 'data'] = told.split(' ');
  if (what === 'data' || what === 'child') {
    return { client: Number(client), table: what, mode: 'STANDARD' };
  }
  const mode = what === 'PERSISTENT' ? what : 'PERSISTENT_RECURSIVE';
  return { client: Number(client), table: 'data', mode };
};

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

/** Rows as a server would tell them: in order, with their places among their siblings. */
export const treeRows = (told: readonly Told[]): readonly TreeRow[] => {
  const siblingsOf = (path: string): readonly string[] =>
    path === '/'
      ? ['/']
      : told
          .map((one) => one.path)
          .filter((one) => one !== '/' && parentOf(one) === parentOf(path));
  const follows = (path: string): boolean => siblingsOf(path).at(-1) !== path;
  const line = (path: string): readonly boolean[] =>
    path === '/' ? [] : [...line(parentOf(path)), follows(path)];
  return told.map(({ path, watchers = [], ...rest }) => {
    const below = told.filter((one) => one.path !== '/' && parentOf(one.path) === path).length;
    const siblings = siblingsOf(path);
    const name = path.slice(path.lastIndexOf('/') + 1);
    return {
      path,
      name,
      depth: line(path).length,
      place: siblings.indexOf(path) + 1,
      siblings: siblings.length,
      followed: line(path),
      kind: 'persistent' satisfies NodeKind,
      sequential: /\d{10}$/u.test(name),
      open: below > 0,
      children: below,
      descendants: below,
      version: 0,
      dataLength: rest.preview?.length ?? 0,
      preview: null,
      session: '',
      owner: null,
      touched: false,
      ...rest,
      watchers: watchers.map(watcher),
    };
  });
};

/** The tree of the mock-up: α is 101, β is 102. */
export const smallTree = (): readonly TreeRow[] =>
  treeRows([
    { path: '/' },
    { path: '/app' },
    { path: '/app/x', preview: '1', version: 1, touched: true },
    { path: '/app/e', kind: 'ephemeral', owner: 102, session: '0x1' },
    { path: '/app/s-0000000002' },
    { path: '/app/t-0000000003', kind: 'ephemeral', owner: 101, session: '0x2' },
    { path: '/config' },
    { path: '/config/db', version: 2, preview: 'jdbc:mysql://db', watchers: ['101 data'] },
    { path: '/zookeeper', open: false, children: 2, descendants: 2 },
  ]);

/** Every kind of node and of watch, long names, data of several lines, no owner, many levels. */
export const motleyTree = (): readonly TreeRow[] =>
  treeRows([
    { path: '/', watchers: ['101 PERSISTENT_RECURSIVE'] },
    { path: '/container', kind: 'container' },
    { path: '/container/member-0000000017', kind: 'ephemeral', session: '0x9', version: 12 },
    { path: '/ttl', kind: 'ttl', preview: 'gone in a minute' },
    { path: '/watched', watchers: ['101 data', '102 child'], preview: 'seen by two', version: 3 },
    { path: '/watched/by-many', watchers: ['101 data', '102 data', '101 PERSISTENT'] },
    { path: '/配置', preview: '第一行\n第二行' },
    { path: '/配置/数据库连接的一个很长很长的名字', watchers: ['101 PERSISTENT'], version: 1 },
    { path: '/services-of-the-whole-company-and-its-daughters' },
    { path: '/services-of-the-whole-company-and-its-daughters/a' },
    { path: '/services-of-the-whole-company-and-its-daughters/a/b' },
    { path: '/services-of-the-whole-company-and-its-daughters/a/b/c', touched: true },
    {
      path: '/services-of-the-whole-company-and-its-daughters/a/b/c/d',
      open: false,
      children: 3,
      descendants: 100_000,
    },
    { path: '/zookeeper', open: false, children: 2, descendants: 2 },
  ]);
