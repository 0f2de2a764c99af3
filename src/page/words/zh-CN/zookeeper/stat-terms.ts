import type { statTerms as english } from '../../en/zookeeper/stat-terms.ts';

type Terms = Readonly<
  Record<keyof typeof english, { readonly name: string; readonly text: string }>
>;

export const statTerms: Terms = {
  czxid: { name: 'czxid', text: '创建这个节点的事务的 zxid。' },
  mzxid: { name: 'mzxid', text: '最近一次写入它的数据的事务的 zxid；创建也算一次。' },
  pzxid: { name: 'pzxid', text: '最近一次创建或删除它的子节点的事务的 zxid。' },
  ctime: { name: 'ctime', text: '创建时间，以接收请求的服务器的时钟为准。' },
  mtime: { name: 'mtime', text: '最近一次写入数据的时间，以该服务器的时钟为准。' },
  version: {
    name: 'version',
    text: '创建以来数据被写入的次数；带条件的 set 和 delete 比较的就是它。',
  },
  cversion: { name: 'cversion', text: '子节点列表变动的次数：每创建或删除一个子节点就加一。' },
  aversion: { name: 'aversion', text: '创建以来 ACL 被设置的次数。' },
  ephemeralOwner: {
    name: 'ephemeralOwner',
    text: '临时节点所属的会话，会话结束节点就被删除；其他节点都是 0x0。',
  },
  dataLength: { name: 'dataLength', text: '数据的长度，以字节计。' },
  numChildren: { name: 'numChildren', text: '现有的子节点个数；子节点的子节点不算在内。' },
};
