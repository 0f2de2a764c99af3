import type { invariants as english } from '../../en/zookeeper/invariants.ts';

type Invariants = Readonly<
  Record<keyof typeof english, { readonly name: string; readonly says: string }>
>;

export const invariants: Invariants = {
  'Zxids-Increase': {
    name: 'zxid 递增',
    says: '每个事务（包括失败的写请求）的 zxid 都大于之前所有事务的 zxid。',
  },
  'Ephemerals-Owned': {
    name: '临时节点有主',
    says: '每个临时节点都属于一个尚未结束的会话。',
  },
  'Tree-Is-Log': {
    name: '数据树就是日志',
    says: '每个事务应用之后，数据树正是准备这个事务时预计的样子。',
  },
  'Restart-Keeps': {
    name: '重启不改变什么',
    says: '快照加上其后的日志，得到的正是原来那棵树。',
  },
  'Acknowledged-Kept': {
    name: '确认过的不会丢',
    says: '宕机之后，凡是答复过成功的写入都在磁盘上。',
  },
  'Replies-In-Order': {
    name: '应答有序',
    says: '客户端的每个请求恰有一个应答，次序与请求相同。',
  },
  'Watch-Before-Read': {
    name: '先通知，后看到',
    says: '客户端监听的变化，必先收到通知，之后的应答才会体现。',
  },
  'Watch-Once': {
    name: '一次就是一次',
    says: '一次性的监听触发之后就不存在了。',
  },
  'Parents-Count': {
    name: '父节点计数正确',
    says: '创建子节点使父节点的计数加一；创建或删除子节点都会更新父节点的 pzxid。',
  },
  'Expiry-Not-Before': {
    name: '会话不会提前过期',
    says: '客户端没有关闭的会话，自最后一次收到消息起至少再活一个超时。',
  },
  'Sequence-Grows': {
    name: '顺序号只增不减',
    says: '同一父节点下，每个顺序节点的顺序号都大于之前所有的顺序号，删掉的也算。',
  },
};
