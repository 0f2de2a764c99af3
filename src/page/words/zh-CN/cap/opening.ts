/** What the lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const opening =
  '网络已断开 18 秒。S2 三次拒绝了 α；β 的读请求正发往 S4，那一侧仍有 Leader。β 会读到什么？';
