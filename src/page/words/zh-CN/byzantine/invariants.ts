import type * as english from '../../en/byzantine/invariants.ts';

type Said = Readonly<Record<keyof typeof english.invariants, { name: string; says: string }>>;

export const invariants: Said = {
  IC1: {
    name: '忠诚者一致（IC1，在承诺范围内）',
    says: '所有忠诚的副官服从同一个命令：条件是 m 轮转述对至多 m 个出错的将军，不签名时还要将军多于 3m 个。',
  },
  IC2: {
    name: '忠诚的司令被服从（IC2，在承诺范围内）',
    says: '如果司令忠诚，每个忠诚的副官都服从它；条件同上。',
  },
  'B-Count': {
    name: '消息条数符合公式',
    says: 'OM(m) 的每一轮里，每个不沉默的将军发出的消息恰好是 (n − 1)(n − 2)… 中它的那一份。',
  },
  'B-Unforgeable': {
    name: '签名不可伪造',
    says: '忠诚的司令没有签过的值，没有哪个忠诚的副官相信它签过。',
  },
  'B-Relayed': {
    name: '一个忠诚者有的，忠诚者都有',
    says: '转述的轮数不少于出错的将军时，忠诚的副官最后有同样的 V。',
  },
  'B-Turn': {
    name: '信使一个接一个',
    says: '上一个信使到了，下一个才出发。',
  },
};
