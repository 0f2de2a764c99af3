import type { Words } from '../words.ts';
import { openings } from './openings.ts';

export const app: Words['app'] = {
  name: 'Zooscope',
  home: 'Zooscope，回到课程',
  skip: '跳到正文',
  otherLanguage: 'English',
  theme: '主题',
  themes: { system: '系统主题', light: '浅色', dark: '深色', contrast: '高对比度' },
  close: '关闭',
  loading: '正在载入…',
  skeleton: { stage: '舞台', play: '播放', notYet: '模拟载入之后即可播放', opens: openings },
  tooLong: '这里有 {count, number} 个字符，最多 {most, number} 个。内容没有改变：请少放一些。',
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
  panelFailed: {
    text: '这个面板出错了；运行和其他面板不受影响。出错的是：{message}',
    again: '重新显示',
  },
  newVersion: {
    title: '新版本',
    text: '新版本已就绪。重新加载会从头打开本页。',
    reload: '重新加载',
    later: '稍后',
  },
  drawings: '图样',
};

export const gallery: Words['gallery'] = {
  headline: '看服务器怎样达成一致，又为什么有时做不到。',
  search: '搜索课程',
  hero: {
    name: '正在进行的选举',
    drawing: '五台服务器，以及它们之间的消息',
    kill: '停掉 Leader',
    notYet: '模拟正在载入',
    noLeader: '此刻没有 Leader',
    play: '播放',
    pause: '暂停',
    again: '从头再来',
    all: '<b>{leader}</b> 是 Leader。在线的 {all} 台都有写入 {zxid}。',
    some: '<b>{leader}</b> 是 Leader。{all} 台中有 {have} 台已有写入 {zxid}；{waiting} 还在等它{slow, select, true {，链路很慢} other {}}。',
    electing: '<b>{dead}</b> 已宕机。其余服务器正在选 Leader：{needed} 张相同的选票即可决定。',
    elected: '<b>{leader}</b> 已当选。等到 {needed} 台服务器的日志与它一致，它就开始领导。',
    tooFew: '{all} 台中只剩 {up} 台，而至少要 {needed} 台：谁也当不了 Leader。',
    before: '然后看谁接任，又为什么是它。',
    after: '为什么是它？<link></link>，{minutes, number} 分钟',
  },
  startHere: '从这里开始',
  lessonsIn: '{lessons, number} 课，{minutes, number} 分钟',
  logs: {
    text: '真实集群的日志，可以在同一个舞台上讲述其中的选举。',
    open: '打开服务器日志',
  },
  noScript: '没有脚本：随你破坏',
  labs: '实验',
  minutes: '{minutes, number} 分钟',
  level: '难度 {level, number}，共 4 级',
  done: '已完成',
  progress: '{step, number} / {steps, number}',
  none: '没有与“{query}”相符的课程。',
  clear: '显示全部课程',
  lab: {
    election: { name: '选举', text: '选票、宕机、分区' },
    zookeeper: { name: 'ZooKeeper', text: '写入、日志、每台服务器上的树' },
    paxos: { name: 'Paxos', text: '最多四个提案者' },
    recipes: { name: '配方', text: '锁、Master、队列：自认与事实' },
  },
};
