import type { Words } from '../../words.ts';

export const rules: Words['rules']['byzantine'] = {
  'default-for-majority': '听到不止一种命令就取固定值，不数多数',
  'one-round-short': '转述少一轮',
  'believe-unsigned': '不看签名就相信转述',
};
