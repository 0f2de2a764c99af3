/** What learners believe of stores that are cut in two, and of generals, by name. */
export const ofLimits: Readonly<Record<string, Readonly<Record<'en' | 'zh-CN', string>>>> = {
  'cut-is-known': {
    en: 'You let a server know of a cut at once.',
    'zh-CN': '你以为服务器立刻知道断网。',
  },
  'reads-ask-all': {
    en: 'You let a read ask the other servers.',
    'zh-CN': '你以为读会去问别的服务器。',
  },
  'reads-wait-for-others': {
    en: 'You let a read wait for others.',
    'zh-CN': '你以为读要等别的服务器。',
  },
  'reads-wait-for-nobody': {
    en: 'You let a read do without a majority.',
    'zh-CN': '你以为读不需要多数派。',
  },
  'minority-may-write': { en: 'You let a minority act.', 'zh-CN': '你让少数派也能做事。' },
  'refusal-is-silence': {
    en: 'You took a refusal for silence.',
    'zh-CN': '你把拒绝当成了没有应答。',
  },
  'refusal-is-open': {
    en: 'You took what was refused for an open question.',
    'zh-CN': '你把被拒绝当成了结果不明。',
  },
  'acknowledged-is-kept': {
    en: 'You took every OK for lasting.',
    'zh-CN': '你以为得到 OK 就不会丢。',
  },
  'one-conflict-only': {
    en: 'You stopped at the first conflict.',
    'zh-CN': '你只看了第一次冲突。',
  },
  'stores-report-conflicts': {
    en: 'You let a store tell of a conflict.',
    'zh-CN': '你以为存储会报告冲突。',
  },
  'sender-knows': {
    en: 'You let a sender know what became of its message.',
    'zh-CN': '你以为发送方知道消息的下落。',
  },
  'silence-is-heard': {
    en: 'You let somebody miss what it does not wait for.',
    'zh-CN': '你以为没等的人也会发觉少了消息。',
  },
  'last-is-the-problem': {
    en: 'You left one out, and another one became the last.',
    'zh-CN': '你去掉一个，另一个就成了最后一个。',
  },
  'enough-is-certain': {
    en: 'You took some confirmations for certainty.',
    'zh-CN': '你以为确认几次就确定了。',
  },
  'more-is-certain': {
    en: 'You took unlikely for impossible.',
    'zh-CN': '你把不大可能当成了不可能。',
  },
  'two-words-prove': {
    en: 'You took one word against another for a proof.',
    'zh-CN': '你把各执一词当成了证据。',
  },
  'seen-from-above': {
    en: 'You judged by what it cannot see.',
    'zh-CN': '你凭它看不到的东西作了判断。',
  },
  'contradiction-is-noise': {
    en: 'You took a lie for a mistake on the way.',
    'zh-CN': '你把谎话当成了传错。',
  },
  'rule-mixed-up': {
    en: 'You took one world for the other.',
    'zh-CN': '你把两个世界弄反了。',
  },
  'rule-replaces-knowledge': {
    en: 'You let a rule make up for what is not known.',
    'zh-CN': '你让规则代替了不知道的事。',
  },
  'one-lie-outweighs': {
    en: 'You let one voice weigh more than two.',
    'zh-CN': '你让一票胜过了两票。',
  },
  'commander-can-part': {
    en: 'You let a lying commander part those who compare notes.',
    'zh-CN': '你以为大家对过之后，司令还能挑拨。',
  },
  'rounds-are-spare': {
    en: 'You left out a round of questions.',
    'zh-CN': '你以为少问一轮也行。',
  },
  'only-a-loyal-order': {
    en: 'You looked at loyal commanders alone.',
    'zh-CN': '你只看了司令忠诚的情形。',
  },
  'liars-stop-all': {
    en: 'You let liars decide for everybody.',
    'zh-CN': '你让说谎者替大家作了主。',
  },
  'signature-is-truth': {
    en: 'You took a signature for the truth.',
    'zh-CN': '你把签名当成了真话。',
  },
  'first-order-counts': {
    en: 'You let the order that came first count.',
    'zh-CN': '你以先到的命令为准。',
  },
  'still-one-word': {
    en: 'You took a signed word for hearsay.',
    'zh-CN': '你把签了名的当成了传言。',
  },
  'proof-spreads': {
    en: 'You let a proof spread without a message.',
    'zh-CN': '你以为证据不用消息也会传开。',
  },
};
