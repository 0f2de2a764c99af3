import type { Words } from '../../words.ts';

export const znodeTree: Words['znodeTree'] = {
  pane: '服务器上的树',
  name: 'Znode 树',
  title: 'Znode 树',
  nodes: '{count} 个节点',
  counted:
    '服务器自己报的节点数（srvr、mntr）是 {told, number}：根节点以两个名字存放，被数了两次。',
  whose: '看谁的树',
  behind: '落后 {count} 个事务',
  unfoldAll: '全部展开',
  foldAll: '全部折叠',
  asText: '文本形式的树',
  drawn: { of: '属于 {owner}', ownerless: '无主', folded: '+{below, number}' },
  search: {
    label: '在树中查找路径',
    placeholder: '查找路径',
    next: '下一处',
    previous: '上一处',
    hit: '第 {at} 处，共 {hits} 处；查看了 {looked} 个节点。',
    hitMore: '第 {at} 处，已找到 {hits} 处；查看了 {looked} 个节点，后面还有。',
    none: '没有这样的路径；查看了 {looked} 个节点。',
  },
  row: {
    kind: {
      persistent: '持久节点',
      ephemeral: '临时节点',
      container: '容器节点',
      ttl: '带 TTL 的节点',
    },
    sequential: '顺序节点',
    owner: '随 {owner} 的会话结束而删除',
    session: '随会话 {session} 结束而删除，不是由这里的客户端打开的',
    noData: '无数据',
    data: '{bytes, plural, =0 {数据为空} other {# 字节：{preview}}}',
    version: 'version 为 {version}',
    below: '下面有 {count} 个节点',
    watch: {
      data: '{client} 监听它的数据',
      child: '{client} 监听它的子节点',
      persistent: '{client} 持久监听它',
      recursive: '{client} 持久监听它和它下面的所有节点',
    },
    touched: '刚被最新的事务改动',
    comma: '，',
  },
};
