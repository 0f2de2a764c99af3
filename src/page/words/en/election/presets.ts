import { opening } from './opening.ts';

/** What the election lab offers to begin with, and what is to be seen there. */
export const presets = {
  'leader-crashes': {
    name: 'Leader crashes',
    lead: opening,
  },
  'one-by-one': {
    name: 'First start',
    lead: 'Three of five have started: enough for a majority. S2 is about to hear of S3, which has the highest id.',
  },
  'after-a-crash': {
    name: 'Two are down',
    lead: 'S3 and S5 are down, so the other three must agree. S4 lacks 1·8 and now votes for S2, which has it.',
  },
  'epoch-first': {
    name: 'Epoch first',
    lead: 'S2 has 99 transactions of epoch 1, S1 has one of epoch 2. S2 votes for S1: the epoch is compared first.',
  },
  'split-in-halves': {
    name: 'Split in halves',
    lead: 'Two against two: each side can agree, but it takes three votes of four. Nobody can lead.',
  },
  observers: {
    name: 'Observers',
    lead: 'S4 and S5 observe: they ask who leads, and have no vote. Two of the three others decide.',
  },
} as const;
