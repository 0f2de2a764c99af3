import { opening } from './opening.ts';

/** What the lab of the generals offers to begin with, and what is to be seen there. */
export const presets = {
  'four-lieutenant': { name: 'Four, L3 lies', lead: opening },
  'three-lieutenant': {
    name: 'Three, L2 lies',
    lead: 'C has told L1 to attack, and L2 is about to say that C said retreat. Whom should L1 believe?',
  },
  'three-commander': {
    name: 'Three, C lies',
    lead: 'C has told L1 A and L2 R, and L2 passes on what it was told. L1 sees what it saw when L2 was the liar.',
  },
  'four-commander': {
    name: 'Four, C lies',
    lead: 'C tells each of three lieutenants what it likes. Next each tells the others what it was told: what will all three agree on?',
  },
  'seven-lieutenants': {
    name: 'Seven, two lie',
    lead: 'The last 120 of 156 messages are on their way: who said that who said what C said. L5 and L6 lie in every one of theirs.',
  },
  'seven-commander': {
    name: 'Seven, C and L6 lie',
    lead: 'The commander is one of the two traitors, and the lieutenants have different orders. The last relays decide: will they agree on anything?',
  },
  'seven-short': {
    name: 'Seven, a round short',
    lead: 'The same two traitors, but one round of relays fewer: 36 messages instead of 156. Nobody can check what L6 says.',
  },
  six: {
    name: 'Six, two lie',
    lead: 'Six generals, two traitors: one general too few. C is loyal and orders A. What will L1 obey?',
  },
  'signed-three': {
    name: 'Three, signed',
    lead: 'C has signed A for L1 and R for L2, and each passes on what it holds. Nobody can forge C’s hand, and C cannot deny it.',
  },
  'signed-four': {
    name: 'Signed, a round short',
    lead: 'C and L3 are traitors. L3 has kept the signed R to itself and passes it on to L1 alone, in the last round. What will L2 hear of it?',
  },
  ten: {
    name: 'Ten, three lie',
    lead: 'Ten generals, three traitors, four rounds: 3,609 messages for one bit. 504 of them leave now.',
  },
  'two-generals': {
    name: 'Two generals',
    lead: 'G2 has the plan, and G1 knows that. G2 does not know that G1 knows; a third messenger is to tell it, through the valley where messengers are caught.',
  },
} as const;
