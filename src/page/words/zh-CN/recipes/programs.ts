import type { Words } from '../../words.ts';

/** 配方的类别。 */
export const family: Words['recipes']['family'] = {
  locks: '锁',
  masters: 'Master 与作业',
  sharing: '配置、命名、成员',
  together: '协同',
  services: '服务',
  outside: 'ZooKeeper 之外',
};

/** 可选的配方，各用一句话说明。 */
export const recipe: Words['recipes']['recipe'] = {
  'fair-lock': {
    name: '锁：排队',
    text: '每个客户端创建一个顺序节点，只监听排在自己前面的那个。顺序号最小者持有锁。',
  },
  'exclusive-lock': {
    name: '锁：单个节点',
    text: '谁创建成功谁持有锁；其余都监听它，节点一删除就全部被唤醒。',
  },
  'parent-lock': {
    name: '锁：排队，都监听父节点',
    text: '同样是顺序节点，但大家监听整个目录：每次释放都唤醒所有等待者。',
  },
  'shared-lock': {
    name: '锁：读写锁',
    text: '读者可同时持有。写者等排在前面的全部释放，也不让后来者插队。',
  },
  semaphore: { name: '信号量', text: '最多允许若干个同时持有：顺序号最小的那几个。' },
  'reentrant-lock': {
    name: '锁：可重入',
    text: '持有者可以再次获取。次数记在客户端里，不发任何消息。',
  },
  'timed-lock': { name: '锁：限时等待', text: '等够时间还没轮到，就删掉自己的节点离开队列。' },
  'guarded-lock': {
    name: '锁：写入时校验',
    text: '持有者做完工作，带着自己节点的 zxid 写入；一旦被拒绝，就知道自己已不再持有锁。',
  },
  turns: {
    name: '锁：轮流',
    text: '一轮结束立刻创建下一个节点，不管下一轮还需不需要。',
  },
  'fenced-lock': {
    name: '锁：带令牌',
    text: '持有者写入时带上自己的顺序号，存储拒绝比见过的更小的号。',
  },
  registry: {
    name: '服务注册中心',
    text: '提供者注册临时节点；消费者保存列表并监听，调用时不经过注册中心。',
  },
  'by-chance': { name: '注册中心：随机', text: '同上，但每次调用随机选一个提供者。' },
  'least-visited': {
    name: '注册中心：访问最少者',
    text: '同上，但每次调用选自己访问最少的提供者。',
  },
  weighted: {
    name: '注册中心：按权重',
    text: '同上，但名字在权重列表里出现几次，就按几份调用：这里第一个提供者占两份。',
  },
  'shared-visits': {
    name: '注册中心：计数存在 ZooKeeper',
    text: '仍选访问最少者，但计数由所有消费者共享：每次调用都是一次写入，被别人抢先就重来。',
  },
  'fixed-list': { name: '固定列表', text: '地址写在文件里，提供者宕机后地址还在里面。' },
  'redis-lock': {
    name: 'Redis 式的锁',
    text: '键不存在时才能写入，到时自动过期。等待者一遍遍地来问。',
  },
  'redis-renewed': { name: 'Redis 式的锁：续期', text: '持有者一边工作一边给键续期。' },
  'redis-failover': {
    name: 'Redis 式的锁：主从',
    text: '主库宕机后副本接管，锁的键还没复制过来也照样接管。',
  },
  redlock: { name: 'Redlock', text: '在五个存储中的三个写入了键，才算持有锁。' },
  'row-master': {
    name: 'Master：数据库的一行',
    text: '谁插入了这一行谁是 Master。Master 宕机后，行还留在那里。',
  },
  'row-lease': {
    name: 'Master：带心跳的一行',
    text: 'Master 不断更新自己的行；太旧的行会被别人接管。',
  },
  'master-queue': {
    name: 'Master：顺序号最小者',
    text: '顺序号最小者为 Master，备机各自监听前一个；另有一个客户端向它们打听。',
  },
  'master-node': {
    name: 'Master：创建成功者',
    text: '谁创建成功谁是 Master；节点消失后，其余再次竞争。',
  },
  'write-server': {
    name: '写服务器与备机',
    text: '顺序号最小者接受全部调用，其余待命。调用者监听列表，它一消失就转向下一个。',
  },
  job: {
    name: '多个作业只运行一个',
    text: '几个相同的作业，只有创建了节点的那个运行；它完成后开始新一轮争抢。',
  },
  config: { name: '配置：推铃拉数据', text: '数据一变就通知所有监听者，各自再来读取。' },
  polling: { name: '配置：轮询', text: '不管变没变，都一遍遍地来问。' },
  ids: { name: '唯一 ID', text: '顺序节点：每个 ID 只发一次。' },
  'versioned-counter': {
    name: '用版本号做计数器',
    text: '读出数值再写入下一个；期间有人写过，就重来。',
  },
  members: { name: '集群成员', text: '每个成员有一个随会话存亡的节点；监控者监听列表。' },
  barrier: { name: '屏障', text: '节点还在，谁也过不去。' },
  'double-barrier': { name: '双重屏障', text: '到齐了才开始，都做完才离开。' },
  'work-queue': { name: '队列', text: '生产者放入顺序节点；谁先删掉一项，这一项就归谁。' },
  'lost-items': {
    name: '临时节点的队列',
    text: '元素随生产者的会话一起消失，还没人取走的也一样。',
  },
  tasks: { name: '任务与状态', text: '派发者把任务写成节点，再监听表示完成的节点。' },
  commit: { name: '两阶段提交', text: '各站点写下投票；协调者统计后写下决定。' },
};

/** 内置程序的名字。 */
export const programs: Words['recipes']['programs'] = {
  'exclusive-lock': '锁，单个节点',
  'fair-lock': '锁，排队',
  'parent-lock': '锁，都监听父节点',
  turns: '轮流',
  'reentrant-lock': '可重入锁',
  'timed-lock': '限时等待的锁',
  'guarded-lock': '写入时校验的锁',
  'shared-read': '读者',
  'shared-write': '写者',
  semaphore: '信号量',
  'master-node': 'Master，创建成功者',
  'master-queue': 'Master，顺序号最小者',
  'master-follower': '向 Master 打听',
  job: '作业',
  publisher: '发布者',
  subscriber: '订阅者',
  poller: '轮询者',
  'fresh-reader': '先 sync 再读',
  'versioned-counter': '计数器',
  ids: '取 ID',
  member: '成员',
  monitor: '监控者',
  'barrier-waiter': '等在屏障前',
  'barrier-keeper': '守屏障',
  'double-barrier': '双重屏障',
  producer: '生产者',
  'ephemeral-producer': '生产者，临时节点',
  consumer: '消费者',
  'task-giver': '派发任务',
  'task-worker': '执行任务',
  coordinator: '协调者',
  site: '站点',
  'row-master': 'Master，一行',
  'row-lease': 'Master，带心跳的一行',
  'redis-lock': 'Redis 式的锁',
  'redis-renewed': 'Redis 式的锁，续期',
  redlock: 'Redlock',
  'redis-failover': 'Redis 式的锁，两个存储',
  'fenced-lock': '带令牌的锁',
  provider: '提供者',
  unregistered: '不注册的提供者',
  'consumer-in-turn': '消费者，轮流',
  'consumer-by-chance': '消费者，随机',
  'consumer-least': '消费者，访问最少',
  'consumer-shared': '消费者，共享计数',
  'consumer-weighted': '消费者，按权重',
  'fixed-caller': '用固定列表的调用者',
  'master-caller': '调用 Master',
};
