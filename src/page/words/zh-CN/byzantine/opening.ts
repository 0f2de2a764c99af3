/** What the lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const opening =
  'L3 告诉 L1 和 L2：C 说了 R。两句谎话都在路上；这两人从 C 那里听到的都是 A。谎话能让他们不一致吗？';
