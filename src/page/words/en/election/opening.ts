/** What the lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const opening =
  'S5 led and has crashed. S1 and S2 have two votes each, three decide, and more are on their way.';
