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
};
