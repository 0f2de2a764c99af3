import type { terms as english } from '../en/terms.ts';

type Terms = Readonly<
  Record<keyof typeof english, { readonly name: string; readonly text: string }>
>;

export const terms: Terms = {
  sid: {
    name: 'sid',
    text: '服务器 ID：写在 myid 文件里，各台互不相同；两张选票比较时最后才比它。',
  },
  zxid: { name: 'zxid', text: '事务 ID：由 epoch 和计数器组成，写作 2·7；大的较新。' },
  epoch: {
    name: 'epoch',
    text: '第几任 Leader：每任新 Leader 取更大的值，它是 zxid 的前一半。',
  },
  peerEpoch: { name: 'epoch', text: '选票里的 epoch：被投服务器的 currentEpoch，最先比较。' },
  round: {
    name: '轮次',
    text: '逻辑时钟：服务器每发起一次选举加一，听到更高的轮次就跳过去。只有同一轮的选票才放在一起计。',
  },
  logicalClock: {
    name: '逻辑时钟',
    text: '这台服务器当前的选举轮次。听到更高的轮次就跳过去；不写入磁盘。',
  },
  quorum: {
    name: '法定人数（过半）',
    text: '超过半数的投票服务器；任意两个多数派至少共有一台。',
  },
  vote: { name: '选票', text: '被推举为 Leader 的服务器，连同它的 zxid 和 epoch，供别人比较。' },
  tally: { name: '得票', text: '按一台服务器收到的算，本轮有多少投票者支持某个候选者。' },
  voter: { name: '投票者', text: '选票计入法定人数的服务器。' },
  notification: {
    name: '通知（notification）',
    text: '选举用的消息：带着发送者的选票、轮次和状态。',
  },
  LOOKING: { name: 'LOOKING', text: '服务器在寻找 Leader：发出选票，也收集选票。' },
  'READ-ONLY': {
    name: 'READ-ONLY',
    text: '服务器在寻找 Leader；在此期间，对接受只读的客户端，用自己已有的数据应答读请求。',
  },
  FOLLOWING: { name: 'FOLLOWING', text: '服务器已承认另一台为 Leader，并跟随它。' },
  LEADING: {
    name: 'LEADING',
    text: '服务器认为自己当选；要等过半的服务器跟随并同步完毕才开始服务。',
  },
  OBSERVING: { name: 'OBSERVING', text: '服务器跟随 Leader，但自己没有投票权。' },
  CRASHED: { name: 'CRASHED', text: '进程已停，只剩磁盘。' },
  PAUSED: { name: 'PAUSED', text: '进程停住不动，好比一次很长的垃圾回收；它不知道时间在流逝。' },
  observer: { name: 'Observer', text: '接收所有事务、但从不投票、也不计入法定人数的服务器。' },
  acceptedEpoch: {
    name: 'acceptedEpoch',
    text: '这台服务器向 Leader 承诺过的最新 epoch；先写磁盘，后发出承诺。',
  },
  currentEpoch: {
    name: 'currentEpoch',
    text: '这台服务器最后一次接受其历史的那任 Leader 的 epoch；写在磁盘上。',
  },
  lastZxid: { name: '末条 zxid', text: '这台服务器日志里最新的事务；它投给自己的选票带着这个值。' },
  leader: { name: 'Leader', text: '为本 epoch 的所有写操作排序的服务器。' },
  follower: { name: 'Follower', text: '从 Leader 接收事务的投票服务器。' },
  phase: { name: '阶段', text: '服务器走到哪一步：选举、发现新 epoch、同步、广播。' },
  ELECTION: { name: '选举', text: '服务器互换选票，直到过半一致。' },
  DISCOVERY: {
    name: '发现',
    text: 'Leader 了解各 Follower 的 epoch，并让过半的服务器接受新的 epoch。',
  },
  SYNCHRONIZATION: {
    name: '同步',
    text: 'Leader 用 DIFF、TRUNC 或 SNAP 让各 Follower 的日志与自己的历史一致。',
  },
  BROADCAST: { name: '广播', text: 'Leader 已确立，开始处理写入。' },
  DIFF: { name: 'DIFF', text: 'Leader 补发 Follower 缺少的事务。' },
  TRUNC: { name: 'TRUNC', text: 'Leader 让 Follower 截去 Leader 没有的事务。' },
  SNAP: {
    name: 'SNAP',
    text: 'Leader 发送整棵数据树：对方的磁盘是空的，或者缺的事务超出了 Leader 保留的范围，或者日志在另一个 epoch 里分了叉。',
  },
  FOLLOWERINFO: {
    name: 'FOLLOWERINFO',
    text: 'Follower 向 Leader 报到，并报上自己的 acceptedEpoch。',
  },
  LEADERINFO: { name: 'LEADERINFO', text: 'Leader 向 Follower 宣布新的 epoch。' },
  ACKEPOCH: {
    name: 'ACKEPOCH',
    text: 'Follower 接受新的 epoch，并报上自己的 currentEpoch 和末条 zxid。',
  },
  NEWLEADER: { name: 'NEWLEADER', text: 'Leader 的历史已发完；过半确认后它就确立了。' },
  UPTODATE: { name: 'UPTODATE', text: 'Follower 从此可以为客户端服务。' },
  ACK: { name: 'ACK', text: '确认：所指的内容已写入发送者的磁盘。' },
  PING: {
    name: 'PING',
    text: 'Leader 的心跳，每个 tick 两次。Follower 连续 syncLimit 个 tick 没有收到消息，就放弃 Leader；Leader 在 syncLimit 个 tick 之内能收到消息的服务器不足法定人数，就不再领导。',
  },
  initLimit: { name: 'initLimit', text: 'Follower 连上 Leader 并完成同步的时限，以 tick 计。' },
  syncLimit: {
    name: 'syncLimit',
    text: 'Follower 与 Leader 之间最多可以有多少个 tick 没有消息，超过就断开。',
  },
  tickTime: { name: 'tickTime', text: 'ZooKeeper 的时间单位，以毫秒计。' },
  finalizeWait: {
    name: 'finalizeWait',
    text: '过半同意之后再等的 200 ms：也许还有更好的选票在路上。',
  },
  partition: { name: '分区', text: '网络被分成互不相通的几组，而且没有人通知你。' },
  ballotBox: {
    name: '收到的选票',
    text: '本轮从每台服务器收到的最后一张选票（源码中的 recvset）。',
  },
  established: { name: '已确立', text: '过半的服务器已与 Leader 同步，并确认了它的 epoch。' },
  serving: { name: '服务中', text: '服务器在应答客户端。' },
  txnLog: { name: '事务日志', text: '这台服务器磁盘上的事务，旧的在前。' },
  committedLog: {
    name: '留作 DIFF',
    text: 'Leader 用 DIFF 补发的内容：最近提交的事务。提交，是指多数派的磁盘上都有它；重启之后，也包括只写进过日志的。在这个实验里，事务只有 zxid，背后没有数据树。',
  },
  outstanding: {
    name: '未过半的提案',
    text: '这任 Leader 已提出、还没有提交的事务：目前磁盘上有它的服务器不足法定人数。',
  },
  connection: { name: '连接', text: '两台服务器之间的 TCP 连接：断开之前，不丢、不乱序。' },
  timer: { name: '定时器', text: '到了这个时刻，服务器就会做的事。' },
  disk: { name: '磁盘', text: '宕机之后还在的东西；断电之后，还在的只有同步完的部分。' },
  invariant: { name: '不变式', text: '每个事件之后都必须成立的命题。' },
};
