import { ofEnsembles } from './misconceptions-ensembles.ts';
import { ofLimits } from './misconceptions-limits.ts';
import { ofRecipes } from './misconceptions-recipes.ts';

type Language = 'en' | 'zh-CN';

const all: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ...ofEnsembles,
  ...ofRecipes,
  ...ofLimits,
  'accepted-is-chosen': { en: 'You took accepted for chosen.', 'zh-CN': '你把接受当成了选定。' },
  'acceptor-judges': {
    en: 'You let an acceptor judge more than the number.',
    'zh-CN': '你让接受者去评判提案编号之外的东西。',
  },
  'all-ends-with-client': {
    en: 'You let everything end with its client.',
    'zh-CN': '你让一切都随客户端消失。',
  },
  'all-must': { en: 'You waited for all.', 'zh-CN': '你要等所有成员。' },
  'bells-left-out': { en: 'You left out the notifications.', 'zh-CN': '你漏算了通知。' },
  'both-know-the-same': {
    en: 'You let everybody know the same.',
    'zh-CN': '你以为大家知道的一样多。',
  },
  'client-decides': { en: 'You let the client decide.', 'zh-CN': '你让客户端作主。' },
  'counts-the-living': { en: 'You counted the living.', 'zh-CN': '你只数了活着的。' },
  'crash-erases': { en: 'You let a crash erase the disk.', 'zh-CN': '你以为宕机会抹掉磁盘。' },
  'death-needs-election': {
    en: 'You held an election though the leader lives.',
    'zh-CN': 'Leader 还在，你却重新选举。',
  },
  'deletions-count': { en: 'You counted deletions.', 'zh-CN': '你把删除也数进去了。' },
  'equal-is-enough': { en: 'You let an equal number do.', 'zh-CN': '你以为提案编号相等就够了。' },
  'excludes-itself': {
    en: 'You left out the proposer’s own acceptor.',
    'zh-CN': '你漏掉了提案者自己的接受者。',
  },
  'failed-read-watches': {
    en: 'You let a failed read set a watch.',
    'zh-CN': '你以为失败的读也会注册监听。',
  },
  'first-come': { en: 'You let whoever came first decide.', 'zh-CN': '你让先来的作主。' },
  'half-is-enough': {
    en: 'You mistook half for what a majority is.',
    'zh-CN': '你没有分清一半和多数。',
  },
  'happened-is-known': {
    en: 'You took what happened for what is known.',
    'zh-CN': '你把发生了当成了已得知。',
  },
  'keeps-own': {
    en: 'You let a server keep what it alone has.',
    'zh-CN': '你让一台服务器独留自己的内容。',
  },
  'kind-changes': { en: 'You let a node change its kind.', 'zh-CN': '你以为节点的类型会变。' },
  'kinds-mixed-up': { en: 'You mixed up the kinds of nodes.', 'zh-CN': '你把节点类型弄反了。' },
  'larger-id-wins': { en: 'You let the larger id decide.', 'zh-CN': '你让服务器 ID 大的胜出。' },
  'last-word': { en: 'You let the last one decide.', 'zh-CN': '你让最后来的作主。' },
  'last-write-wins': { en: 'You let the last write win.', 'zh-CN': '你以为后写的总是为准。' },
  'log-flows-back': {
    en: 'You let a follower’s log flow to its leader.',
    'zh-CN': '你让日志从 Follower 流回 Leader。',
  },
  'logs-must-agree': {
    en: 'You asked for equal logs before an election.',
    'zh-CN': '你以为日志一致才能选举。',
  },
  'longer-log-loses': {
    en: 'You let a longer log count against a server.',
    'zh-CN': '你以为日志长反而吃亏。',
  },
  'longer-log-wins': {
    en: 'You let the longer log win at any time.',
    'zh-CN': '你以为日志长的总会胜出。',
  },
  'messages-are-effects': {
    en: 'You counted messages, not what they did.',
    'zh-CN': '你数的是消息，不是效果。',
  },
  'minority-is-dead': {
    en: 'You gave up what a minority holds.',
    'zh-CN': '你放弃了少数派手里的值。',
  },
  'must-end': { en: 'You expected it to end by itself.', 'zh-CN': '你以为它自己会结束。' },
  'no-limits': {
    en: 'You expected no limit, or no help with one.',
    'zh-CN': '你没有想到这里的限制。',
  },
  'nobody-cleans-up': {
    en: 'You left the cleaning up to nobody.',
    'zh-CN': '你以为没有谁来清理。',
  },
  'number-on-conflict': {
    en: 'You expected a number only where a name is taken.',
    'zh-CN': '你以为重名才加顺序号。',
  },
  'number-reused': { en: 'You used a number again.', 'zh-CN': '你重用了顺序号。' },
  'numbers-by-kind': {
    en: 'You numbered each kind by itself.',
    'zh-CN': '你按类型分别编了顺序号。',
  },
  'one-for-ever': {
    en: 'You let one leader be leader for ever.',
    'zh-CN': '你以为 Leader 不会换人。',
  },
  'order-decides': { en: 'You let a place in a list decide.', 'zh-CN': '你让排列的位置作主。' },
  'others-save': {
    en: 'You trusted the rest to make up for a lost disk.',
    'zh-CN': '你指望其余的弥补丢失的磁盘。',
  },
  'own-value': { en: 'You let a proposer have its own way.', 'zh-CN': '你让提案者坚持自己的值。' },
  'promise-ends': { en: 'You took a promise back.', 'zh-CN': '你收回了承诺。' },
  'promise-erases': {
    en: 'You let a promise erase a vote.',
    'zh-CN': '你以为承诺会抹掉接受过的值。',
  },
  'promise-has-no-life': {
    en: 'You took an old promise for an answer to nobody.',
    'zh-CN': '你以为旧的承诺已经作废。',
  },
  'reads-left-out': { en: 'You left out the reads.', 'zh-CN': '你漏算了读。' },
  'refusal-no-trace': {
    en: 'You expected a refusal to leave no trace.',
    'zh-CN': '你以为拒绝不留痕迹。',
  },
  'rejoin-votes': {
    en: 'You held an election because somebody came.',
    'zh-CN': '有服务器加入，你就重新选举。',
  },
  'repeat-counts-once': {
    en: 'You counted a repeated call once.',
    'zh-CN': '你把重试只算了一次。',
  },
  'sent-order': {
    en: 'You took the order of sending for that of arriving.',
    'zh-CN': '你把发送顺序当成了到达顺序。',
  },
  'server-calculates': {
    en: 'You let the server do the sum.',
    'zh-CN': '你以为服务器会替客户端计算。',
  },
  'server-compares': {
    en: 'You expected the server to compare.',
    'zh-CN': '你以为服务器会比较内容。',
  },
  'server-guards': {
    en: 'You expected a check that nobody asked for.',
    'zh-CN': '你以为没有要求，服务器也会检查。',
  },
  'session-comes-back': {
    en: 'You let an expired session come back.',
    'zh-CN': '你让过期的会话又回来了。',
  },
  'session-is-connection': {
    en: 'You took the connection for the session.',
    'zh-CN': '你把连接当成了会话。',
  },
  'silence-is-failure': {
    en: 'You took silence for a failure.',
    'zh-CN': '你把没有回音当成了失败。',
  },
  'silence-is-success': {
    en: 'You took silence for a good sign.',
    'zh-CN': '你把没有回音当成了正常。',
  },
  'skips-ahead': { en: 'You used a vote that has not arrived.', 'zh-CN': '你用了还没有到的选票。' },
  'told-is-all': {
    en: 'You took what was told for all there was.',
    'zh-CN': '你以为没通知的就没发生。',
  },
  'two-leaders': { en: 'You let two sides decide.', 'zh-CN': '你让两边各自作主。' },
  'two-values': { en: 'You let two values be chosen.', 'zh-CN': '你让两个值都被选定。' },
  'uncommitted-is-lost': {
    en: 'You took uncommitted for lost.',
    'zh-CN': '你把未提交当成了丢弃。',
  },
  'uses-foreign-number': {
    en: 'You used somebody else’s number.',
    'zh-CN': '你用了别人的提案编号。',
  },
  'vote-in-memory': {
    en: 'You kept the vote in memory only.',
    'zh-CN': '你以为接受的值只在内存里。',
  },
  'version-goes-back': {
    en: 'You let a version go back.',
    'zh-CN': '你以为 version 会变小。',
  },
  'vote-is-final': { en: 'You took a vote for final.', 'zh-CN': '你以为选票不能改。' },
  'watch-carries-data': {
    en: 'You expected the data in the notification.',
    'zh-CN': '你以为通知里有数据。',
  },
  'list-watch-sees-data': {
    en: 'You took a watch on a list for one on everything in it.',
    'zh-CN': '你以为监听列表就等于监听其中的一切。',
  },
  'watch-is-queue': {
    en: 'You took a watch for a queue of changes.',
    'zh-CN': '你把监听当成了变更的队列。',
  },
  'watch-is-used-up': {
    en: 'You expected every watch to be used up.',
    'zh-CN': '你以为监听都只用一次。',
  },
  'watch-lost': { en: 'You lost a watch or its notification.', 'zh-CN': '你弄丢了监听或通知。' },
  'watch-must-be-asked': {
    en: 'You expected a watch to be asked.',
    'zh-CN': '你以为监听要去查询。',
  },
};

/** What learners believe who choose a wrong option, by the name that lessons call it. */
export const misconceptions = (language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(all).map(([name, says]) => [name, says[language]]));
