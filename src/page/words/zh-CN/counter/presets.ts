import type { Words } from '../../words.ts';
import { openings } from '../openings.ts';

/** What the counter’s lab offers to begin with, and what is to be seen there. */
export const presets: Words['presets']['counter'] = {
  'answer-under-way': {
    name: '应答在途',
    lead: openings.counter,
  },
  'answer-lost': {
    name: '应答丢失',
    lead: 'C 已经计数，但通往 A 的回路已断，应答会丢失。A 还能再调用一次吗？',
  },
};
