/** What the lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const opening =
  'α 在 S1 写入，S1 已转交给 Leader S3，S3 以 1·3 提出。三台中有两台记入日志，才算数。';
