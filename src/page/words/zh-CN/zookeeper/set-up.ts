import type { Words } from '../../words.ts';

export const setup: Words['zookeeper']['setup'] = {
  name: '设置服务器和客户端',
  preset: {
    consoles: '两个控制台',
    machine: '像在一台机器上那样快',
    'slow-disk': '磁盘很慢：组提交',
    'short-sessions': '会话很短',
    crowd: '八个客户端',
    snapshots: '每隔几个事务写一份快照',
    unsafe: '还没落盘就应答',
  },
  clients: '客户端，以及各自希望的会话超时（毫秒）',
  client: '客户端 {name}',
  timeout: '希望的会话超时，毫秒',
  timeoutText: '无论希望多少，服务器只给 2 到 20 个 tick。',
  add: '添加客户端',
  remove: '移除 {name}',
  most: '最多 {most} 个客户端。',
  server: '服务器、网络、磁盘',
  tree: '开始时',
  trees: { small: '一棵小树', empty: '空树', present: '本次运行的树' },
  least: '延迟最小，毫秒',
  mostMs: '最大，毫秒',
  disk: '磁盘同步，毫秒',
  stage: '每个阶段处理，毫秒',
  snapCount: 'snapCount',
};
