import type { Words } from '../../words.ts';
import { opening } from './opening.ts';

/** What the ZooKeeper lab offers to begin with, and what is to be seen there. */
export const presets: Words['presets']['zookeeper'] = {
  write: {
    name: '一次写入',
    lead: 'β 创建一个节点。它已写进日志，还没落盘：谁也没收到答复。此刻进程宕机，它仍会落盘；切断电源，它就没了。',
  },
  watch: {
    name: '监听触发',
    lead: '节点已在树中。α 监听着它的父节点：事件飞向 α，应答飞向 β。',
  },
  'client-dies': {
    name: '客户端宕机',
    lead: 'β 已宕机，会话却还在：会话过期之前，β 留下的节点仍在树中。',
  },
  'server-crashes': {
    name: '服务器断电',
    lead: 'β 的写入进了日志却没落盘，断电把它带走了。谁也没得到通知。',
  },
  'slow-disk': {
    name: '磁盘很慢',
    lead: '一次同步要 200 毫秒。α 的写入正在同步，β 和 γ 的随后到来，将共用下一次同步。',
  },
  unsafe: {
    name: '应答过早',
    lead: '一条规则被关掉：写入还没落盘，服务器就应答。α 马上会读到“Created”。',
  },
  replicated: {
    name: '三台服务器',
    lead: opening,
  },
  'stale-read': {
    name: '读到旧值',
    lead: 'α 已得到 OK：S1 和 S3 都有 1·3。去 S2 的链路很慢，1·3 还在路上，而 β 刚刚向 S2 发出读请求。',
  },
  'leader-dies': {
    name: 'Leader 宕机',
    lead: 'Leader S3 记下 1·3 后宕机，别的服务器都还没有它，α 也没得到任何答复。S3 回来之后，1·3 会怎样？',
  },
  minority: {
    name: '在少数派一侧',
    lead: 'Leader S5 只和 S4 在一起。β 的写入已在两台的日志里，还差第三台，而它无法回应。',
  },
  observers: {
    name: '有 Observer',
    lead: 'S4 和 S5 是 Observer：转交了 α 的写请求，自己不投票，现在正得知提交了什么。',
  },
  'lying-server': {
    name: '说谎的服务器',
    lead: '一条规则被关掉：1·3 还没落盘，S2 就回了 ACK，于是 α 得到 OK。接着 S2 断电，S3 宕机。现在 S2 当上 Leader，S1 跟随，两台都没有 1·3。',
  },
};
