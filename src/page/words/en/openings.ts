/** What each lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const openings = {
  election:
    'S5 led and has crashed. S1 and S2 have two votes each, three decide, and more are on their way.',
  zookeeper:
    'β creates a node. It is in the log, but not on disk: nobody has been told. Killing the process now leaves it to the disk; cutting the power loses it.',
  paxos:
    '20% needs one more vote, A3’s. A5’s Accept and A1’s Prepare race there, and the first one counts.',
  counter: 'C has counted, and its answer is on its way. A does not know it yet.',
} as const;
