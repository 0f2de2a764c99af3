/** What the lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const opening =
  'L3 tells L1 and L2 that C said R. Both lies are on their way; each of the two has A from C. Can they part them?';
