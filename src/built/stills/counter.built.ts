import { opening as english } from '../../page/words/en/counter/opening.ts';
import { opening as chinese } from '../../page/words/zh-CN/counter/opening.ts';
import { saidFirst } from '../said-first.ts';
import { labStill, lessonStills } from '../stills.ts';

/** First frames, as still drawings: of the free lab, and of its lessons by their ids. */
export const first = await labStill('counter');
export const lessons = await lessonStills('counter');
/** What is read beside them. */
export const said = await saidFirst('counter', { en: english, 'zh-CN': chinese });
