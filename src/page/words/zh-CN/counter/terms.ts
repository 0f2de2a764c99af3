import type { terms as english } from '../../en/counter/terms.ts';

type Terms = Readonly<
  Record<keyof typeof english, { readonly name: string; readonly text: string }>
>;

export const terms: Terms = {
  FREE: { name: 'FREE', text: '这个调用方没有在等答复。' },
  WAITING: { name: 'WAITING', text: '这个调用方已发出调用，正在等答复。' },
  COUNTING: { name: 'COUNTING', text: '服务器按到达的顺序执行每个调用。' },
  callsSuccess: { name: '成功', text: '答复说已完成的调用。' },
  callsFailure: { name: '失败', text: '答复说被拒绝的调用。' },
  callsUnknown: {
    name: '未知',
    text: '没有按时等到答复的调用：也许执行了，也许没有，也许还会执行。',
  },
  callsWaiting: { name: '等待中', text: '还在等答复的调用。' },
  counterValue: { name: '计数器', text: '所有加数之和。' },
  executions: { name: '调用', text: '服务器已作出决定的调用。' },
};
