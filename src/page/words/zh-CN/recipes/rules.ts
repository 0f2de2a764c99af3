import type { Words } from '../../words.ts';

/** Mistakes of programs, by the mutants’ names. */
export const rules: Words['rules']['recipes'] = {
  'no-second-look': '被唤醒后不再查看就认为拿到锁',
  'watch-the-parent': '等待者监听全部子节点，而不是前一个节点',
  'delete-foreign-key': '会话结束后仍去删除锁节点',
  'retry-create-blindly': 'create 丢失答复后不查看就重试',
  'hold-when-disconnected': '收到 Disconnected 后持有者照常继续',
  'read-before-sync': '读取前不先 sync',
  'watch-as-data': '把监听事件当作新值',
  'take-without-looking': '删除失败的元素，消费者照样取走',
  'enter-at-once': '不等其他客户端就进入双屏障',
  'leave-at-once': '不等其他客户端就离开双屏障',
  'ignore-tokens': '存储不比较令牌',
  'decide-alone': '参与者不等协调者就自行决定',
};
