/** What learners believe of servers that replicate, by name. */
export const ofEnsembles: Readonly<Record<string, Readonly<Record<'en' | 'zh-CN', string>>>> = {
  'ack-means-received': { en: 'You took an ACK for received.', 'zh-CN': '你把 ACK 当成了收到。' },
  'any-server-will-do': {
    en: 'You let a server that is behind take over.',
    'zh-CN': '你让落后的服务器接手。',
  },
  'any-server-writes': {
    en: 'You let any server decide a write.',
    'zh-CN': '你让任何一台服务器都能决定写入。',
  },
  'commit-left-out': { en: 'You left out the COMMIT.', 'zh-CN': '你漏算了 COMMIT。' },
  'conflict-fails-both': {
    en: 'You let a conflict fail both.',
    'zh-CN': '你以为冲突会让双方都失败。',
  },
  'copies-differ-first': {
    en: 'You expected the copies to differ at once.',
    'zh-CN': '你以为副本马上就不同。',
  },
  'counter-goes-on': { en: 'You counted on across an epoch.', 'zh-CN': '你跨 epoch 接着计数。' },
  'cutting-is-losing': { en: 'You took cutting for losing.', 'zh-CN': '你把截断当成了丢失。' },
  'disk-is-useless': {
    en: 'You left out what the own disk holds.',
    'zh-CN': '你没有算自己磁盘上的内容。',
  },
  'epoch-is-decoration': {
    en: 'You let two leaders share an epoch.',
    'zh-CN': '你让两个 Leader 共用一个 epoch。',
  },
  'epoch-of-zxid': {
    en: 'You took the epoch from the last zxid.',
    'zh-CN': '你用最后的 zxid 推 epoch。',
  },
  'everybody-tells-everybody': {
    en: 'You let every server ask every other.',
    'zh-CN': '你让每台服务器都去问其他各台。',
  },
  'followers-pass-on': {
    en: 'You let a server follow by way of another.',
    'zh-CN': '你以为可以经由别的服务器跟随 Leader。',
  },
  'leader-decides-alone': {
    en: 'You let the leader decide alone.',
    'zh-CN': '你让 Leader 一台说了算。',
  },
  'leader-must-be-clean': {
    en: 'You wanted a leader without open proposals.',
    'zh-CN': '你要求 Leader 没有未提交的提案。',
  },
  'leader-not-counted': {
    en: 'You left the leader out of the majority.',
    'zh-CN': '你算过半时漏掉了 Leader。',
  },
  'leader-reads-the-past': {
    en: 'You let a leader find out what was committed.',
    'zh-CN': '你以为 Leader 能查出哪些已提交。',
  },
  'leader-takes-clients': {
    en: 'You sent the client to the leader.',
    'zh-CN': '你让客户端自己去找 Leader。',
  },
  'logged-is-done': { en: 'You took logged for done.', 'zh-CN': '你把写进日志当成了完成。' },
  'loss-comes-first': {
    en: 'You looked for the loss, not for what made it possible.',
    'zh-CN': '你看的是丢失，而不是它的起因。',
  },
  'majority-of-hearsay': {
    en: 'You took what others say for the leader’s own word.',
    'zh-CN': '你把别人的转述当成了 Leader 自己的话。',
  },
  'majority-is-enough-work': {
    en: 'You let a majority do all the work.',
    'zh-CN': '你以为只有多数派有活干。',
  },
  'newest-is-enough': {
    en: 'You skipped what lies before the newest.',
    'zh-CN': '你跳过了最新之前的内容。',
  },
  'observers-copy-later': {
    en: 'You let observers fetch what they miss.',
    'zh-CN': '你以为 Observer 自己来取。',
  },
  'observers-serve-nobody': {
    en: 'You let observers serve nobody.',
    'zh-CN': '你以为 Observer 不接待客户端。',
  },
  'observers-stand-in': {
    en: 'You let an observer stand in for a voter.',
    'zh-CN': '你让 Observer 顶替投票者。',
  },
  'observers-vote': { en: 'You let observers vote.', 'zh-CN': '你让 Observer 投了票。' },
  'ok-means-everywhere': {
    en: 'You took done for known everywhere.',
    'zh-CN': '你以为写入完成就处处可见。',
  },
  'old-leader-knows': {
    en: 'You let a leader know that it no longer leads.',
    'zh-CN': '你以为旧 Leader 知道自己已被取代。',
  },
  'old-leader-rolls-back': {
    en: 'You let every old leader roll back.',
    'zh-CN': '你以为旧 Leader 回来一定要回滚。',
  },
  'old-master-knows': { en: 'You let the old master know.', 'zh-CN': '你以为旧主知道自己不是了。' },
  'only-the-writer-knows': {
    en: 'You let only the writer see its write.',
    'zh-CN': '你以为只有写入者看得到。',
  },
  'own-disk-is-enough': { en: 'You trusted the own disk alone.', 'zh-CN': '你只靠自己的磁盘。' },
  'own-write-may-be-late': {
    en: 'You let a client miss its own write.',
    'zh-CN': '你以为客户端会读不到自己的写入。',
  },
  'pause-stops-the-clock': {
    en: 'You let a pause stop the clock of all.',
    'zh-CN': '你以为停顿让所有时间都停住。',
  },
  'quorum-is-fixed': {
    en: 'You let a majority be the same for any size.',
    'zh-CN': '你以为过半的台数与规模无关。',
  },
  'read-waits': { en: 'You let a read wait for others.', 'zh-CN': '你以为读会等别的服务器。' },
  'reads-are-ordered': { en: 'You put the reads in order, too.', 'zh-CN': '你把读也拿来排序。' },
  'reads-ask-the-leader': {
    en: 'You let a read ask the leader.',
    'zh-CN': '你以为读要问 Leader。',
  },
  'server-owns-the-node': {
    en: 'You let a server own a node.',
    'zh-CN': '你以为节点归某台服务器。',
  },
  'sessions-are-free': { en: 'You took a session for free.', 'zh-CN': '你以为会话没有代价。' },
  'silence-is-noticed': {
    en: 'You expected a pause to be noticed at once.',
    'zh-CN': '你以为停顿会立刻被察觉。',
  },
  'sync-copies-all': {
    en: 'You expected a sync to copy everything.',
    'zh-CN': '你以为 sync 会复制一切。',
  },
  'sync-is-a-lock': { en: 'You took a sync for a lock.', 'zh-CN': '你把 sync 当成了锁。' },
  'sync-reads': { en: 'You expected data from a sync.', 'zh-CN': '你以为 sync 会带回数据。' },
  'trunc-crosses-epochs': {
    en: 'You let a TRUNC reach across an epoch.',
    'zh-CN': '你让 TRUNC 跨过了 epoch。',
  },
  'uncommitted-survives': {
    en: 'You let an uncommitted write survive anywhere.',
    'zh-CN': '你以为未提交的写入总能留下。',
  },
  'wrong-from-the-start': {
    en: 'You doubted a commit that was right.',
    'zh-CN': '你怀疑了本来没错的提交。',
  },
  'zxids-show-all': {
    en: 'You expected the zxids to show it.',
    'zh-CN': '你以为从 zxid 看得出来。',
  },
};
