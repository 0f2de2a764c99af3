import type { Words } from '../../words.ts';
import { opening } from './opening.ts';

export const presets: Words['presets']['recipes'] = {
  'holder-dies': { name: '持有者宕机', lead: opening },
  herd: {
    name: '羊群',
    lead: 'C1 删除了锁节点，十九个客户端同时收到通知。只有一个能得到：有多少个白白醒来？',
  },
  'hand-over': {
    name: '交接',
    lead: 'C1 删除了自己的节点。只有 C2 得到通知；它会再查看一次，才相信自己轮到了。其余的听到什么？',
  },
  readers: {
    name: '读者与写者',
    lead: 'C1、C2 同时在读，C3 等着写，C4、C5 排在它后面。既然持有的是读者，它们现在能读吗？',
  },
  'two-owners': {
    name: '两个持有者',
    lead: 'C1 睡着了，自认持有锁。它的会话已经结束，锁归 C2。C1 醒来会做什么？',
  },
  'master-dies': {
    name: 'Master 宕机',
    lead: 'Master 已宕机，节点还在，跟随的客户端照旧找它。谁来接替，什么时候？',
  },
  bell: {
    name: '铃响了',
    lead: '配置已变，通知正送往四个订阅者。通知只说变了，不说变成什么。',
  },
  fenced: {
    name: '过时的令牌',
    lead: 'C1 睡过了会话，带着旧令牌来写。存储见过更大的令牌，拒绝了它。这一拒保住了谁？',
  },
  'dead-provider': {
    name: '提供者宕机',
    lead: 'P3 已宕机，节点还在。两个消费者各调用它失败一次，就把它排除了。注册中心要到什么时候才通知？',
  },
  redis: {
    name: 'Redis：两个持有者',
    lead: 'C1 睡着了，它的键已过期，C2 写入了新的键。两个都自认持有锁，与 ZooKeeper 一样。少了什么，才没法拒绝 C1？',
  },
  'row-left': {
    name: '留下的行',
    lead: 'Master 已宕机，它的行还在表里，其余的一遍遍来问。谁来删掉它？',
  },
  barrier: {
    name: '屏障',
    lead: '双重屏障前已有两个，第三个马上就到。打开屏障的节点由谁创建？',
  },
  'last-item': {
    name: '一项，两人要',
    lead: '两个消费者看到同一项，都在删除它。归谁？',
  },
  commit: {
    name: '投票',
    lead: '只差一个站点没投票，协调者在等。已投票的站点能自行决定吗？',
  },
};
