import type { Words } from '../words.ts';

export const app: Words['app'] = {
  name: 'Zooscope',
  home: 'Zooscope，回到课程',
  skip: '跳到正文',
  otherLanguage: 'English',
  theme: '主题',
  themes: { system: '系统主题', light: '浅色', dark: '深色', contrast: '高对比度' },
  close: '关闭',
  loading: '正在载入…',
  notFound: {
    title: '这个地址没有内容',
    text: '本版本里没有名为“{path}”的实验或课程。',
    home: '回到课程',
  },
  crash: {
    title: '页面的这一部分出错了',
    text: '什么都没有丢：一次运行总能由它的场景重新算出。出错的是：{message}',
    again: '重试',
    home: '回到课程',
  },
  drawings: '图样',
};

export const gallery: Words['gallery'] = {
  headline: '看服务器怎样达成一致，又为什么有时做不到。',
  search: '搜索课程',
  labs: '实验',
  coming: '待完成',
  minutes: '{minutes, number} 分钟',
  level: '难度 {level, number}，共 4 级',
  done: '已完成',
  progress: '{step, number} / {steps, number}',
  none: '没有与“{query}”相符的课程。',
  clear: '显示全部课程',
  lab: {
    election: { name: '选举', text: '选票、崩溃、分区' },
    zookeeper: { name: 'ZooKeeper', text: '一台服务器、它的树和控制台' },
    paxos: { name: 'Paxos', text: '提案者数目不限' },
    byzantine: { name: '拜占庭将军', text: '每句谎话由你来写' },
    cap: { name: 'CAP', text: '同一负载，四种取舍' },
    recipes: { name: '配方', text: '锁、队列、屏障' },
  },
  group: {
    'why-coordination-is-hard': '网络能告诉你什么，不能告诉你什么',
    tree: '节点、会话、监听',
    recipes: '建在树上的小程序',
    elections: '谁来领导，由谁决定',
    paxos: '一个值，永不改变',
    zab: 'ZooKeeper 自己的协议',
    'faults-and-limits': '停顿、分区、说谎者',
  },
};
