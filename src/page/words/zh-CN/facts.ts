import type { Words } from '../words.ts';

export const facts: Words['facts'] = {
  unknown: '服务器 {pid}：{rule}{data}。',
  unknownNobody: '{rule}{data}。',
};
