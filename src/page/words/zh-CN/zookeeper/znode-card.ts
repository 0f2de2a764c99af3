import type { Words } from '../../words.ts';

export const znodeCard: Words['znodeCard'] = {
  name: '节点 {path}',
  none: '选择一个节点，查看它的数据，以及 stat 中每个字段为什么是这个值。',
  gone: '此刻没有 {path} 这个节点。',
  unselect: '关闭节点卡片',
  data: '数据：{data}。',
  noData: '无（null）',
  emptyData: '空，0 字节',
  asText: '看文本',
  asBytes: '看字节',
  cut: '共 {bytes, number} 字节，只显示前 {shown, number} 字节',
  acl: 'ACL',
  perm: { c: '创建子节点', d: '删除子节点', r: '读', w: '写', a: '设置 ACL' },
  nothing: '什么都不允许',
  beside: '各服务器上的 {path}',
  besideServer: '服务器',
  besideData: '数据',
  notThere: '没有',
  watchers: '监听（Watch）',
  noWatchers: '没有人监听它。',
  nobody: '不在这里的客户端',
  stat: 'stat 的各个字段',
  whyName: '为什么 {field} 是 {value}？',
  more: '更早还有 {count} 个',
  jump: '跳到 {zxid} 刚被应用之后',
  cannotJump: '{zxid} 早于这次运行',
  change: {
    created: '创建了 {path}，由 {who} 请求',
    data: '写入了它的数据，由 {who} 请求',
    acl: '设置了它的 ACL，由 {who} 请求',
    'child-created': '创建了 {path}，由 {who} 请求',
    'child-deleted': '删除了 {path}，由 {who} 请求',
  },
  who: { session: '会话 {session}', server: '服务器自己' },
  why: {
    original: '它随服务器而来：没有事务创建过它，所以是 0。',
    older: '更早的情况已无从得知：事务日志没有保留到这个节点的创建。',
    czxid: { made: '创建它的事务的 zxid，此后永不改变。' },
    ctime: { made: '创建它的事务所带的时间。' },
    mzxid: {
      neverSet: '创建以来没有写入过数据，所以 mzxid 仍等于 czxid。',
      set: '最近一次写入它的数据的事务。',
    },
    mtime: {
      neverSet: '创建以来没有写入过数据，所以 mtime 仍等于 ctime。',
      set: '最近一次写入数据的事务所带的时间。',
    },
    pzxid: {
      noChild: '从未创建或删除过它的子节点，所以 pzxid 仍等于 czxid。',
      child: '最近一次改动它的子节点列表的事务。',
      differs:
        'mzxid（{mzxid}）跟随它自己的数据，pzxid（{pzxid}）跟随它的子节点列表：set 改变前者，在它下面 create 或 delete 改变后者。',
    },
    version: {
      times: '{count, plural, =0 {创建以来没有写入过数据。} other {创建以来数据被写入了 # 次。}}',
    },
    cversion: {
      times:
        '创建以来，子节点被创建 {created} 次、删除 {deleted} 次：{created} + {deleted} = {cversion}。',
      given:
        '服务器只记录子节点被创建的次数（{creates}），显示的是 2 × {creates} − {numChildren} = {cversion}。随服务器而来的子节点不是由事务创建的，所以结果小于零。',
    },
    aversion: {
      times: '{count, plural, =0 {创建以来没有设置过 ACL。} other {创建以来 ACL 被设置了 # 次。}}',
      given: '这个节点的 ACL 由 ZooKeeper 在启动时设定，从 −1 开始计数。',
    },
    ephemeralOwner: {
      persistent: '不属于任何会话：直到有人删除它为止一直存在。',
      container: '不属于任何会话。它是容器节点：最后一个子节点消失一段时间后，由服务器删除。',
      ttl: '不属于任何会话。它带有 TTL：没有子节点且 {ttl, number} 毫秒内没有改动时，由服务器删除。',
      session: '它随会话 {session} 结束：不是连接断开时，而是会话过期或被关闭时。',
    },
    dataLength: {
      none: '它完全没有数据（null），按 0 计。',
      ascii: '{bytes, plural, =0 {数据为空。} other {# 字节：每个字符占一个字节。}}',
      utf8: '{letters} 个字符占 {bytes} 字节：计的是字节，不是字符（UTF-8）。',
      long: '共 {bytes, number} 字节，这里只显示开头部分。',
    },
    numChildren: {
      left: '子节点被创建 {created} 次、删除 {deleted} 次：{created} − {deleted} = {numChildren}。',
      given: '其中有随服务器而来的子节点，它们不是由事务创建的。',
    },
  },
};
