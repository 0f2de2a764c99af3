import { openings } from '../openings.ts';

/** What the counter’s lab offers to begin with, and what is to be seen there. */
export const presets = {
  'answer-under-way': {
    name: 'Answer under way',
    lead: openings.counter,
  },
  'answer-lost': {
    name: 'Answer lost',
    lead: 'C has counted, but the way back to A is cut: its answer will be lost. May A call again?',
  },
} as const;
