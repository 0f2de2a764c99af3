/** What the lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const opening =
  'The network has been cut for 18 s. S2 has refused α three times; β’s read is on its way to S4, which still has a leader. What will β read?';
