import type { Words } from '../../words.ts';
import { opening } from './opening.ts';

/** What the election lab offers to begin with, and what is to be seen there. */
export const presets: Words['presets']['election'] = {
  'leader-crashes': {
    name: 'Leader 宕机',
    lead: opening,
  },
  'one-by-one': {
    name: '首次启动',
    lead: '五台中启动了三台，已够过半。S2 即将得知 S3，它的服务器 ID 最大。',
  },
  'after-a-crash': {
    name: '两台宕机',
    lead: 'S3 和 S5 宕机，余下三台必须一致。S4 缺少 1·8，改投拥有 1·8 的 S2。',
  },
  'epoch-first': {
    name: 'epoch 优先',
    lead: 'S2 有 epoch 1 的 99 个事务，S1 只有 epoch 2 的一个，S2 却投给 S1：先比较 epoch。',
  },
  'split-in-halves': {
    name: '对半分区',
    lead: '两台对两台：每边都能达成一致，但四票中要有三票。谁也当不了 Leader。',
  },
  observers: {
    name: '有 Observer',
    lead: 'S4 和 S5 是 Observer：只询问谁是 Leader，没有投票权。其余三台中两台就能决定。',
  },
};
