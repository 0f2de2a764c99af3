import type { Words } from '../../words.ts';

export const rules: Words['rules']['counter'] = {
  'answer-before-disk': '服务器先答复，后落盘',
  'forget-call-ids': '服务器忘记已执行过的调用 ID',
};
