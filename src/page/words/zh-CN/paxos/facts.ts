import type { Words } from '../../words.ts';
import { byHand } from '../by-hand.ts';

export const facts: Words['facts']['paxos'] = {
  ...byHand,
  'disk-lost': '{pidName} 丢了磁盘：承诺过什么、接受过什么，全忘了。',
  input:
    '{name, select, PROPOSE {有人请 {pidName} 发起提案。} other {手动操作 {pidName}：{name}。}}',
  timer: {
    PROPOSE: '提出自己的值',
    RETRY: '重试',
    BALLOT_TIMEOUT: '放弃这个提案编号',
    LEASE: '认为 Leader 已失效',
    BEAT: '发送心跳',
  },
  broken: {
    'I-Type': '{pidName} 的状态自相矛盾（I-Type 被破坏）。',
    'I-Mono': '{pidName} 磁盘上的内容倒退了（I-Mono 被破坏）。',
    'I-Keep': '{pidName} 没有信守承诺（I-Keep 被破坏）。',
    'I-Truth': '{pidName} 报告的不是它最后接受的提案（I-Truth 被破坏）。',
    'I-OneValuePerBallot': '同一个提案编号出现了两个值（I-OneValuePerBallot 被破坏）。',
    'I-P2': '选定了两个不同的值（I-P2 被破坏）。',
    'I-P2a': '已有值被选定，之后又有别的值被接受（I-P2a 被破坏）。',
    'I-P2b': '已有值被选定，之后又有别的值被提出（I-P2b 被破坏）。',
    'I-P2c': '{pidName} 提出的值，没有任何多数派能证明它是安全的（I-P2c 被破坏）。',
    'I-Safe': '{pidName} 接受的提案不安全：更小的提案编号里还可能选定别的值（I-Safe 被破坏）。',
    'I-Agreement': '选定了两个不同的值（I-Agreement 被破坏）。',
    'I-Validity': '{pidName} 接受了一个没有人提出过的值（I-Validity 被破坏）。',
    'I-Learn': '{pidName} 学到的值并没有被选定（I-Learn 被破坏）。',
    'I-Stable': '已经选定的值又有可能被推翻（I-Stable 被破坏）。',
  },

  promised:
    '{pidName} 向 {toName} 承诺提案编号 {ballot}：{before, plural, =0 {它此前没有承诺过} other {比它承诺过的 {before} 大}}。{accBallot, plural, =0 {它应答：还没有接受过提案。} other {它应答：接受过 ({accBallot}, {accValue})。}}',
  'prepare-refused':
    '{pidName} 拒绝 {fromName} 的 Prepare({ballot})：它已{holderName, select, none {} other {向 {holderName} }}承诺 {promised}{said, select, true {} other {。它不作回应}}。',
  accepted:
    '{pidName} 接受 {fromName} 的 ({ballot}, {value})：{promised, plural, =0 {它没有承诺过任何提案编号} other {它承诺过的最大提案编号是 {promised}}}。',
  'accept-refused':
    '{pidName} 拒绝 {fromName} 的 Accept({ballot}, {value})：它已{holderName, select, none {} other {向 {holderName} }}承诺 {promised}{said, select, true {} other {。它不作回应}}。',
  'promise-written': '{pidName} 已把对 {ballot} 的承诺写入磁盘，这才答复 {toName}。',
  'vote-written':
    '{pidName} 已把 ({ballot}, {value}) 写入磁盘：这次接受从此算数，这才答复 {toName}。',

  'ballot-written':
    '{pidName} 已把提案编号 {ballot} 写入磁盘，重启后不会再用；现在请所有接受者作出承诺。',
  'ballot-begun':
    '{pidName} 启用提案编号 {ballot}{rounds, plural, =1 {} other {，这是它第 {rounds} 次尝试}}{own, select, none {} other {；它的客户端想要 {own}}}。',
  'promise-counted':
    '{pidName} 收到 {fromName} 对 {ballot} 的承诺，需要 {needed} 个，已有 {promises} 个{accBallot, plural, =0 {} other {；{fromName} 接受过 ({accBallot}, {accValue})}}。',
  'value-free':
    '提案编号 {ballot} 得到过半的承诺（{by}），没有一个报告已接受的提案：{pidName} 可以提出自己的值 {value}。',
  'value-bound':
    '提案编号 {ballot} 得到过半的承诺（{by}），报告中提案编号最大的是 {fromName} 的 ({accBallot}, {accValue})：{how, select, adopts {{accValue} 可能已被选定，{pidName} 必须改为提出 {value}，放下自己的 {own}} same {{pidName} 必须提出 {value}，恰好也是自己的 {own}} other {{pidName} 本该改为提出 {accValue}，却仍提出 {value}，因为客户端想要 {own}}}。',
  'vote-counted':
    '{pidName} 得知 {fromName} 已接受 ({ballot}, {value})：需要 {needed} 个，已有 {votes} 个。',
  'quorum-accepted':
    '过半的接受者（{by}）接受了 ({ballot}, {value})：{value} 已被选定，{pidName} 也知道了{lost, select, true {；它自己的 {own} 落选} other {}}。',
  'ballot-refused':
    '{pidName} 得知 {byName} 已{holderName, select, none {} other {向 {holderName} }}承诺 {promised}：提案编号 {ballot} 作废，{phase, select, 1 {还没有得到过半的承诺} other {虽然曾得到过半的承诺}}。',
  'ballot-timeout':
    '{pidName} 等够了：{phase, select, 1 {承诺提案编号 {ballot} 的接受者} other {以提案编号 {ballot} 接受的接受者}}需要 {needed} 个，只有 {answers} 个。',
  'backing-off':
    '{pidName} {policy, select, immediate {立即重来} fixed {等 {waitMs} 毫秒再来，每次一样长} random {等 {waitMs} 毫秒再来，时间是随机抽的} exponential {等 {waitMs} 毫秒再来，时间是随机抽的，每失败一次范围加倍} leader {等 {waitMs} 毫秒再来，它是 Leader，没有对手} other {等 {waitMs} 毫秒再来}}：已失败 {failures} 次。',
  'late-ignored':
    '{pidName} 不再需要 {fromName} 对提案编号 {ballot} 的{kind, select, PROMISE {承诺} ACCEPTED {接受} NACK {拒绝} other {答复}}：{why, select, moved {它现在用的提案编号是 {own}} enough {答复已经过半} twice {它已经计入过} other {它已放弃这个提案编号}}。',

  forwarded: '{pidName} 把 {value} 转交给 Leader（{leaderName}），自己不与它竞争。',
  'leader-missed':
    '{pidName} 已有 {waitedMs} 毫秒没有听到 Leader 的消息：{leads, select, true {现在由它领导} other {下一个是 {leaderName}}}。',
  'outcome-told':
    '{pidName} 得知 {value} 已被选定{lost, select, true {，它自己的 {own} 落选} other {}}。',

  learned:
    '{pidName} 得知：{value} 已在提案编号 {ballot} 被选定，{fromName, select, none {它自己数到了过半的接受} other {是 {fromName} 告诉它的}}。',

  'row-delivered': '调度送达第 {row} 行，累计 {done} 行。',

  'why-chosen':
    '{value} 已在提案编号 {ballot} 被选定{known, select, true {，{pidName} 也知道} other {，但 {pidName} 还不知道}}。',
  'why-down': '{pidName} 没有在运行{liveness, select, crashed {：它宕机了} other {}}。',
  'why-paused': '{pidName} 被暂停：什么也做不了。',
  'why-never-started': '{pidName} 从未启动过。',
  'why-no-ballot': '{pidName} 还没有用过任何提案编号。',
  'why-too-few':
    '{pidName} 的提案编号 {ballot}：需要 {needed} 个接受者{phase, select, 1 {承诺} other {接受}}，只有 {answers} 个。',
  'why-refused':
    '{byName} 拒绝 {pidName} 的提案编号 {ballot}：它已{toName, select, none {} other {向 {toName} }}承诺 {promised}。',
  'why-no-quorum-up': '在运行的接受者只有 {up} 个，需要 {needed} 个。',
  'why-votes-split':
    '离选定最近的是 {value}：提案编号 {ballot} 下有 {votes} 个接受，需要 {needed} 个。',
  'why-livelock':
    '照这个调度，永远选不定任何值：每过 {rows} 行，状态就与之前相同，只是提案编号加 {shift}。',
  'why-follows': '{pidName} 自己不提案，由 Leader（{leaderName}）提案。',
  more: {
    started: '{count, plural, other {同时启动的还有 # 个。}}',
    promised: '{count, plural, other {提案 {ballot} 又得到 # 个承诺。}}',
    accepted: '{count, plural, other {提案 {ballot} 又得 # 票。}}',
    'prepare-refused': '{count, plural, other {又有 # 个拒绝。}}',
    'accept-refused': '{count, plural, other {又有 # 个拒绝。}}',
    learned: '{count, plural, other {又有 # 个得知。}}',
  },
};
