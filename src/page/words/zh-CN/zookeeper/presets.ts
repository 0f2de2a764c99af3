import type { Words } from '../../words.ts';
import { openings } from '../openings.ts';

/** What the ZooKeeper lab offers to begin with, and what is to be seen there. */
export const presets: Words['presets']['zookeeper'] = {
  write: {
    name: '一次写入',
    lead: openings.zookeeper,
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
};
