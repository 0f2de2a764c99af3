import type { Words } from '../../words.ts';
import { timers, write } from './write.ts';

export const facts: Words['facts']['election'] = {
  started: '服务器 {pid} 启动{keeps, select, nothing {} other {，从磁盘上的内容开始}}。',
  crashed:
    '服务器 {pid} 宕机：内存丢失{keeps, select, nothing {} synced {，尚未同步完的写入也一并丢失} other {，已写出的内容仍会落盘}}；{told, select, true {与它相连的对端立即得知} other {没有任何对端得到通知}}。',
  'crashed-together':
    '{names} 同时宕机：内存全部丢失；{told, select, true {与它们相连的对端立即得知} other {没有任何对端得到通知}}。',
  'power-lost':
    '服务器 {pid} 断电：{keeps, select, nothing {内存丢失} other {内存和尚未同步完的写入全部丢失}}，没有任何对端得到通知。',
  stopped:
    '服务器 {pid} 正常停止：内存丢失{keeps, select, nothing {} synced {，尚未同步完的写入也一并丢失} other {，已写出的内容仍会落盘}}。',
  configured:
    '{running, select, true {服务器 {pid} 的配置文件已写好；它仍按启动时读到的内容运行。} other {服务器 {pid} 的配置文件已写好，启动时才会读取。}}',
  'start-failed':
    '服务器 {pid} 读完配置文件就退出了{line, plural, =0 {} other {，问题在第 # 行}}：{servers, plural, =0 {{said}} other {其中的 # 台服务器会组成集群，而这次运行只有一台。}}',
  paused: '服务器 {pid} 暂停：它停住不动，也不知道时间在流逝。',
  resumed: '服务器 {pid} 恢复运行，停顿期间到达的一切都在等它。',
  'disk-lost': '服务器 {pid} 丢了磁盘：epoch 和事务都没有了。',
  cut: '{oneWay, select, true {服务器 {from} 发往服务器 {to} 的消息不再到达，反方向仍然通。} other {服务器 {from} 与 {to} 之间的链路被切断，双方都不知情。}}',
  mended: '服务器 {a} 与 {b} 之间的链路恢复了。',
  'links-cut': '{count, plural, other {# 条链路}}被切断（{links}），没有人得到通知。',
  'links-mended': '{count, plural, other {# 条链路}}恢复了（{links}）。',
  partitioned:
    '网络被分成 {groups}{oneWay, select, true {，但只断一个方向} other {}}：没有人得到通知。',
  healed: '所有链路都恢复了。',
  reset: '服务器 {a} 与 {b} 之间的连接断开，双方立即察觉。',
  'latency-set': '从现在起，消息的路上时间变了。',
  lossy: '从现在起，消息可能丢失（概率 {loss}）或重复（{duplication}）。',
  'disk-latency': '从现在起，服务器 {pid} 的磁盘同步时间变了。',
  'write-torn': '服务器 {pid} 正在写的内容只有一部分落盘：下次启动读到那里为止。',
  'clock-set':
    '服务器 {pid} 的系统时钟{back, select, true {拨回} other {拨快}} {ms} ms：选举用的是另一个时钟。',
  input: '手动操作服务器 {pid}：{name}。',
  'message-held': '服务器 {from} 发往服务器 {to} 的消息被扣住，它后面的也一样。',
  'message-released': '服务器 {from} 发往服务器 {to} 的消息被放行。',
  'message-delivered-now': '服务器 {from} 发往服务器 {to} 的消息立即送达，它前面的也一并送达。',
  'message-dropped': '服务器 {from} 发往服务器 {to} 的消息丢失。',
  'message-duplicated': '服务器 {from} 发往服务器 {to} 的消息会到达两次。',
  'timer-fired': '服务器 {pid} 的定时器“{timerName}”改为立即到期。',
  'timer-held': '服务器 {pid} 的定时器“{timerName}”被扣住，放行之前不会到期。',
  'timer-released': '服务器 {pid} 的定时器“{timerName}”被放行：按原定时刻到期，若已过则立即到期。',
  'invariant-violated': '不变式 {invariant} 被破坏：{text}',
  timer: {
    NOTIFICATION_TIMEOUT: '重发选票',
    READ_ONLY_WAIT: '没有 Leader 也应答读请求',
    FINALIZE_WAIT: '结束选举',
    ELECTION_CONNECT_TIMEOUT: '放弃建立选举连接',
    CONNECT_TIMEOUT: '放弃连接 Leader',
    CONNECT_RETRY: '再次尝试连接',
    READ_TIMEOUT: '不再等 Leader 的消息',
    OBSERVER_DELAY: '开始寻找 Leader',
    PHASE_TIMEOUT: '放弃这一阶段',
    TICK: '下一个 tick',
    ...timers,
  },
  broken: {
    'E-Order':
      '{pid, select, none {有服务器} other {服务器 {pid}}}在同一轮里改投了更差的选票（E-Order 被破坏）。',
    'E-Quorum':
      '{pid, select, none {有服务器} other {服务器 {pid}}}没有过半的支持就结束了选举（E-Quorum 被破坏）。',
    BetterVoteInBox:
      '{pid, select, none {有服务器} other {服务器 {pid}}}手中还有更好的选票，却定下了较差的（BetterVoteInBox 被破坏）。',
    'E-OneEstablished':
      '同一个 epoch 有了两个 Leader，{pid, select, none {有服务器} other {服务器 {pid}}}是后来的那个（E-OneEstablished 被破坏）。',
    'E-Fresh':
      '{pid, select, none {有服务器} other {服务器 {pid}}}成为 Leader，而它的多数派中有谁的历史更新（E-Fresh 被破坏）。',
    'E-Stable':
      '{pid, select, none {有服务器} other {服务器 {pid}}}与过半的服务器保持着联系，却停止了领导（E-Stable 被破坏）。',
    'Z-Fence':
      '{pid, select, none {有服务器} other {服务器 {pid}}}违背了它对 epoch 的承诺（Z-Fence 被破坏）。',
    'Z-Durable':
      '{pid, select, none {有服务器} other {服务器 {pid}}}成为已确立的 Leader，历史里却缺了已提交的事务（Z-Durable 被破坏）。',
  },

  looking:
    '服务器 {pid} 开始第 {round} 轮选举{candidate, select, none {；它是 Observer，没有选票} other {，投给 {candidate}，带着自己的 zxid {zxid}（epoch {epoch}）}}。',
  'vote-switched':
    '服务器 {pid} 把选票从 {from} 改投 {to}：{by, select, epoch {epoch {heardEpoch} 大于 {ownEpoch}} zxid {epoch 相同，zxid {heardZxid} 大于 {ownZxid}} sid {epoch 和 zxid 都相同，sid 更大} other {收到的选票更好}}。',
  'vote-kept':
    '服务器 {pid} 收到服务器 {heardFrom} 投给 {heardLeader} 的选票，仍投 {ownLeader}：{by, select, epoch {epoch {ownEpoch} 大于 {heardEpoch}} zxid {epoch 相同，zxid {ownZxid} 大于 {heardZxid}} sid {epoch 和 zxid 都相同，sid 更大} equal {两票相同} other {自己的选票更好}}。',
  'round-adopted':
    '服务器 {pid} 得知服务器 {heardFrom} 已在更新的第 {to} 轮：它离开第 {from} 轮，清空收到的选票，改投 {candidate}。',
  'old-round-ignored':
    '服务器 {pid} 不计服务器 {heardFrom} 的选票：那是第 {theirs} 轮的，现在是第 {own} 轮{answered, select, true {，并把这一点告诉服务器 {heardFrom}} other {}}。',
  'quorum-seen':
    '服务器 {pid} 手中有 {votes} 票支持 {candidate}，{needed} 票即过半：再等 {waitMs} 毫秒，看有没有更好的选票。',
  'quorum-reopened':
    '服务器 {pid} 等待时又从服务器 {heardFrom} 收到更好的选票：选举继续，现在支持 {candidate}。',
  'finalize-wait-over':
    '服务器 {pid} 等完了，没有更好的选票：服务器 {candidate} 以 {votes} 票当选。',
  'notification-timeout':
    '服务器 {pid} 什么也没收到：{dialled, select, true {向尚未连上的服务器重新建立连接} other {再发一次选票}}，下次等 {nextMs} 毫秒。',
  'vote-resent': '服务器 {pid} 又能连上服务器 {to}，把现在的选票（投给 {candidate}）发给它。',
  answered:
    '服务器 {pid} 处于 {state}，告诉正在寻找 Leader 的服务器 {to}：Leader 是服务器 {leader}。',
  'answer-noted':
    '服务器 {pid} 从处于 {state} 的服务器 {heardFrom} 得知服务器 {leader} 是 Leader；{missing, select, quorum {目前 {needed} 台中只有 {agreeing} 台这么说} other {Leader 自己还没有这么说}}。',
  'joined-established':
    '服务器 {pid} 不经投票直接加入：{agreeing} 台服务器跟随服务器 {leader}，Leader 自己也这么说。',
  following: '服务器 {pid} 跟随第 {round} 轮选出的服务器 {leader}。',
  observing: '服务器 {pid} 以 Observer 身份跟随第 {round} 轮选出的服务器 {leader}。',
  leading: '服务器 {pid} 在第 {round} 轮当选为 Leader；还要等过半的服务器报到才能开始服务。',

  'leader-connected': '服务器 {pid} 已连上它的 Leader，服务器 {leader}。',
  'leader-refused':
    '服务器 {pid} 连不上服务器 {leader}{gaveUp, select, true {；试了 {tries} 次后放弃} other {，稍后再试}}。',
  'learner-registered':
    '服务器 {learner} 向服务器 {pid} 报到{observer, select, true {（Observer）} other {}}；它承诺过的最新 epoch 是 {acceptedEpoch}。',
  'epoch-proposed': '服务器 {pid} 提出 epoch {epoch}：比过半的服务器（{from}）承诺过的都大。',
  'epoch-accepted': '服务器 {pid} 向服务器 {leader} 承诺 epoch {epoch}；此前承诺的是 {before}。',
  'epoch-repeated':
    '服务器 {pid} 早已承诺过 epoch {epoch}：可以与服务器 {leader} 同步，但不计入过半。',
  'epoch-refused': '服务器 {pid} 拒绝服务器 {leader} 的 epoch {epoch}：它承诺过 {accepted}。',
  'refused-fresher-follower':
    '服务器 {pid} 不接纳服务器 {learner}：对方的 epoch {learnerEpoch}、zxid {learnerZxid} 比 Leader 的 {ownEpoch}、{ownZxid} 更新。',
  'epoch-acknowledged': '服务器 {pid} 的 epoch {epoch} 得到过半服务器（{by}）的确认。',

  'sync-decided':
    '服务器 {learner} 的日志到 {peerLast} 为止，服务器 {pid} 用 {how} 使它与自己的历史一致：{how, select, DIFF {补发缺少的 {txns} 个事务} TRUNC {让它截回到 {zxid}} SNAP {只靠日志不够，发送整棵树} other {{txns} 个事务}}。',
  'sync-received': '服务器 {pid} 已用 {how} 接受服务器 {leader} 的历史；日志到 {zxid} 为止。',
  'history-written': '服务器 {pid} 先把直到 {zxid} 的历史、再把 epoch {epoch} 写进磁盘。',
  'leader-established':
    '服务器 {pid} 确立为 epoch {epoch} 的 Leader：过半的服务器（{by}）有它的历史。',
  serving: '服务器 {pid} 已与 epoch {epoch} 同步，开始为客户端服务。',

  'lost-quorum': '服务器 {pid} 不再领导：与它保持同步的只有 {synced}，需要 {needed} 台。',
  'leader-gave-up':
    '服务器 {pid} 不再领导：过了 {waitedMs} 毫秒，仍没有过半的服务器来完成 {phase}。',
  'leader-timeout':
    '服务器 {pid} 已有 {waitedMs} 毫秒没有收到它的 Leader（服务器 {leader}）的消息，放弃了它。',
  'leader-gone': '服务器 {pid} 与它的 Leader（服务器 {leader}）断开，开始寻找新的 Leader。',
  'learner-gone':
    '服务器 {pid} 失去了服务器 {learner}：{reason, select, silent {太久没有它的消息} slow {它太慢了} reset {连接断开} other {连接已关闭}}。',
  'yielded-to-newcomer':
    '服务器 {pid} 自己工作正常，却让位给投给服务器 {to} 的更大选票：有一条规则被关闭了。',

  'client-write':
    '客户端在服务器 {pid} 写入 {ops, plural, other {# 个事务}}{forwardedTo, select, none {} other {，转交给 Leader（服务器 {forwardedTo}）}}。',
  'client-refused': '服务器 {pid} 拒绝客户端的写入：它没有在服务。',
  ...write,

  'why-leads':
    '{established, select, true {服务器 {pid} 就是 Leader。} other {服务器 {pid} 已当选，但还要等过半的服务器报到才能领导。}}',
  'why-never-started': '服务器 {pid} 从未启动过。',
  'why-down': '服务器 {pid} 没有在运行。',
  'why-paused': '服务器 {pid} 被暂停：什么也做不了。',
  'why-observer': '服务器 {pid} 是 Observer：没有投票权，也不能当选。',
  'why-leader-existed': '服务器 {leader} 已经是 Leader：后来者不会取代已确立的 Leader。',
  'why-better-vote':
    '投给服务器 {leader} 的选票比它自己的好：{by, select, epoch {epoch 更大} zxid {epoch 相同，zxid {theirZxid} 胜过 {ownZxid}} sid {epoch 和 zxid 都相同，sid 更大} other {比较中胜出}}。',
  'why-no-quorum': '只有 {votes} 票与它的一致，需要 {needed} 票。',
  'why-still-looking': '第 {round} 轮选举还没有结束。',
  more: {
    started: '{count, plural, other {同时启动的还有 # 个。}}',
    looking: '{count, plural, other {又有 # 台服务器开始寻找 Leader。}}',
    'vote-switched': '{count, plural, other {{to} 又得 # 票。}}',
    'quorum-seen': '{count, plural, other {又有 # 台服务器数到支持 {candidate} 的过半选票。}}',
    following: '{count, plural, other {又有 # 台服务器跟随服务器 {leader}。}}',
    'leader-gone': '{count, plural, other {又有 # 台服务器失去了它。}}',
    serving: '{count, plural, other {又有 # 台服务器开始服务。}}',
  },
};
