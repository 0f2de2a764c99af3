import type { invariants as english } from '../en/zab.ts';

export const invariants: Readonly<
  Record<keyof typeof english, { readonly name: string; readonly says: string }>
> = {
  'Z-Fence': {
    name: '承诺过的 epoch 有约束力',
    says: '磁盘上的 epoch 从不减小，服务器所处的 epoch 也不会晚于它承诺过的。',
  },
  'Z-Durable': {
    name: '已提交的不会丢',
    says: '先前各个 epoch 中已提交的一切，都在每个已确立的 Leader 的历史里。',
  },
};
