/** What learners believe of programs that share something by way of ZooKeeper, by name. */
export const ofRecipes: Readonly<Record<string, Readonly<Record<'en' | 'zh-CN', string>>>> = {
  'waits-for-the-holder': {
    en: 'You let all wait for the holder.',
    'zh-CN': '你让所有客户端都等持有者。',
  },
  'watches-everybody': { en: 'You watched more than was needed.', 'zh-CN': '你监听得太多了。' },
  'woken-means-next': {
    en: 'You took a notification for your turn.',
    'zh-CN': '你把通知当成了轮到自己。',
  },
  'place-is-lost': { en: 'You let a queue forget a place.', 'zh-CN': '你以为排队的位置会丢。' },
  'holder-is-safe': {
    en: 'You expected somebody to guard the holder.',
    'zh-CN': '你以为有谁替持有者守着锁。',
  },
  'cost-grows-as-square': {
    en: 'You woke everybody each time.',
    'zh-CN': '你每次都唤醒了所有客户端。',
  },
  'waiting-is-free': { en: 'You left out what waiting costs.', 'zh-CN': '你漏算了等待的开销。' },
  'lock-has-a-queue': {
    en: 'You expected a queue where there is none.',
    'zh-CN': '你以为这里有队列。',
  },
  'cost-grows-evenly': {
    en: 'You let each client cost the same.',
    'zh-CN': '你以为每个客户端的开销都一样。',
  },
  'lock-takes-turns': {
    en: 'You let a lock take turns by itself.',
    'zh-CN': '你以为锁会自己轮流。',
  },
  'kinds-do-not-meet': {
    en: 'You let readers and writers meet.',
    'zh-CN': '你让读者和写者同时进去了。',
  },
  'readers-always-share': {
    en: 'You let readers pass a writer that waits.',
    'zh-CN': '你让读者越过了在等的写者。',
  },
  'every-crowd-is-a-herd': {
    en: 'You took many wake-ups for a herd.',
    'zh-CN': '你把唤醒多个当成了羊群效应。',
  },
  'one-at-a-time': {
    en: 'You let one in where several may go.',
    'zh-CN': '多个可以同时进，你只放了一个。',
  },
  'writers-go-first': {
    en: 'You let a kind go before its number.',
    'zh-CN': '你让写者不按序号先走。',
  },
  'library-repeats': {
    en: 'You let the library repeat a request.',
    'zh-CN': '你以为客户端库会重发请求。',
  },
  'error-tells-all': {
    en: 'You took an error for an answer.',
    'zh-CN': '你以为错误能说明做没做。',
  },
  'one-client-one-node': {
    en: 'You expected one node for each client.',
    'zh-CN': '你以为一个客户端只有一个节点。',
  },
  'server-knows-repeats': {
    en: 'You let the server recognise a repeat.',
    'zh-CN': '你以为服务器认得出重复的请求。',
  },
  'repeat-hits-another': {
    en: 'You let a repeat hit somebody else.',
    'zh-CN': '你以为重复操作会误伤别人。',
  },
  'list-knows': { en: 'You let a list learn by itself.', 'zh-CN': '你以为列表自己会更新。' },
  'network-finds-another': {
    en: 'You let a call find another address.',
    'zh-CN': '你以为调用会自己换地址。',
  },
  'registry-is-asked-each-time': {
    en: 'You asked the registry each time.',
    'zh-CN': '你每次调用都去问注册中心。',
  },
  'list-holds-all': {
    en: 'You took a list of names for the data.',
    'zh-CN': '你把名字列表当成了数据。',
  },
  'registry-passes-calls': {
    en: 'You sent the calls through the registry.',
    'zh-CN': '你以为调用要经过注册中心。',
  },
  'reads-all-again': { en: 'You read again what was known.', 'zh-CN': '你把已知的又读了一遍。' },
  'cache-dies-with-session': {
    en: 'You let a copy end with a session.',
    'zh-CN': '你以为副本随会话失效。',
  },
  'counts-do-not-matter': {
    en: 'You left the counts out of the choice.',
    'zh-CN': '你选的时候没看计数。',
  },
  'count-stands-still': { en: 'You let a count stand still.', 'zh-CN': '你以为计数不会变。' },
  'row-dies-with-owner': {
    en: 'You let a row end with its owner.',
    'zh-CN': '你以为行会随主人消失。',
  },
  'table-notices': { en: 'You let a table notice a death.', 'zh-CN': '你以为表能察觉宕机。' },
  'loser-knows': {
    en: 'You let a loser know that it has lost.',
    'zh-CN': '你以为失去锁的一方会知道。',
  },
  'storage-knows-the-lock': {
    en: 'You let a storage know of the lock.',
    'zh-CN': '你以为存储知道有锁。',
  },
  'check-is-enough': {
    en: 'You trusted a look before the write.',
    'zh-CN': '你以为写之前查一下就够了。',
  },
  'key-has-no-owner': { en: 'You forgot who has the key by now.', 'zh-CN': '你忘了键现在是谁的。' },
  'consensus-reaches-all': {
    en: 'You let an agreement reach who is away.',
    'zh-CN': '你以为达成的一致谁都会知道。',
  },
  'older-grant-counts': {
    en: 'You let the older owner count for more.',
    'zh-CN': '你让先来的主人更有效。',
  },
  'majority-remembers': {
    en: 'You trusted a majority that forgets.',
    'zh-CN': '你依靠了会忘事的多数派。',
  },
  'clocks-agree': { en: 'You let all clocks agree.', 'zh-CN': '你以为所有时钟都一致。' },
};
