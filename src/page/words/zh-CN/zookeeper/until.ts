import type { Words } from '../../words.ts';

export const until: Words['zookeeper']['until'] = {
  client: '客户端',
  stage: '阶段',
  stages: {
    prep: 'Prep：还没有 zxid',
    sync: 'Sync：还没写进日志',
    flush: '落盘：已进日志，尚未落盘',
    final: 'Final：已落盘，尚未进入数据树',
  },
  op: '请求，例如 create；留空：任何请求',
  path: '路径',
  data: '数据',
  is: '情况',
  alive: '活着',
  over: '已结束',
  exists: '存在',
  gone: '不存在',
  count: '次数',
  state: '状态',
  zxid: 'zxid',
  kinds: {
    atStage: '有请求到达某阶段',
    session: '某会话活着或已结束',
    watchesFired: '某客户端的 Watch 已触发',
    node: '某节点存在或不存在',
    nodeData: '某节点的数据是',
    state: '某客户端处于某状态',
    zxid: '服务器的 zxid 至少为',
    serving: '服务器开始服务',
    quiet: '只剩心跳',
  },
  wrong: {
    count: '请写一个不小于 1 的整数。',
    path: '请写以 / 开头的路径。',
    zxid: '请写 zxid，例如 0·12，或十六进制，例如 0xc。',
  },
};
