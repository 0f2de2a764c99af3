/** What the lab says of the moment at which it opens: it stands there before the lab itself has come. */
export const opening =
  'β 创建一个节点。它已写进日志，还没落盘：谁也没收到答复。此刻进程宕机，它仍会落盘；切断电源，它就没了。';
