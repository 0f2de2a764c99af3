import type { Sought } from './search.ts';

/** The labs without a script, in order, and by what else a search finds them. */
export const FREE_LABS = [
  {
    id: 'election',
    terms:
      'leader follower vote quorum majority crash partition zxid epoch 选举 选票 投票 法定人数 过半 崩溃 宕机 分区',
  },
  {
    id: 'zookeeper',
    terms:
      'zkCli znode ephemeral sequential session watch client log snapshot zoo.cfg 临时节点 顺序节点 会话 监听 客户端 控制台 事务日志',
  },
  {
    id: 'paxos',
    terms:
      'consensus quorum majority proposer acceptor learner ballot livelock duel 共识 法定人数 过半 提案者 接受者 学习者 提案 活锁 对决',
  },
  {
    id: 'recipes',
    terms:
      'lock herd queue semaphore barrier master leader election configuration registry discovery fencing redis 锁 羊群 队列 信号量 屏障 选主 配置 注册中心 服务发现 令牌',
  },
  {
    id: 'byzantine',
    terms:
      'generals traitor lie oral signed messages majority agreement fault OM SM PBFT two generals 拜占庭 将军 叛徒 谎言 签名 口头消息 两将军 两军问题 共识 多数',
  },
  {
    id: 'cap',
    terms:
      'consistency availability partition linearizable sequential eventual stale quorum gossip PACELC latency 一致性 可用性 分区 线性一致 顺序一致 最终一致 陈旧读 法定人数 延迟',
  },
] as const satisfies readonly Pick<Sought, 'id' | 'terms'>[];

export type FreeLab = (typeof FREE_LABS)[number]['id'];
