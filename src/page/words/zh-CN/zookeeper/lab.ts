import type { Words } from '../../words.ts';

export const zookeeper: Words['zookeeper'] = {
  stage: {
    world: '一台服务器和 {clients} 个客户端',
    client: '{name}，{state}',
    stages: { prep: 'Prep', sync: 'Sync：写日志', flush: 'Sync：落盘', final: 'Final' },
    left: '还剩 {time}',
    over: '到期',
    session: '会话 {id}，{left}，{ephemerals} 个临时节点',
    noSession: '没有会话',
    log: '日志',
    snapshot: '快照',
    appended: '崩溃就会丢失',
    unapplied: '还没进入数据树',
    nodes: '{count} 个节点',
    sessions: '{count} 个会话',
    disk: '磁盘',
  },
  tools: {
    alone: '断开 {name}',
  },
};
