/** The groups of lessons, in teaching order, with their names. */
export const groups = [
  {
    id: 'why-coordination-is-hard',
    names: { en: 'Why coordination is hard', 'zh-CN': '协调为什么难' },
  },
  { id: 'tree', names: { en: 'ZooKeeper’s tree', 'zh-CN': 'ZooKeeper 的树' } },
  { id: 'recipes', names: { en: 'Recipes', 'zh-CN': '配方' } },
  { id: 'elections', names: { en: 'Elections', 'zh-CN': '选举' } },
  { id: 'paxos', names: { en: 'Paxos', 'zh-CN': 'Paxos' } },
  { id: 'zab', names: { en: 'ZAB', 'zh-CN': 'ZAB' } },
  { id: 'faults-and-limits', names: { en: 'Faults and limits', 'zh-CN': '故障与极限' } },
] as const;
