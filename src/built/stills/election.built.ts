import { opening as english } from '../../page/words/en/election/opening.ts';
import { opening as chinese } from '../../page/words/zh-CN/election/opening.ts';
import { saidFirst } from '../said-first.ts';
import { labStill, lessonStills } from '../stills.ts';

export type { Still } from '../stills.ts';
export type { SaidFirst } from '../said-first.ts';

/** First frames, as still drawings: of the free lab, and of its lessons by their ids. */
export const first = await labStill('election');
export const lessons = await lessonStills('election');
/** What is read beside them. */
export const said = await saidFirst('election', { en: english, 'zh-CN': chinese });
