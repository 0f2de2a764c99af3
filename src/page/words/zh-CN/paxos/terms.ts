import type { terms as english } from '../../en/paxos/terms.ts';

type Terms = Readonly<
  Record<keyof typeof english, { readonly name: string; readonly text: string }>
>;

export const terms: Terms = {
  proposer: { name: '提案者（Proposer）', text: '请接受者接受一个值：先求承诺，再求接受。' },
  acceptor: {
    name: '接受者（Acceptor）',
    text: '作出承诺、接受提案，由它们的接受来决定；说过的话都在磁盘上。',
  },
  learner: { name: '学习者（Learner）', text: '得知哪个值被选定。' },
  ballot: {
    name: '提案编号',
    text: '一次尝试的提案编号（Proposal ID）。每个提案者用自己的一组提案编号，每次尝试都比以前的大。',
  },
  proposal: { name: '提案', text: '一个提案编号加一个值，写作 (5, 10%)。' },
  promise: {
    name: '承诺',
    text: '接受者答应不再参与更小的提案编号，并应答自己接受过什么：两个承诺，一个应答。',
  },
  promised: { name: '承诺', text: '这个接受者承诺过的最大提案编号：比它小的一律拒绝。' },
  accepted: { name: '接受', text: '这个接受者接受过的、提案编号最大的提案。' },
  chosen: {
    name: '选定',
    text: '过半的接受者在同一提案编号下接受了这个值。从那一刻起就是选定，不论有没有人知道。',
  },
  possible: { name: '可能', text: '各接受者的承诺和接受，还容许这个值得到过半。' },
  impossible: { name: '不可能', text: '这个值再也得不到过半了。' },
  livelock: { name: '活锁', text: '人人都在忙，却什么也定不下来：提案者你追我赶，互相作废。' },
  ownValue: { name: '想要', text: '它的客户端想要的值。' },
  highestSeen: {
    name: '见过的最大提案编号',
    text: '它用过或听说过的最大提案编号：下一个要比它大。',
  },
  proposes: { name: '提出', text: '它在当前提案编号下提出的值：必须采用的，或者自己的。' },
  acceptedBy: { name: '已接受', text: '已知在这个提案编号下接受的接受者。' },
  refusedBy: { name: '被拒', text: '拒绝这个提案编号的接受者，以及它的承诺。' },
  failures: { name: '失败次数', text: '上次成功以来失败了几次。' },
  outcome: { name: '结果', text: '它知道已被选定的值。' },
  distinguished: { name: 'Leader', text: '其余提案者都让它提案。' },
  report: { name: '听到的接受', text: '这个学习者听到的、该接受者最新的接受。' },
  learned: { name: '学到', text: '这个学习者知道已被选定的值。' },
  lastBallot: {
    name: '最后的提案编号',
    text: '用过的最后一个提案编号，写在磁盘上，重启后不会再用。',
  },
  IDLE: { name: '空闲', text: '这个提案者还没有用过提案编号。' },
  PREPARING: { name: '准备中', text: '第一阶段：收集承诺。' },
  PROPOSING: { name: '提案中', text: '第二阶段：为它的值收集接受。' },
  BACKING_OFF: { name: '退避中', text: '提案编号作废了，等下一个。' },
  DONE: { name: '完成', text: '它知道哪个值被选定了。' },
  READY: { name: '就绪', text: '这个接受者随时应答。' },
  LISTENING: { name: '聆听中', text: '这个学习者还不知道哪个值被选定。' },
  LEARNED: { name: '已学到', text: '这个学习者知道哪个值被选定了。' },
};
