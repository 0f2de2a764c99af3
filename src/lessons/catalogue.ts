import type { LessonHead, ScenarioFile } from '../view/scenario.ts';

/**
 * What the gallery shows of each lesson, in teaching order. The head repeats the one in the
 * lesson's own file, so that the gallery need not load it; a test keeps the two equal.
 */
export const catalogue: readonly (LessonHead & {
  /** The protocol that it runs, which decides the lab that it opens in. */
  readonly model: ScenarioFile['model'];
  readonly titles: Readonly<
    Record<'en' | 'zh-CN', { readonly title: string; readonly line: string }>
  >;
})[] = [
  {
    id: 'did-it-happen',
    model: 'counter',
    group: 'why-coordination-is-hard',
    level: 1,
    minutes: 6,
    titles: {
      en: {
        title: 'Did it happen?',
        line: 'A remote call has three outcomes, and a retry may do it twice',
      },
      'zh-CN': { title: '它到底发生了没有？', line: '远程调用有三种结果，重试可能做两遍' },
    },
  },
  {
    id: 'znode-tree',
    model: 'zookeeper',
    group: 'tree',
    level: 1,
    minutes: 10,
    titles: {
      en: {
        title: 'The znode tree and four kinds of nodes',
        line: 'What the stat counts, and what ends with the session',
      },
      'zh-CN': { title: 'znode 树与四种节点类型', line: 'stat 在数什么，哪些随会话结束' },
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
        title: 'Push the bell, pull the data',
        line: 'Publish and subscribe with a watch, and what it costs',
      },
      'zh-CN': { title: '推通知，拉数据', line: '用监听做发布订阅，代价是多少' },
    },
  },
  {
    id: 'watch-fires-once',
    model: 'zookeeper',
    group: 'tree',
    level: 2,
    minutes: 10,
    titles: {
      en: {
        title: 'A watch fires once: what did I miss?',
        line: 'Changes between the notification and the next read',
      },
      'zh-CN': { title: '监听只响一次：我漏掉了什么？', line: '通知之后、下一次读之前的变更' },
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
        line: 'Disconnected is not expired, and only the server knows',
      },
      'zh-CN': { title: '会话是什么', line: '断开不等于过期，只有服务器知道' },
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
        title: 'Majorities: why 3, 5, 7',
        line: 'How many servers may die, and why four are no better than three',
      },
      'zh-CN': { title: '过半：为什么是 3、5、7 台', line: '能停几台，为什么四台并不比三台强' },
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
        line: 'Why the server with the largest id need not lead',
      },
      'zh-CN': { title: '首次启动：五台逐台加入', line: '编号最大的服务器为什么不一定是 Leader' },
    },
  },
  {
    id: 'after-a-crash',
    model: 'election',
    group: 'elections',
    level: 2,
    minutes: 10,
    titles: {
      en: {
        title: 'After a crash: epoch, zxid, then id',
        line: 'How the survivors choose the one that knows most',
      },
      'zh-CN': {
        title: '崩溃之后：先比 epoch，再比 zxid，最后比编号',
        line: '幸存者怎样选出知道得最多的一台',
      },
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
        title: 'Late joiner: why it changes nothing',
        line: 'A larger id, even a longer log, comes after the election',
      },
      'zh-CN': {
        title: '迟到者：为什么什么都不会变',
        line: '编号更大、日志更长的服务器，在选举之后才来',
      },
    },
  },
  {
    id: 'paxos-case-1',
    model: 'paxos',
    group: 'paxos',
    level: 2,
    minutes: 7,
    titles: {
      en: {
        title: 'Paxos case 1: one proposer',
        line: 'Two phases, and why three of five suffice',
      },
      'zh-CN': { title: 'Paxos 情况一：一位提案者', line: '两个阶段，为什么五个中有三个就够' },
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
        line: 'A newer ballot must not bring another value',
      },
      'zh-CN': { title: 'Paxos 情况二：找出讲义里的错误', line: '编号更新，值却不能换' },
    },
  },
  {
    id: 'paxos-case-3',
    model: 'paxos',
    group: 'paxos',
    level: 3,
    minutes: 12,
    titles: {
      en: {
        title: 'Paxos case 3: the duel that never ends',
        line: 'Livelock, what is proved of it, and three cures',
      },
      'zh-CN': { title: 'Paxos 情况三：没完没了的对决', line: '活锁：证明了什么，又怎样化解' },
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
        title: 'Neither dead nor alive: a value held by a minority',
        line: 'Accepted is not chosen, and chosen need not be known',
      },
      'zh-CN': { title: '生死未定：少数派接受的值', line: '接受不等于选定，选定不等于有人知道' },
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
      'zh-CN': { title: '接受者为什么要写磁盘', line: '崩溃可以带走什么，不可以带走什么' },
    },
  },
];
