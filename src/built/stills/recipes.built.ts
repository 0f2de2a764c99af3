import { opening as english } from '../../page/words/en/recipes/opening.ts';
import { opening as chinese } from '../../page/words/zh-CN/recipes/opening.ts';
import { saidFirst } from '../said-first.ts';
import { labStill, lessonStills } from '../stills.ts';

/** First frames, as still drawings: of the free lab, and of its lessons by their ids. */
export const first = await labStill('recipes');
export const lessons = await lessonStills('recipes');
/** What is read beside them. */
export const said = await saidFirst('recipes', { en: english, 'zh-CN': chinese });
