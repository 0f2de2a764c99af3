import { broken } from './ensemble.ts';
import type { facts as english } from '../../en/zookeeper/facts.ts';
import type { Texts } from '../../words.ts';
import { byHand } from '../by-hand.ts';

export const facts: Texts<typeof english> = {
  ...byHand,
  'disk-lost': '{pidName} 丢了磁盘：日志和快照都没有了。',
  input:
    '{name, select, LINE {在 {pidName} 中输入：{text}} FOUR_LETTER {有人问 {pidName}：{word}。} MOVE {让 {pidName} 改连 S{server}。} TERMINATE_SESSION {让 {pidName} 结束一个会话。} other {手动操作 {pidName}：{name}。}}',
  timer: {
    PREP: '准备下一个请求',
    SYNC: '追加下一个请求',
    FLUSH_DELAY: '不再等更多内容一起刷盘',
    FLUSHED: '放行已写出的请求',
    FINAL: '完成下一个请求',
    COMMIT_STAGE: '按次序放行下一个请求',
    EXPIRY_TICK: '检查到期会话',
    CNXN_TICK: '检查没有会话的连接',
    CONTAINER_TICK: '检查该删的容器节点和 TTL 节点',
    PURGE: '清理旧文件',
    WAKE: '继续执行程序',
    RECONNECT: '尝试下一台服务器',
    CONNECT_TIMEOUT: '放弃这台服务器',
    READ_TIMEOUT: '放弃这个连接',
    CLIENT_PING: '向服务器发 ping',
    READ_ONLY_WAIT: '没有 Leader 也应答读请求',
    RW_SEARCH: '问下一台服务器有没有 Leader',
    RW_ANSWER_TIMEOUT: '不再等那个回答',
  },
  broken: {
    ...broken,
    'Zxids-Increase': '两个事务用了同一个 zxid，或者次序颠倒（Zxids-Increase 被破坏）。',
    'Ephemerals-Owned': '临时节点比它的会话活得更久（Ephemerals-Owned 被破坏）。',
    'Tree-Is-Log': '数据树与日志不一致（Tree-Is-Log 被破坏）。',
    'Restart-Keeps': '服务器重启后数据树变了样（Restart-Keeps 被破坏）。',
    'Acknowledged-Kept': '已经确认的写入丢失了（Acknowledged-Kept 被破坏）。',
    'Replies-In-Order': '应答的次序与请求的次序不同（Replies-In-Order 被破坏）。',
    'Watch-Before-Read': '客户端还没收到通知，就读到了变化（Watch-Before-Read 被破坏）。',
    'Watch-Once': '一次性的监听触发之后仍然存在（Watch-Once 被破坏）。',
    'Parents-Count': '父节点没有为子节点计数（Parents-Count 被破坏）。',
    'Expiry-Not-Before': '会话过早过期（Expiry-Not-Before 被破坏）。',
    'Sequence-Grows': '顺序号重复或倒退（Sequence-Grows 被破坏）。',
  },

  'client-connecting': '{pidName} 新建一个句柄，开始找服务器，希望会话超时为 {timeoutMs} 毫秒。',
  'client-connected':
    '{pidName} 连上了，会话为 {session}，超时 {timeoutMs} 毫秒{watches, plural, =0 {} other {；原有的 # 个监听会重新注册}}。',
  'client-reads-only':
    '{pidName} 连上了一台没有 Leader 的服务器：只能读，会话为 {session}，超时 {timeoutMs} 毫秒。在此期间它会逐个询问别的服务器有没有 Leader{watches, plural, =0 {} other {；原有的 # 个监听会重新注册}}。',
  'connect-failed':
    '{pidName} 连不上服务器（{reason, select, refused {没有人在监听} unreadable {收到的不是对会话请求的应答} timeout {迟迟没有应答} silence {迟迟没有应答} closed {被服务器拒绝} moved {改连另一台服务器} other {连接断开}}）。随机停顿不到一秒后再试。',
  'client-disconnected':
    '{pidName} 与服务器失去联系：{reason, select, silence {已有三分之二个会话超时没有收到任何字节} closed {服务器关闭了连接} disorder {收到的应答不是该来的那一个} moved {改连另一台服务器} other {连接断开}}。{asked, plural, =0 {} other {还没得到应答的 # 个调用以 ConnectionLoss 告终。}}会话 {session} 还没有结束：只有服务器才能结束它。',
  'client-expired': '{pidName} 从服务器得知会话已经结束：这个句柄作废，新的句柄会是另一个会话。',
  'client-closed': '{pidName} 关闭了自己的会话。',
  'client-auth-failed': '{pidName} 被拒绝：服务器不认识这种认证方式，句柄作废。',
  'client-asks': '{pidName} 发出 {op}{path, select, none {} other { {path}}}。',
  'client-answer':
    '{pidName} 得到 {op}{path, select, none {} other { {path}}} 的结果：{err}{err, select, OK {} ConnectionLoss {，到底做没做，无从得知} other {}}。',
  'watcher-called': '{pidName} 的监听器 {watcher} 被调用：{type} {path}。',

  'server-loaded':
    '{fresh, select, true {{pidName} 的磁盘上什么也没有，从空的数据树开始} other {{pidName} 读入最新的快照，再重放其后的日志，直到 {zxid}；{sessions, plural, =0 {没有已知的会话} other {# 个会话重新获得完整的超时}}}}。开始服务之前先写一份快照。',
  'server-serves': '{pidName} 打开客户端端口，数据树停在 {zxid}。',
  'connection-accepted': '{pidName} 接受来自 {address} 的连接（{clientName}）。',
  'connection-refused': '{pidName} 关闭 {clientName} 从 {address} 新建的连接：{why} 不允许再多。',
  'connection-lost':
    '{pidName} 失去与 {clientName} 的连接（{why, select, silence {太久没有消息} closed {对方关闭} other {断开}}）。{watches, plural, =0 {} other {经它注册的 # 个监听没有了。}}{session, select, 0x0 {它还没有会话。} other {会话 {session} 在过期之前仍然活着。}}',
  'session-asked':
    '{clientName} 希望会话超时为 {wishedMs} 毫秒：{pidName} 给它会话 {session}，超时 {timeoutMs} 毫秒{local, select, true {，别的服务器都不知道这个会话} other {，并写成一个事务}}。',
  'session-resumed':
    '{clientName} 及时回来了：{pidName} 认得会话 {session}，重新给它 {timeoutMs} 毫秒。',
  'session-unknown': '{clientName} 想继续会话 {session}，但 {pidName} 已经不认得它：会话过期了。',
  'client-ahead':
    '{clientName} 已见过 {seen}，而 {pidName} 只到 {own}：服务器挂断，免得客户端读到更旧的数据。',
  'client-wants-leader':
    '{pidName} 没有 Leader，而 {clientName} 不接受只读：它不作应答，直接挂断。',
  'session-needs-leader':
    '{pidName} 没有 Leader，而 {clientName} 的会话 {session} 是全局会话，只有 Leader 才能确认：它不作应答，直接挂断。',
  'write-needs-leader':
    '{pidName} 没有 Leader：{clientName} 的 {op}{path, select, none {} other { {path}}} 以 NotReadOnly 被拒绝。',
  'session-terminated':
    '运维人员通过 JMX（terminateSession）下令，不管 {clientName} 正在做什么，{pidName} 都用一个事务结束它的会话 {session}。',
  'session-not-here':
    '有人要 {pidName} 通过 JMX 结束一个会话，但它没有那个客户端的连接：只有客户端连着的服务器才有。',
  'session-expires':
    '会话 {session} 已有 {timeoutMs} 毫秒没有消息，所在的 tick 也到点了：{local, select, true {{pidName} 不再记着它，别的服务器本来就不知道它} other {{pidName} 用一个事务关闭它。事务应用之前，什么也不会删除}}。',
  'session-opened':
    '会话 {session} 从 {zxid} 起存在，超时 {timeoutMs} 毫秒{clientName, select, none {} other {：{pidName} 告知 {clientName}}}。',
  'session-closed':
    '会话 {session} 随 {zxid} 结束{ephemerals, plural, =0 {} other {，它的 # 个临时节点一并删除}}。',
  'local-session-opened':
    '{clientName, select, none {} other {{clientName} 的}}会话 {session} 已建立，超时 {timeoutMs} 毫秒，别的服务器都不知道它：不需要事务。',
  'local-session-upgraded':
    '会话 {session} 要拥有临时节点，而只有 {pidName} 知道它：先用一个事务把它升级为全局会话。',
  'local-session-closed': '会话 {session} 结束；别的服务器本来就不知道它。',
  'auth-added': '{clientName} 用 {scheme} 表明了身份：此后这个连接也算作那个身份。',
  'auth-refused': '{clientName} 用的认证方式 {scheme}，{pidName} 不认识：拒绝并断开。',
  'frame-too-large':
    '会话 {session} 的 {op} 请求有 {size} 字节，超过 jute.maxbuffer（{limit}）：{pidName} 不作应答，直接关闭连接。',
  'request-late': '会话 {session} 的 {op} 来得太晚：会话已经结束。',

  'request-read':
    '{pidName} 读到 {clientName} 的 {op}{path, select, none {} other { {path}}}，放进 {learner, select, true {Commit 的队列，等候轮到它} other {Prep 的队列}}。',
  'write-prepared':
    'Prep 把 {op}{path, select, none {} other { {path}}} 变成事务 {zxid}：检查时连同排在它前面、尚未应用的事务一起考虑。',
  'write-refused':
    'Prep 拒绝 {op}{path, select, none {} other { {path}}}：{err}。它照样占用一个 zxid：{zxid}。',
  'read-passed': 'Prep 放行 {op}{path, select, none {} other { {path}}}：读请求只要会话还活着。',
  'txn-appended': '{zxid} 已追加到日志，但还没有落盘。',
  'log-flushed':
    '一次同步让{txns, plural, =1 {事务 {from} } other { # 个事务（{from} 到 {to}）}}落盘：这才算数。',
  'fsync-slow':
    '{pidName} 的磁盘同步用了 {ms} ms，其间后面的请求都没有得到应答。它的日志写道：{said}',
  'txn-applied':
    '{zxid} 已应用：{op, select, error {被拒绝的写} other {{op}}}{path, select, none {} other { {path}}}{err, select, OK {} other { 什么也没有改变（{err}）}}。{clientName, select, none {} other {现在应答 {clientName}。}}',
  'read-answered':
    '{pidName} 用停在 {zxid} 的数据树应答 {clientName} 的 {op}{path, select, none {} other { {path}}}：{err}。',
  'watch-fired':
    '{clientName} 的监听触发：{type} {path}（因 {zxid}）。通知先发出，之后的应答才可能让人看到这个变化。',
  'containers-reaped':
    '{count, plural, =1 {{first} 已空或已到时限} other {# 个节点已空或已到时限（第一个是 {first}）}}：{pidName} 用事务删除。',
  'snapshot-begun':
    '距上次快照的事务已经够多：把停在 {zxid} 的数据树写出去，工作照常进行，日志换新文件。',
  'snapshot-written': '{zxid} 的快照已落盘：重启就从这里开始。',
  'word-answered':
    '有人在客户端端口问 {pidName}：{word}；它答：{first}{more, select, true {……} other {}}',
  'files-purged': '{pidName} 清理重启用不到的文件：{snapshots} 份快照、{files} 个日志文件。',

  // 写请求在集群里经过的路
  'request-forwarded':
    '{pidName} 把 {op}{path, select, none {} other { {path}}} 转发给 Leader S{leader}：zxid 只由 Leader 分配。',
  'proposal-sent':
    '{pidName} 提出 {zxid}（{op}）{to, select, none {} other {，放进发往 {to} 的队列}}。',
  'ack-counted':
    'S{by} 已让 {zxid} 落盘。至此有 {acks}；{needed, plural, =0 {够不够由分组决定} other {过半是 # 台}}。',
  'ack-late': 'S{by} 也已让 {zxid} 落盘。它早已提交：这个 ACK 不再改变什么。',
  'commit-sent':
    '{acks} 已让 {zxid} 落盘，{needed, plural, =0 {按分组已经足够} other {过半是 # 台}}：{pidName} 提交它{to, select, none {} other {，并通知 {to}}}{observers, select, none {} other {；这时才发给 {observers}}}。',
  'commit-heard':
    '{how, select, INFORM {{pidName} 直到 {zxid} 提交才得知它。} other {{pidName} 得知 {zxid} 已提交，便应用它。}}',
  'read-only-begins':
    '{pidName} 找 Leader 已经找了够久：它用停在 {zxid} 的数据树应答读请求，只服务接受只读的客户端。',
  'read-only-ends': '{pidName} 不再应答读请求：它的选举结束了。',
  'sync-passed':
    '{behind, select, none {{pidName} 没有未提交的提案：S{learner} 的 sync 可以继续。} other {{behind} 已提交：{pidName} 让等它的 sync 在 S{learner} 继续。}}',
  more: {
    started: '{count, plural, other {同时启动的还有 # 个。}}',
    'watch-fired': '{count, plural, other {又触发 # 个监听。}}',
    'watcher-called': '{count, plural, other {又回调 # 个监听器。}}',
  },
};
