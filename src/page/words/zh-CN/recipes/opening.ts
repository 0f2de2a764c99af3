/** What the lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const opening =
  'C1 的进程已被杀掉，却仍持有锁：会话不结束，节点就还在。四个客户端在等。谁会被唤醒，什么时候？';
