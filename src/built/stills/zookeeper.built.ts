import { opening as english } from '../../page/words/en/zookeeper/opening.ts';
import { opening as chinese } from '../../page/words/zh-CN/zookeeper/opening.ts';
import { labOpening } from '../openings.ts';
import { labStill } from '../stills.ts';

/** The free lab's first frame, as a still drawing, and what is read beside it. */
export const first = await labStill('zookeeper');
export const said = { en: english, 'zh-CN': chinese };

/** What the simulation answers to whoever opens it. */
export const opens = await labOpening('zookeeper');
