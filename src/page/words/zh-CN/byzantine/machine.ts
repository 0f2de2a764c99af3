import type { Bundle } from '../../words.ts';

export const machine: Bundle<'byzantine'>['machine'] = {
  event: {
    SAID: '听到一条消息',
    ROUND: '这一轮结束',
    LIE: '手动设定谎话',
    MESSENGER: '信使到达',
    PLAN: '计划送出',
    DAWN: '黎明',
  },
  guard: {
    isInTime: '在它那一轮内到达',
    isLastRound: '是最后一轮',
    isHeardBefore: '先前来过',
    isLate: '它那一轮已结束',
    isValid: '签名全部真实',
  },
};
