/** What the lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const opening =
  'C1 has been killed and still holds the lock: its node lives as long as its session. Four wait. Who is woken, and when?';
