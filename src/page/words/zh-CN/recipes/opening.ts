/** What the lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const opening =
  'C1 已被杀死，却仍持有锁：它的节点与会话共存亡。四个客户端在等。谁会被唤醒，什么时候？';
