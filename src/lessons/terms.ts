/**
 * What else somebody may look for in a lesson besides its title and line, in both languages: the words
 * of the field that it explains. Searched whatever the language of the page.
 */
export const terms: Readonly<Record<string, Readonly<Record<'en' | 'zh-CN', string>>>> = {
  'did-it-happen': {
    en: 'rpc retry timeout lost reply idempotent duplicate at least once at most once',
    'zh-CN': '超时 重试 丢失 应答 幂等 重复 至少一次 至多一次 客户端 服务器',
  },
  'znode-tree': {
    en: 'znode ephemeral node persistent sequential container session stat version zxid data children',
    'zh-CN': '临时节点 持久节点 顺序节点 容器节点 会话 版本 数据 子节点',
  },
  'compare-version': {
    en: 'version conditional update compare and set cas optimistic lock lost update set delete badversion stat',
    'zh-CN': '版本 条件更新 比较并设置 乐观锁 更新丢失 并发 写入 删除',
  },
  'push-the-bell': {
    en: 'watch watcher notification event publish subscribe configuration get data',
    'zh-CN': '监听 通知 事件 发布 订阅 配置 数据',
  },
  'watch-fires-once': {
    en: 'watch watcher one-time trigger persistent watch addWatch notification version lost update children list NodeChildrenChanged',
    'zh-CN': '监听 一次性 持久监听 通知 版本 漏掉 子节点 列表 NodeChildrenChanged',
  },
  'what-a-session-is': {
    en: 'ephemeral node timeout expired disconnected heartbeat ping connection reconnect',
    'zh-CN': '会话 临时节点 超时 过期 断开 心跳 连接 重连 客户端',
  },
  majorities: {
    en: 'quorum fault tolerance ensemble size split brain even number overlap vote',
    'zh-CN': '法定人数 过半 多数派 容错 集群规模 脑裂 偶数 相交 选票',
  },
  'first-start': {
    en: 'leader election vote quorum majority follower LOOKING LEADING FOLLOWING server id sid start',
    'zh-CN': '选举 选票 投票 法定人数 过半 服务器编号 服务器ID 启动 Leader Follower',
  },
  'after-a-crash': {
    en: 'leader election vote quorum failover crash kill recovery newest log zxid epoch server id sid',
    'zh-CN': '选举 选票 投票 法定人数 宕机 崩溃 恢复 最新日志 服务器编号 Leader',
  },
  'late-joiner': {
    en: 'leader election vote follower join restart synchronise DIFF TRUNC SNAP server id sid',
    'zh-CN': '选举 选票 投票 加入 重启 同步 服务器编号 Leader Follower',
  },
  'epoch-decides': {
    en: 'leader election vote epoch currentEpoch peerEpoch zxid uncommitted TRUNC term raft',
    'zh-CN': '选举 选票 epoch 任期 zxid 未提交 截断 Leader',
  },
  'paxos-case-1': {
    en: 'consensus quorum majority ballot prepare promise accept proposer acceptor learner chosen two phases',
    'zh-CN': '共识 法定人数 过半 提案编号 准备 承诺 接受 提案者 接受者 选定 两个阶段',
  },
  'paxos-case-2': {
    en: 'consensus quorum ballot promise accepted value safety proposer acceptor bug',
    'zh-CN': '共识 法定人数 提案编号 承诺 已接受的值 安全性 提案者 接受者',
  },
  'paxos-case-3': {
    en: 'livelock duel liveness termination FLP ballot proposer',
    'zh-CN': '活锁 对决 活性 终止 提案编号 提案者',
  },
  'livelock-cures': {
    en: 'livelock liveness back-off random wait exponential retry distinguished proposer leader lease takeover',
    'zh-CN': '活锁 活性 随机退避 指数退避 重试 领导者 Leader 租约 接任',
  },
  'minority-value': {
    en: 'quorum minority accepted chosen known learner acceptor crash vote',
    'zh-CN': '法定人数 少数派 接受 选定 学习者 接受者 崩溃 选票',
  },
  'acceptors-write-to-disk': {
    en: 'durable storage fsync crash restart amnesia promise forgotten acceptor quorum vote',
    'zh-CN': '持久化 磁盘 刷盘 崩溃 重启 失忆 承诺 接受者 法定人数 选票',
  },
  'one-write-one-read': {
    en: 'follower forward proposal ack commit quorum majority stale sync observer snapshot log',
    'zh-CN': '写请求 读请求 转发 提案 过半 提交 旧数据 队列 快照 日志 启动',
  },
  'how-old-is-a-read': {
    en: 'stale sync consistency linearizable sequential local session guarantee monotonic',
    'zh-CN': '旧数据 读 同步 一致性 线性一致 顺序一致 会话 读己之写 单调读',
  },
  'proposal-nobody-saw': {
    en: 'uncommitted proposal crash TRUNC SNAP DIFF synchronisation rollback epoch connection loss',
    'zh-CN': '未提交 提案 Leader 宕机 截断 同步 回滚 epoch 丢弃 保留 连接丢失',
  },
  'acknowledged-not-announced': {
    en: 'recovery discovery synchronisation phases FOLLOWERINFO LEADERINFO ACKEPOCH NEWLEADER UPTODATE acceptedEpoch currentEpoch',
    'zh-CN': '恢复 发现 同步 广播 四个阶段 新 Leader epoch 追平 已提交',
  },
  'break-zab': {
    en: 'invariants quorum fsync epoch fencing FIFO ZOOKEEPER-4643 counterexample mutant safety',
    'zh-CN': '不变式 弄坏 规则 过半 刷盘 epoch 防护 先进先出 截断 反例 安全性',
  },
  'leader-that-slept': {
    en: 'zombie garbage collection GC split brain epoch fencing syncLimit quorum stale read partition',
    'zh-CN': '僵尸 Leader 停顿 垃圾回收 GC 脑裂 epoch 防护 失去多数 旧数据 两个 Leader 分区',
  },
  'half-a-partition': {
    en: 'partial network asymmetric flapping split brain quorum leader LOOKING raft term prevote',
    'zh-CN': '部分分区 网络分区 链路 单向 不对称 抖动 时断时续 脑裂 法定人数 过半 任期',
  },
  'what-majorities-cost': {
    en: 'quorum majority messages latency INFORM read scaling ensemble size 3 5',
    'zh-CN': '过半 法定人数 代价 消息数 延迟 Observer 读扩展 集群规模',
  },
  'read-write-split': {
    en: 'read write separation scale out oversell compare and set version queue meter throughput',
    'zh-CN': '读写分离 扩展 读服务器 写服务器 超卖 条件写 版本 队列 吞吐',
  },
  'master-and-standby': {
    en: 'leader election recipe ephemeral node watch failover session timeout fencing token czxid split brain GC pause',
    'zh-CN': '主备 选主 临时节点 监听 故障切换 会话超时 防护令牌 czxid 脑裂 停顿',
  },
  'queue-for-the-lock': {
    en: 'fair lock herd effect sequential node watch',
    'zh-CN': '公平锁 羊群效应 顺序节点 监听',
  },
  'thundering-herd': {
    en: 'herd effect exclusive lock fairness',
    'zh-CN': '羊群效应 惊群 排它锁 公平',
  },
  'readers-and-writers': {
    en: 'shared lock read write',
    'zh-CN': '共享锁 读写锁 读者 写者',
  },
  'create-without-answer': {
    en: 'ConnectionLoss connection retry guid idempotent',
    'zh-CN': '连接丢失 重试 guid 幂等',
  },
  'service-discovery': {
    en: 'service registry discovery consumer cache load balancing',
    'zh-CN': '服务注册 服务发现 缓存 负载均衡',
  },
  'who-is-master': {
    en: 'leader election standby database heartbeat lease',
    'zh-CN': '选主 主备 数据库 心跳 租约',
  },
  'two-owners': {
    en: 'fencing token lease redlock pause',
    'zh-CN': '防护令牌 租约 停顿 时钟',
  },
  'cap-choose': {
    en: 'partition consistency availability linearizable stale read lost update quorum eventual',
    'zh-CN': 'CAP 网络分区 一致性 可用性 线性一致 陈旧读 丢失更新 最终一致',
  },
  'two-generals': {
    en: 'coordinated attack common knowledge messenger acknowledgement unreliable link',
    'zh-CN': '两军问题 共同知识 信使 确认 不可靠链路',
  },
  'three-generals': {
    en: 'Byzantine fault oral messages OM(1) IC1 IC2 impossibility 3m + 1 traitor',
    'zh-CN': '拜占庭将军 口头消息 OM(1) IC1 IC2 不可能性 3m + 1 叛徒',
  },
  'seven-generals': {
    en: 'Byzantine fault tolerance OM(m) SM(m) signed messages PBFT recursion',
    'zh-CN': '拜占庭容错 OM(m) SM(m) 签名消息 PBFT 递归',
  },
};
