import type { CatalogueEntry } from './catalogue-entry.ts';

/** The lessons of recipes: what clients make of ZooKeeper’s few calls. */
export const ofRecipes: readonly CatalogueEntry[] = [
  {
    id: 'service-discovery',
    model: 'recipes',
    group: 'recipes',
    level: 1,
    minutes: 12,
    titles: {
      en: {
        title: 'Who offers a service?',
        line: 'A registry, a copy of it, and calls that find somebody',
      },
      'zh-CN': { title: '服务由谁提供？', line: '注册中心、它的副本，以及调用找得到谁' },
    },
  },
  {
    id: 'thundering-herd',
    model: 'recipes',
    group: 'recipes',
    level: 2,
    minutes: 10,
    titles: {
      en: {
        title: 'A lock that is one node',
        line: 'Who is woken when it becomes free, and who gets it',
      },
      'zh-CN': { title: '只有一个节点的锁', line: '锁一释放，唤醒谁，又归谁' },
    },
  },
  {
    id: 'queue-for-the-lock',
    model: 'recipes',
    group: 'recipes',
    level: 2,
    minutes: 11,
    titles: {
      en: { title: 'Queue for the lock', line: 'Who waits for whom, and what if one of them dies' },
      'zh-CN': { title: '排队等锁', line: '谁等谁，中途有一个宕机会怎样' },
    },
  },
  {
    id: 'readers-and-writers',
    model: 'recipes',
    group: 'recipes',
    level: 2,
    minutes: 10,
    titles: {
      en: {
        title: 'Readers and writers',
        line: 'Who may go ahead with whom, and who waits',
      },
      'zh-CN': { title: '读者与写者', line: '谁能和谁一起，其余的又等谁' },
    },
  },
  {
    id: 'create-without-answer',
    model: 'recipes',
    group: 'recipes',
    level: 3,
    minutes: 10,
    titles: {
      en: {
        title: 'A create without an answer',
        line: 'What was done, and how the client finds out',
      },
      'zh-CN': { title: '没有应答的创建', line: '到底做了没有，客户端怎样弄清' },
    },
  },
  {
    id: 'who-is-master',
    model: 'recipes',
    group: 'recipes',
    level: 2,
    minutes: 12,
    titles: {
      en: {
        title: 'Who is master?',
        line: 'A row, a node, a number, and an owner that dies',
      },
      'zh-CN': { title: '谁是主？', line: '一行、一个节点、一个序号，主人宕机会怎样' },
    },
  },
  {
    id: 'two-owners',
    model: 'recipes',
    group: 'recipes',
    level: 4,
    minutes: 14,
    titles: {
      en: {
        title: 'Two owners of one lock?',
        line: 'A long pause, with Redis and with ZooKeeper',
      },
      'zh-CN': {
        title: '一把锁，两个主人？',
        line: '一次长停顿，Redis 和 ZooKeeper 各会怎样',
      },
    },
  },
];
