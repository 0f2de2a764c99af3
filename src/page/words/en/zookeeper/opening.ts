/** What the lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const opening =
  'β creates a node. It is in the log, but not on disk: nobody has been told. Killing the process now leaves it to the disk; cutting the power loses it.';
