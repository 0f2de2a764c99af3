import type { Bundle } from '../../words.ts';

/** Rules of the stores as they can be switched off, by the mutants’ names. */
export const rules: Bundle<'cap'>['rules']['cap'] = {
  'quorums-may-miss': '读和写可能问到不同的服务器：r + w = n',
  'no-write-back': '读请求不把返回的值写回去',
  'gossip-takes-anything': '服务器听到什么就收下什么，不比较时间戳',
  'gossip-once': '服务器只把写入告诉别人一次，此后不再重复',
  'answer-before-copy': '主库先应答，后复制',
  'answer-before-disk': '服务器还没落盘就应答',
};
