import { opening } from './opening.ts';

/** What the Paxos lab offers to begin with, and what is to be seen there. */
export const presets = {
  'deciding-vote': {
    name: 'Deciding vote',
    lead: opening,
  },
  livelock: {
    name: 'Livelock',
    lead: 'A1 and A5 overtake each other: each new Prepare makes the other’s Accepts too late. This can go on for ever.',
  },
  leader: {
    name: 'One leads',
    lead: 'A1 leads, and A5 waits. Nobody competes, and A1’s Accepts are on their way.',
  },
  separate: {
    name: 'Separate roles',
    lead: '20% is chosen, for two of three have accepted it. Neither P2, who proposed it, nor L1 knows it yet.',
  },
  'four-duel': {
    name: 'Four propose',
    lead: 'Four propose, and whoever is refused tries again at once: refusals cross, and nothing is chosen.',
  },
  halves: {
    name: 'Half is enough',
    lead: 'A rule is off: two of four count as a majority. A4 proposes 20%, and A1 will try 10% again.',
  },
  'lying-acceptor': {
    name: 'A lying acceptor',
    lead: 'A rule is off, and A2 breaks its word: it promised ballot 2, and has just accepted X in ballot 1. Two of three accepted Y, and two of three X: both are chosen.',
  },
} as const;
