import type { Bundle } from '../words.ts';

export const facts: Bundle<'labs'>['facts'] = {
  more: '{count, plural, other {又 # 次。}}',
  unknown: '{pidName}：{rule}{data}。',
  unknownNobody: '{rule}{data}。',
};
