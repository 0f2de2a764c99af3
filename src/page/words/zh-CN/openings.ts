export const openings = {
  election: 'S5 曾是 Leader，现已宕机。S1 和 S2 各得两票，得三票者当选，还有选票在途中。',
  zookeeper:
    'β 创建一个节点。它已写进日志，还没落盘：谁也没收到答复。此刻进程宕机，它仍会落盘；切断电源，它就没了。',
  paxos: '20% 还差一票，要看 A3：A5 的 Accept 和 A1 的 Prepare 正赶往那里，先到者算数。',
  counter: 'C 已经计数，应答正在途中。A 还不知道。',
} as const;
