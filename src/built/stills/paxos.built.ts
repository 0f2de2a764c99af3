import { opening as english } from '../../page/words/en/paxos/opening.ts';
import { opening as chinese } from '../../page/words/zh-CN/paxos/opening.ts';
import { saidFirst } from '../said-first.ts';
import { labStill, lessonStills } from '../stills.ts';

/** First frames, as still drawings: of the free lab, and of its lessons by their ids. */
export const first = await labStill('paxos');
export const lessons = await lessonStills('paxos');
/** What is read beside them. */
export const said = await saidFirst('paxos', { en: english, 'zh-CN': chinese });
