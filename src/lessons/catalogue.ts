import type { CatalogueEntry } from './catalogue-entry.ts';
import { ofEnsembles } from './catalogue-ensembles.ts';
import { ofLimits } from './catalogue-limits.ts';
import { ofRecipes } from './catalogue-recipes.ts';

/** What the gallery shows of each lesson, in teaching order. */
export const catalogue: readonly CatalogueEntry[] = [
  {
    id: 'did-it-happen',
    model: 'counter',
    group: 'why-coordination-is-hard',
    level: 1,
    minutes: 6,
    titles: {
      en: { title: 'Did it happen?', line: 'What a caller knows when no answer comes' },
      'zh-CN': { title: '它到底发生了没有？', line: '没有等到应答时，调用方知道什么' },
    },
  },
  {
    id: 'znode-tree',
    model: 'zookeeper',
    group: 'tree',
    level: 1,
    minutes: 9,
    titles: {
      en: {
        title: 'The znode tree and four kinds of nodes',
        line: 'What the stat counts, and when nodes end',
      },
      'zh-CN': { title: 'znode 树与四种节点类型', line: 'stat 统计什么，节点何时消失' },
    },
  },
  {
    id: 'compare-version',
    model: 'zookeeper',
    group: 'tree',
    level: 1,
    minutes: 7,
    titles: {
      en: { title: 'Two clients, one number', line: 'How neither overwrites the other' },
      'zh-CN': { title: '两个客户端，一个数', line: '怎样才不会互相覆盖' },
    },
  },
  {
    id: 'push-the-bell',
    model: 'zookeeper',
    group: 'tree',
    level: 1,
    minutes: 8,
    titles: {
      en: {
        title: 'Publish and subscribe with a watch',
        line: 'What a notification brings, and what one change costs',
      },
      'zh-CN': { title: '用监听做发布订阅', line: '通知里有什么，一次变更要多少条消息' },
    },
  },
  {
    id: 'watch-fires-once',
    model: 'zookeeper',
    group: 'tree',
    level: 2,
    minutes: 12,
    titles: {
      en: {
        title: 'A watch, and three changes',
        line: 'What the client is told, and what it has to ask for',
      },
      'zh-CN': { title: '监听与三次变更', line: '哪些会通知客户端，哪些要自己去读' },
    },
  },
  {
    id: 'what-a-session-is',
    model: 'zookeeper',
    group: 'tree',
    level: 2,
    minutes: 10,
    titles: {
      en: {
        title: 'What a session is',
        line: 'When a connection breaks: who knows what, and when',
      },
      'zh-CN': { title: '会话是什么', line: '连接断开之后：谁在何时知道什么' },
    },
  },
  {
    id: 'majorities',
    model: 'election',
    group: 'elections',
    level: 2,
    minutes: 10,
    titles: {
      en: {
        title: 'Majorities: how many servers?',
        line: 'How many may die, and what one server more brings',
      },
      'zh-CN': { title: '过半：该用几台服务器？', line: '能停几台，多一台又带来什么' },
    },
  },
  {
    id: 'first-start',
    model: 'election',
    group: 'elections',
    level: 2,
    minutes: 8,
    titles: {
      en: {
        title: 'First start: five servers, one by one',
        line: 'Who leads, and does it matter who starts when?',
      },
      'zh-CN': { title: '首次启动：五台逐台加入', line: '谁当 Leader，与启动的先后有关吗？' },
    },
  },
  {
    id: 'after-a-crash',
    model: 'election',
    group: 'elections',
    level: 2,
    minutes: 10,
    titles: {
      en: { title: 'After a crash: who leads next?', line: 'How votes are compared, rule by rule' },
      'zh-CN': { title: '宕机之后：谁来当 Leader？', line: '选票怎样逐项比较' },
    },
  },
  {
    id: 'late-joiner',
    model: 'election',
    group: 'elections',
    level: 2,
    minutes: 7,
    titles: {
      en: {
        title: 'Late joiner: what does it change?',
        line: 'A larger id, even a longer log, comes after the election',
      },
      'zh-CN': {
        title: '晚加入的服务器：会改变什么？',
        line: '服务器 ID 更大、日志更长，但选举已经结束',
      },
    },
  },
  {
    id: 'epoch-decides',
    model: 'election',
    group: 'elections',
    level: 3,
    minutes: 7,
    titles: {
      en: { title: 'Two logs, two epochs', line: 'Which log is the newer one?' },
      'zh-CN': { title: '两份日志，两个 epoch', line: '哪一份更新？' },
    },
  },
  {
    id: 'paxos-case-1',
    model: 'paxos',
    group: 'paxos',
    level: 2,
    minutes: 7,
    titles: {
      en: { title: 'Paxos case 1: one proposer', line: 'Two phases, and how many must answer' },
      'zh-CN': { title: 'Paxos 情况一：一位提案者', line: '两个阶段，各要多少个应答' },
    },
  },
  {
    id: 'paxos-case-2',
    model: 'paxos',
    group: 'paxos',
    level: 3,
    minutes: 9,
    titles: {
      en: {
        title: 'Paxos case 2: find the lecture’s mistake',
        line: 'Two proposers, and a value that is there already',
      },
      'zh-CN': {
        title: 'Paxos 情况二：找出讲义里的错误',
        line: '两位提案者，和一个已经被接受的值',
      },
    },
  },
  {
    id: 'paxos-case-3',
    model: 'paxos',
    group: 'paxos',
    level: 3,
    minutes: 8,
    titles: {
      en: {
        title: 'Paxos case 3: the duel',
        line: 'Two proposers in each other’s way: when does it end?',
      },
      'zh-CN': { title: 'Paxos 情况三：对决', line: '两位提案者互相妨碍：何时结束？' },
    },
  },
  {
    id: 'livelock-cures',
    model: 'paxos',
    group: 'paxos',
    level: 3,
    minutes: 9,
    titles: {
      en: { title: 'Ending a duel', line: 'Waiting, chance, a leader: what each brings' },
      'zh-CN': { title: '结束对决', line: '等待、随机、Leader：各有什么用' },
    },
  },
  {
    id: 'minority-value',
    model: 'paxos',
    group: 'paxos',
    level: 3,
    minutes: 10,
    titles: {
      en: {
        title: 'A value held by a minority',
        line: 'Accepted, chosen, known: what follows from what?',
      },
      'zh-CN': { title: '少数派接受的值', line: '接受、选定、得知：谁能推出谁？' },
    },
  },
  {
    id: 'acceptors-write-to-disk',
    model: 'paxos',
    group: 'paxos',
    level: 3,
    minutes: 9,
    titles: {
      en: {
        title: 'Why acceptors write to disk',
        line: 'What a crash may take, and what it must not',
      },
      'zh-CN': { title: '接受者为什么要写磁盘', line: '宕机可以带走什么，不可以带走什么' },
    },
  },
  ...ofRecipes,
  ...ofEnsembles,
  ...ofLimits,
];
