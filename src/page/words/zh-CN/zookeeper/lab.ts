import type { Words } from '../../words.ts';

export const zookeeper: Words['zookeeper'] = {
  stage: {
    world: '一台服务器和 {clients} 个客户端',
    client: '{name}，{state}',
    stages: { prep: 'Prep', sync: 'Sync：写日志', flush: 'Sync：落盘', final: 'Final' },
    left: '还剩 {time}',
    over: '到期',
    answer: '{err}{zxid, select, none {} other { {zxid}}}，用时 {time}',
    waits: '等待应答',
    lost: '丢失：从未落盘',
    lostRequests: '丢失 {count} 个请求',
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
