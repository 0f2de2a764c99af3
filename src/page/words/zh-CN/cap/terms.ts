import type { Bundle } from '../../words.ts';

/** What the inspector and the lanes call servers and clients of the stores. */
export const terms: Bundle<'cap'>['terms'] = {
  PRIMARY: { name: 'PRIMARY', text: '主库：给所有写入排定次序，不等副本。' },
  COPY: {
    name: 'COPY',
    text: '副本：接收主库发来的值；自己应答客户端的读，写请求转交主库。',
  },
  PEER: { name: 'PEER', text: '这种存储里各服务器地位相同。' },
  SYNCING: { name: 'SYNCING', text: '这台服务器已找到 Leader，正在同步历史，还不提供服务。' },
  READ_ONLY: {
    name: 'READ_ONLY',
    text: '这台服务器没有 Leader，只为接受只读模式的客户端提供读服务。',
  },
};

export const inspector: Bundle<'cap'>['panels']['inspector'] = {
  section: { capServer: '寄存器', capClient: '客户端' },
  row: {
    capValue: 'x',
    capStamp: '时间戳',
    capWriter: '写入者',
    capTerm: '任期',
    capRounds: '轮次',
    capHeardAt: '上次听到主库',
    capServer: '服务器',
    capWaiting: '等待中',
  },
};

/** The stores’ servers and clients as machines. */
export const machine: Bundle<'cap'>['machine'] = {
  name: {
    quorumStore: '法定人数存储',
    primaryStore: '主库与副本',
    gossipStore: '后写者胜',
    capClient: '客户端',
  },
  event: {
    ASK: '客户端请求',
    ANSWER: '应答',
    QUERY: '被问及自己的值',
    STATE: '某个值',
    STORE: '要求存入某个值',
    STORED: '别处已存好',
    RESEND: '该再问一遍',
    HAND_ON: '副本转交',
    DONE: '主库的应答',
    REPLICATE: '主库的值',
    LINK_DOWN: '链路断开',
    MAKE_PRIMARY: '被指定为主库',
    GOSSIP: '别人的值',
    GOSSIP_AGAIN: '该告诉其他服务器',
    DEADLINE: '时间到',
    DISK_KEPT: '写盘完成',
  },
  guard: {
    onlyReads: '只读',
    isWriting: '要写',
    leads: '是主库',
  },
};
