import type { Words } from '../../words.ts';

export const facts: Words['facts']['logs'] = {
  at: '（{file, select, none {{pidName} 的日志} other {{file}}}，第 {line} 行）',
  started: '{pidName} {again, select, true {再次启动} other {启动}}。',
  stopped: '{pidName} 自行退出，退出码 {code}。',
  silent: '{pidName} 此后没有日志，直到第 {until} 行再次启动。它如何、何时退出，日志没有记录。',
  'log-ends': '{pidName} 此后没有日志：它的日志到此为止，其他服务器仍在继续。',
  loaded: '{pidName} 读完自己的文件，最后的 zxid 是 {zxid}。',
  'epoch-absent':
    '{pidName} 没有 {which, select, current {当前} other {已接受的}} epoch 文件，取 {epoch}。',
  looking: '{pidName} 开始寻找 Leader。',
  following: '{pidName} 成为 Follower。跟随谁，这一行没有写。',
  leading: '{pidName} 成为 Leader：它数到了过半的选票。',
  observing: '{pidName} 成为 Observer。',
  candidate: '{pidName} 开始选举并提名自己，自己最后的 zxid 是 {zxid}。',
  voted:
    '{pidName} 投给{leaderName, select, none {空} other { {leaderName}}}：zxid {zxid}，epoch {epoch}，第 {round} 轮。何时发给其他服务器，日志没有记录。',
  heard:
    '{pidName} 收到 {fromName}（{state}）的选票：投给{leaderName, select, none {空} other { {leaderName}}}，zxid {zxid}，epoch {epoch}，第 {round} 轮。',
  waits: '{pidName} 有一阵没收到选票，重新发送自己的选票，之后等待 {ms} ms。',
  'election-took': '{pidName} 记录这次选举用了 {ms} ms。',
  phase:
    '{pidName} 进入{phase, select, DISCOVERY {发现阶段} SYNCHRONIZATION {同步阶段} BROADCAST {广播阶段，开始服务} other {{phase}}}{how, select, DIFF {（DIFF）} SNAP {（SNAP）} TRUNC {（TRUNC）} other {}}。',
  'learner-came':
    '{fromName} 作为{observer, select, true { Observer } other { Follower }}连到了 {pidName}。',
  'learner-left':
    '{pidName} 失去了{learnerName, select, none {一个 Learner} other { Learner {learnerName}}}。',
  synchronizing:
    '{pidName} 比较：{learnerName} 最后的 zxid 是 {peerLast}，自己内存中已提交的事务从 {min} 到 {max}。',
  'sync-sent':
    '{pidName} 向{learnerName, select, none {一个 Learner} other { {learnerName} }}发送 {how}{zxid, select, none {} other { {zxid}}}。',
  'sync-got': '{pidName} 从 Leader 收到 {how}{zxid, select, none {} other { {zxid}}}。',
  'new-leader': '{pidName} 收到 NEWLEADER。',
  'new-leader-acked': '{pidName} 收到 {fromName} 对 NEWLEADER 的 ACK。',
  'up-to-date': '{pidName} 收到 UPTODATE，开始服务。',
  'leader-established':
    '{pidName} 成为 epoch {epoch} 的 Leader：{sids, select, none {过半的服务器} other {{sids}}} 已确认。',
  proposal: '{pidName} 收到提案 {zxid}。',
  'log-begun': '{pidName} 新建日志文件，从 {zxid} 开始。',
  'fsync-slow': '{pidName} 的磁盘一次 fsync 用了 {ms} ms。',
  'leader-stops': '{pidName} 不再担任 Leader{reason, select, none {} other {：“{reason}”}}。',
  'learner-stops': '{pidName} 放弃了它的 Leader{reason, select, none {} other {：“{reason}”}}。',
  'connection-broken': '{pidName} 到 {peerName} 的连接断开。',
  'no-channel': '{pidName} 连不上 {peerName}。',
  'session-expired': '{pidName} 让会话 {session} 过期：它已有 {ms} ms 没有动静。',
  'invariant-violated': '同一个 epoch 有两个 Leader：{text}。',
  more: {
    heard: '同样的选票还有 {count} 张。',
    voted: '还有 {count} 次投给同一台。',
  },
};
