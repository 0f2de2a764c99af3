import type { Bundle } from '../words.ts';

export const facts: Bundle<'labs'>['facts'] = {
  unknown: '{pidName}：{rule}{data}。',
  unknownNobody: '{rule}{data}。',
};
