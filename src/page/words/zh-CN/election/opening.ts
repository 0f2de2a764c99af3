/** What the lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const opening =
  'S5 曾是 Leader，现已宕机。S1 和 S2 各得两票，得三票者当选，还有选票在途中。';
