import type { CatalogueEntry } from './catalogue-entry.ts';

/** The lessons of several servers with clients. */
export const ofEnsembles: readonly CatalogueEntry[] = [
  {
    id: 'master-and-standby',
    model: 'zookeeper',
    group: 'recipes',
    level: 2,
    minutes: 12,
    titles: {
      en: {
        title: 'Master and standby',
        line: 'Two servers of an application, and one small node',
      },
      'zh-CN': { title: '主与备', line: '应用的两台服务器，和一个小小的节点' },
    },
  },
  {
    id: 'one-write-one-read',
    model: 'zookeeper',
    group: 'zab',
    level: 2,
    minutes: 11,
    titles: {
      en: {
        title: 'One write, one read: the way of a request',
        line: 'Who decides, who waits for whom, and what a read may show',
      },
      'zh-CN': { title: '一次写，一次读：请求的旅程', line: '谁来决定，谁等谁，读会读到什么' },
    },
  },
  {
    id: 'how-old-is-a-read',
    model: 'zookeeper',
    group: 'zab',
    level: 2,
    minutes: 9,
    titles: {
      en: {
        title: 'How old may a read be?',
        line: 'Three servers, three clients: what each of them sees',
      },
      'zh-CN': { title: '读到的数据可以有多旧？', line: '三台服务器，三个客户端：各自看到什么' },
    },
  },
  {
    id: 'proposal-nobody-saw',
    model: 'zookeeper',
    group: 'zab',
    level: 3,
    minutes: 14,
    titles: {
      en: {
        title: 'A half-finished write: what becomes of it?',
        line: 'The leader dies between proposal and answer, in four ways',
      },
      'zh-CN': { title: '写到一半：它会怎样？', line: 'Leader 在提案与应答之间宕机，四种情形' },
    },
  },
  {
    id: 'acknowledged-not-announced',
    model: 'zookeeper',
    group: 'zab',
    level: 3,
    minutes: 13,
    titles: {
      en: {
        title: 'What a new leader does first',
        line: 'From a dead leader to the next write, packet by packet',
      },
      'zh-CN': { title: '新 Leader 先做什么', line: '从旧 Leader 宕机到下一次写入，逐包来看' },
    },
  },
  {
    id: 'break-zab',
    model: 'zookeeper',
    group: 'zab',
    level: 4,
    minutes: 15,
    titles: {
      en: {
        title: 'Break ZAB yourself',
        line: 'Eight rules, each switched off once: what breaks?',
      },
      'zh-CN': { title: '亲手弄坏 ZAB', line: '八条规则，逐条关掉：什么会坏？' },
    },
  },
  {
    id: 'leader-that-slept',
    model: 'zookeeper',
    group: 'faults-and-limits',
    level: 4,
    minutes: 11,
    titles: {
      en: {
        title: 'The leader that slept',
        line: 'A pause of some seconds, and two servers that lead',
      },
      'zh-CN': { title: '打盹的 Leader', line: '停顿几秒，于是有两台都在当 Leader' },
    },
  },
  {
    id: 'half-a-partition',
    model: 'zookeeper',
    group: 'faults-and-limits',
    level: 4,
    minutes: 12,
    titles: {
      en: {
        title: 'Half a partition',
        line: 'One link cut, one direction lost, a link that comes and goes',
      },
      'zh-CN': { title: '断了一半', line: '只断一条链路，只断一个方向，时断时续' },
    },
  },
  {
    id: 'what-majorities-cost',
    model: 'zookeeper',
    group: 'faults-and-limits',
    level: 2,
    minutes: 10,
    titles: {
      en: {
        title: 'What majorities cost',
        line: 'Three voters, five voters, or three and two observers',
      },
      'zh-CN': { title: '过半的代价', line: '三个投票者，五个投票者，或三个加两个 Observer' },
    },
  },
  {
    id: 'read-write-split',
    model: 'zookeeper',
    group: 'faults-and-limits',
    level: 2,
    minutes: 11,
    titles: {
      en: {
        title: 'Many readers, few writers',
        line: 'What grows with the servers, and what keeps writers apart',
      },
      'zh-CN': { title: '读者很多，写者很少', line: '什么随服务器增长，写者之间靠什么不冲突' },
    },
  },
];
