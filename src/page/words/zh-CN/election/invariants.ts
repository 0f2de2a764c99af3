import type { invariants as english } from '../../en/election/invariants.ts';

type Invariants = Readonly<
  Record<keyof typeof english, { readonly name: string; readonly says: string }>
>;

export const invariants: Invariants = {
  'E-Order': {
    name: '选票只会变好',
    says: '在同一轮选举中，服务器不会改投更差的选票。',
  },
  'E-Quorum': {
    name: '过半才算数',
    says: '服务器结束选举，必须有过半的选票支持它的候选者，或者收到过半服务器的答复，其中包括 Leader 自己的答复。',
  },
  BetterVoteInBox: {
    name: '不漏掉更好的选票',
    says: '凭选票结束选举的服务器，手中没有比当选者更好的本轮选票。',
  },
  'E-OneEstablished': {
    name: '每个 epoch 一个 Leader',
    says: '在一个 epoch 里，至多有一台服务器能以 Leader 的身份走到同步这一步。',
  },
  'E-Fresh': {
    name: '没有谁比 Leader 知道得更多',
    says: 'Leader 开始同步时，它的多数派中没有哪台服务器的历史比它更新。',
  },
  'E-Stable': {
    name: '正常工作的 Leader 不退位',
    says: '与过半的服务器保持联系的 Leader 不会停止领导。',
  },
};
