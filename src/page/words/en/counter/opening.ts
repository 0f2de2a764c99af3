/** What the lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const opening = 'C has counted, and its answer is on its way. A does not know it yet.';
