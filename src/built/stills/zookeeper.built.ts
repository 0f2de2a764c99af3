import { opening as english } from '../../page/words/en/zookeeper/opening.ts';
import { opening as chinese } from '../../page/words/zh-CN/zookeeper/opening.ts';
import { saidFirst } from '../said-first.ts';
import { labStill, lessonStills } from '../stills.ts';

/** First frames, as still drawings: of the free lab, and of its lessons by their ids. */
export const first = await labStill('zookeeper');
export const lessons = await lessonStills('zookeeper');
/** What is read beside them. */
export const said = await saidFirst('zookeeper', { en: english, 'zh-CN': chinese });
