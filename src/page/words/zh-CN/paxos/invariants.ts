import type { invariants as english } from '../../en/paxos/invariants.ts';

type Invariants = Readonly<
  Record<keyof typeof english, { readonly name: string; readonly says: string }>
>;

export const invariants: Invariants = {
  'I-Type': {
    name: '状态合理',
    says: '接受者接受的提案编号不会大于它承诺的提案编号；有提案编号必有值，没有提案编号就没有值。',
  },
  'I-Mono': {
    name: '接受者从不倒退',
    says: '接受者承诺的提案编号和接受的提案编号只增不减，宕机前后也是如此。',
  },
  'I-Keep': { name: '信守承诺', says: '接受者不会接受提案编号小于其承诺的提案。' },
  'I-Truth': { name: '应答属实', says: '接受者报告的，正是它自己接受过的提案编号最大的提案。' },
  'I-OneValuePerBallot': {
    name: '一个提案编号一个值',
    says: '同一个提案编号下，只会提出、只会接受同一个值。',
  },
  'I-P2': {
    name: '之后选定的值不变',
    says: '一个值被选定之后，更大的提案编号下选定的也是这个值。',
  },
  'I-P2a': {
    name: '之后接受的值不变',
    says: '一个值被选定之后，更大的提案编号下被接受的也是这个值。',
  },
  'I-P2b': {
    name: '之后提出的值不变',
    says: '一个值被选定之后，更大的提案编号下提出的也是这个值。',
  },
  'I-P2c': {
    name: '提案有过半的依据',
    says: '每个提案背后都有一个承诺了其提案编号的多数派：它们都没接受过提案，或者提案的值就是其中提案编号最大的那个。',
  },
  'I-Safe': {
    name: '接受是安全的',
    says: '接受者接受一个值时，更小的提案编号下已不可能再选定别的值。',
  },
  'I-Agreement': { name: '只选定一个值', says: '永远不会选定两个不同的值。' },
  'I-Validity': { name: '不会无中生有', says: '被接受、被选定的值，一定有客户端提出过。' },
  'I-Learn': { name: '学到的都已选定', says: '学习者不会相信一个没有被选定的值。' },
  'I-Stable': {
    name: '选定就不变',
    says: '一个值一旦选定，各接受者手中的状态就不再容许别的值。',
  },
};
