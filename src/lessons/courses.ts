/** Lessons that make up an hour at school, in the order in which they are taught. */
export const courses = [
  {
    id: 'zookeeper-at-work',
    names: { en: 'ZooKeeper at work', 'zh-CN': 'ZooKeeper 实战' },
    lessons: ['service-discovery', 'thundering-herd', 'queue-for-the-lock', 'who-is-master'],
  },
] as const;
