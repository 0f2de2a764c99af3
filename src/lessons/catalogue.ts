import type { LessonHead, ScenarioFile } from '../view/scenario.ts';

/**
 * What the gallery shows of each lesson, in teaching order. The head repeats the one in the
 * lesson's own file, so that the gallery need not load it; a test keeps the two equal.
 */
export const catalogue: readonly (LessonHead & {
  /** The protocol that it runs, which decides the lab that it opens in. */
  readonly model: ScenarioFile['model'];
  readonly titles: Readonly<
    Record<'en' | 'zh-CN', { readonly title: string; readonly line: string }>
  >;
})[] = [
  {
    id: 'majorities',
    model: 'election',
    group: 'elections',
    level: 2,
    minutes: 10,
    titles: {
      en: {
        title: 'Majorities: why 3, 5, 7',
        line: 'How many servers may die, and why four are no better than three',
      },
      'zh-CN': { title: '过半：为什么是 3、5、7 台', line: '能停几台，为什么四台并不比三台强' },
    },
  },
  {
    id: 'first-start',
    model: 'election',
    group: 'elections',
    level: 2,
    minutes: 8,
    titles: {
      en: {
        title: 'First start: five servers, one by one',
        line: 'Why the server with the largest id need not lead',
      },
      'zh-CN': { title: '首次启动：五台逐台加入', line: '编号最大的服务器为什么不一定是 Leader' },
    },
  },
  {
    id: 'after-a-crash',
    model: 'election',
    group: 'elections',
    level: 2,
    minutes: 10,
    titles: {
      en: {
        title: 'After a crash: epoch, zxid, then id',
        line: 'How the survivors choose the one that knows most',
      },
      'zh-CN': {
        title: '崩溃之后：先比 epoch，再比 zxid，最后比编号',
        line: '幸存者怎样选出知道得最多的一台',
      },
    },
  },
  {
    id: 'late-joiner',
    model: 'election',
    group: 'elections',
    level: 2,
    minutes: 7,
    titles: {
      en: {
        title: 'Late joiner: why it changes nothing',
        line: 'A larger id, even a longer log, comes after the election',
      },
      'zh-CN': {
        title: '迟到者：为什么什么都不会变',
        line: '编号更大、日志更长的服务器，在选举之后才来',
      },
    },
  },
];
