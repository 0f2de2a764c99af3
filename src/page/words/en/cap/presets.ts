import { opening } from './opening.ts';

/** What the CAP lab offers to begin with, and what is to be seen there. */
export const presets = {
  'cut-in-two': { name: 'Cut in two', lead: opening },
  'first-read': {
    name: 'The first read',
    lead: 'β’s write of 2 was answered a second ago. α, on the other side of the cut, reads x at S2, which has not noticed the cut yet. What is α told?',
  },
  'read-only': {
    name: 'Read-only mode',
    lead: 'S2 has given up its leader, and serves again as a read-only server. α reads x. Is the answer the newest value?',
  },
  quorum: {
    name: 'Two of five',
    lead: 'A read asks three of five servers, and S2 reaches two. α’s read has come to nothing; now it writes 3. Who can answer that?',
  },
  copies: {
    name: 'Late copies',
    lead: 'The primary S5 answers a write before its copies have it, and S2 hears nothing of it any more. α reads at S2. What does it have?',
  },
  overwritten: {
    name: 'Overwritten',
    lead: 'The cut is healed, and the servers have told one another what they have. β’s write of 2 was acknowledged. Where is it?',
  },
  'leader-cut-off': {
    name: 'Leader cut off',
    lead: 'This time the leader S1 is in the minority. It answers reads and does not know yet that it leads nobody. What becomes of β’s write of 2?',
  },
  healed: {
    name: 'After healing',
    lead: 'S2 has found its leader again, and α reads. First it heard that its session is over. Since when has it been?',
  },
  draw: {
    name: 'Draw the cut',
    lead: 'Nothing is cut yet. Draw a line across the stage, from edge to edge: what it crosses is cut. Press one link to cut it one way or to make it slow. Then let the run go on.',
  },
} as const;
