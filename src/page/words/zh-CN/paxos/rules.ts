import type { Words } from '../../words.ts';

export const rules: Words['rules']['paxos'] = {
  'keep-own-value': '不管承诺里报告了什么，提案者都坚持自己的值',
  'share-ballots': '提案者共用提案编号，接受者对同一提案编号可以承诺两次',
  'accept-below-promise': '接受者接受提案编号小于其承诺的提案',
  'adopt-lowest': '提案者采用报告中提案编号最小的值',
  'forget-disk': '接受者不写磁盘：宕机后一片空白地回来',
  'forget-ballot': '提案者不把提案编号写入磁盘：宕机重启后会再次使用同一提案编号',
  'accept-without-promise': '接受提案时不提高承诺',
  'half-is-quorum': '一半的接受者就算法定人数',
  'refuse-equal-accept': '接受者连自己刚承诺的提案编号也拒绝',
};
