/** What the lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const opening =
  '20% 还差一票，要看 A3：A5 的 Accept 和 A1 的 Prepare 正赶往那里，先到者算数。';
