/** What the lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const opening =
  '20% needs one more vote, A3’s. A5’s Accept and A1’s Prepare race there, and the first one counts.';
