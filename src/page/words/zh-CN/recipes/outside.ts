/** ZooKeeper 之外的进程：每条规则一句话，检视面板里的词，以及状态机的事件与条件。 */
export const outsideFacts = {
  'client-asks-outside': '{pidName} 向 {toName} 发出请求：{op}。',
  'client-told':
    '{pidName} 收到 {toName} 对 {op} 的答复：{err, select, OK {OK{value, select, none {} other {，{value}}}} Refused {被拒，那里没有进程在监听，什么也没做} Lost {连接断了，到底做没做，无从得知} Timeout {超时未答，到底做没做，无从得知} StaleToken {被拒，令牌 {value} 已经写过，自己的令牌更小} DuplicateKey {主键冲突，这一行属于 {value}} NoRow {没有符合条件的行} NotSet {键不满足条件} ReadOnly {副本不接受写入} other {{err}}}。',
  'storage-wrote':
    '{pidName} 接受 {fromName} 写入的 {value}{token, select, none {} other {，令牌为 {token}}}。',
  'storage-refused':
    '{pidName} 拒绝 {fromName} 写入 {value}：{token, select, none {没有带令牌} other {令牌 {token} 小于已经写过的 {greatest}}}。',
  'row-inserted': '{pidName} 中还没有 {id} 这一行：{fromName} 插入成功，归 {owner} 所有。',
  'row-beat': '{pidName} 记下：{id} 这一行的主人 {owner} 刚刚发来心跳。',
  'row-taken-over':
    '{id} 这一行里 {before} 的心跳太旧：{owner} 用一条语句把它接管过来，任期变为 {term}。',
  'row-deleted': '{owner} 删除自己的行 {id}：谁先插入，就归谁。',
  'row-unchanged':
    '{fromName} 的语句没有改动 {pidName}：{err, select, DuplicateKey {{id} 这一行已经存在，主键不允许第二行} other {没有符合条件的行 {id}}}。',
  'key-set':
    '{pidName} 为 {fromName} 把 {key} 设为 {value}{ms, select, none {} other {，按自己的时钟保留 {ms} ms}}。',
  'key-expired': '按 {pidName} 的时钟，{key} 已经到期：{value} 没有了。',
  'key-deleted': '{pidName} 应 {fromName} 的要求删除 {key}，原来的值是 {value}。',
  'key-extended': '{pidName} 为 {fromName} 把 {key} 续期：从现在起 {ms} ms。',
  'key-unchanged':
    '{pidName} 没有改动 {key}：{op, select, set {它已经存在} other {它的值与 {fromName} 给出的不同}}。',
  'replica-follows': '{pidName} 已经复制了 {masterName} 的全部键，此后的改动也会陆续收到。',
  'replica-alone': '{pidName} 失去了主库 {masterName}：此刻还没传过来的，再也不会有了。',
  'replica-promoted': '{pidName} 从现在起是主库，手上有 {keys} 个键。',
  'provider-answered': '{pidName} 应答一次调用，共 {count} 次。',
} as const;

export const outsideTimers = {
  REDIS_CRON: '查找到期的键',
  DIAL_MASTER: '再次连接主库',
  PROMOTE: '自己升为主库',
  WORKED: '处理完这次调用',
  ASK_TIMEOUT: '放弃发出的请求',
} as const;

export const outsidePanels = {
  section: { storage: '存储', table: '数据库表', redis: '键值库', service: '调用' },
  row: {
    value: '值',
    fencing: '比较令牌',
    greatestToken: '最大的令牌',
    refusedWrites: '拒绝的写入',
    row: '行：主人、任期、最近心跳（ms）',
    statements: '语句数',
    withoutRows: '其中落空的',
    role: '角色',
    key: '键：值、到期（ms）',
    replicas: '副本数',
    commands: '命令数',
    vainSets: '落空的 SET NX',
    asks: '请求',
    answered: '已应答的调用',
    waitingCalls: '排队的调用',
  },
} as const;

export const outsideMachine = {
  name: {
    asking: '对外的连接',
    storage: '存储',
    table: '数据库表',
    redis: '键值库',
    provider: '服务提供者',
  },
  event: {
    OUTSIDE_REQUEST: '请求',
    OUTSIDE_REPLY: '答复',
    KEPT: '已落盘',
    ASK_TIMEOUT: '超时未答',
    REDIS_CRON: '该查到期的键了',
    FOLLOW: '来了一个副本',
    COPY: '主库的全部键',
    CHANGED: '主库的键有改动',
    DIAL_MASTER: '该再连主库了',
    PROMOTE: '升为主库',
    WORKED: '调用处理完',
  },
  guard: {
    wantsLine: '还没有连接',
    canAsk: '有请求要发',
    isLine: '属于自己的连接',
    isRead: '只是读取',
    isStale: '令牌太小',
    isWrite: '写入',
    isSelect: 'SELECT',
    isDuplicate: '主键已被占用',
    isInsert: 'INSERT',
    isOwnersBeat: '主人的心跳',
    isStaleOwners: '主人的心跳太旧',
    isOwnersDelete: '主人的 DELETE',
    isStatement: '其他语句',
    isReplica: '是副本',
    isCommand: '是命令',
    isReplicas: '来自副本',
    isMasters: '来自主库',
    isCall: '是调用',
    hasEnded: '进程已结束',
  },
} as const;
