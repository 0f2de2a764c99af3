import type { CatalogueEntry } from './catalogue-entry.ts';

/** The lessons of limits: what a cut network leaves to choose, what cannot be known, who cannot be trusted. */
export const ofLimits: readonly CatalogueEntry[] = [
  {
    id: 'cap-choose',
    model: 'cap',
    group: 'faults-and-limits',
    level: 3,
    minutes: 12,
    titles: {
      en: {
        title: 'CAP: choose while the network is cut',
        line: 'The same ten requests in four stores: who answers, and what?',
      },
      'zh-CN': { title: 'CAP：断网时的选择', line: '同样的十个请求，四种存储：谁应答，答什么？' },
    },
  },
  {
    id: 'two-generals',
    model: 'byzantine',
    group: 'faults-and-limits',
    level: 2,
    minutes: 7,
    titles: {
      en: { title: 'Two generals', line: 'How many confirmations until both are sure?' },
      'zh-CN': { title: '两将军', line: '要确认几次，双方才有把握？' },
    },
  },
  {
    id: 'three-generals',
    model: 'byzantine',
    group: 'faults-and-limits',
    level: 3,
    minutes: 11,
    titles: {
      en: {
        title: 'Three generals, four generals',
        line: 'One of them may lie: can the others agree?',
      },
      'zh-CN': { title: '三将军与四将军', line: '其中一个可能说谎：其余的能一致吗？' },
    },
  },
  {
    id: 'seven-generals',
    model: 'byzantine',
    group: 'faults-and-limits',
    level: 4,
    minutes: 13,
    titles: {
      en: {
        title: 'Seven generals, two traitors',
        line: 'What each round of questions is for, and what a signature does',
      },
      'zh-CN': { title: '七将军，两叛徒', line: '每轮询问为了什么，签名又有什么用' },
    },
  },
];
