import type { Words } from '../../words.ts';
import { byHand } from '../by-hand.ts';

export const facts: Words['facts']['byzantine'] = {
  ...byHand,
  'disk-lost': '{pidName} 不在磁盘上保存任何内容：没有东西可丢。',
  input:
    '{name, select, LIE {有人设定了 {pidName} 的一条消息说什么。} other {手动操作 {pidName}：{name}。}}',
  timer: {
    ROUND: '这一轮结束',
    PLAN: '第一个信使出发',
    DAWN: '黎明到来',
  },
  broken: {
    IC1: '按承诺忠诚的副官必须一致，却没有一致（IC1 被破坏）。',
    IC2: '按承诺忠诚的司令必须被服从，却没有被服从（IC2 被破坏）。',
    'B-Count': '消息条数与公式不符（B-Count 被破坏）。',
    'B-Unforgeable': '伪造的签名被相信了（B-Unforgeable 被破坏）。',
    'B-Relayed': '一个忠诚副官有的值，别的忠诚副官没有（B-Relayed 被破坏）。',
    'B-Turn': '信使没有按次序出发（B-Turn 被破坏）。',
  },

  ordered:
    '{lies, plural, =0 {{pidName} 命令 {value}，{count, plural, =0 {没有告诉任何人} other {告诉了 # 个副官}}。} other {{pidName} 是叛徒：它的 {count} 条命令里有 {lies} 条说的不是 {value}。}}',
  relayed:
    '{pidName} 把听到的转述给别人：第 {round} 轮的 {count} 条消息{lies, plural, =0 {} other {，其中 # 条是谎话}}。',
  'relayed-nothing': '{pidName} 在第 {round} 轮什么也没有转述。',
  lied: '{mouths, plural, =0 {{pidName} 给 {toName} 的命令是 {value}，而不是 {truth}。} other {{pidName} 对 {toName} 说谎：经 {by} 传到它这里的是 {truth}，它却说是 {value}。}}',
  'kept-silent':
    '{mouths, plural, =0 {{pidName} 不给 {toName} 下命令。} other {经 {by} 传到 {pidName} 这里的是 {truth}，它不告诉 {toName}。}}',
  invented: '{pidName} 告诉 {toName} 有 {by} 签名的 {value}，可没有人这样发给过它。',
  'lie-set':
    '{mouths, plural, =0 {{pidName} 将命令 {toName}：{value}。} other {{pidName} 将对 {toName} 说，经 {by} 传来的是 {value}。}}',
  'silence-set':
    '{mouths, plural, =0 {{pidName} 将不给 {toName} 下命令。} other {{pidName} 将不告诉 {toName} 经 {by} 传来了什么。}}',
  'lie-unset':
    '{mouths, plural, =0 {{pidName} 给 {toName} 的命令又由策略决定。} other {{pidName} 对 {toName} 转述经 {by} 传来的内容，又由策略决定。}}',
  'lie-refused':
    '{why, select, loyal {{pidName} 是忠诚的：它照实说，手动也改不了。} late {{pidName} 已经说过了：请退回到它说之前。} other {{pidName} 不会发这样一条消息，或者没有这个命令。}}',

  heard:
    '{mouths, plural, =0 {{fromName} 命令 {pidName}：{value}。} other {{fromName} 告诉 {pidName}：经 {by} 传来的是 {value}。}}',
  'signed-new':
    '{pidName} 收到 {value}，签名者是 {chain}。{count, plural, =1 {这是它的 V 里的第一个值。} other {现在它的 V 里有 # 个值，都有司令的签名：这证明司令说了谎。}}',
  'signed-known': '{pidName} 又收到一次 {value}，签名者是 {chain}。它的 V 不变。',
  forged: '{pidName} 拒绝 {fromName} 发来的 {value}：据称由 {chain} 签名，其中有签名是伪造的。',
  'too-late': '{fromName} 发来的 {value} 到 {pidName} 时太晚了：这一轮已经结束。',
  'heard-twice': '{fromName} 发来的 {value} 又到了 {pidName} 一次：以第一次为准。',
  absent:
    '{mouths, plural, =0 {这一轮没有命令传到 {pidName}：它当作 {value}。} other {这一轮已经结束，{fromName} 没有告诉 {pidName} 经 {by} 传来了什么：它当作 {value}。}}',
  'absent-many': '这一轮另有 {count} 条消息没有传到 {pidName}：都当作 {value}。',
  decided: '{pidName} 数出 {votes}，服从 {value}。',
  'decided-tie':
    '{pidName} 数出 {votes}：没有哪个命令过半。{tie, select, default {于是服从固定值} commander {它照司令对它说的做} other {它照其他人说的做}}：{value}。',
  'decided-told': '{pidName} 照它听到的做：{value}。',
  'decided-one': '{pidName} 的 V 里只有一个值，就服从它：{value}。',
  'decided-several': '{pidName} 的 V 里有 {values}：司令签过不止一个，于是服从固定值：{value}。',
  'decided-none': '{pidName} 的 V 是空的，于是服从固定值：{value}。',

  'messenger-sent':
    '{number, plural, =1 {{pidName} 派信使把计划送给 {toName}。} other {{pidName} 派出第 {number} 个信使（共 {of} 个），告诉 {toName} 上一个已经到了。这一个到不到，{pidName} 无从知道。}}',
  'messenger-came':
    '{number, plural, =1 {计划送到了 {pidName}。{fromName} 还不知道。} other {第 {number} 个信使到了 {pidName}：上一个确实送到了。这一个送到了，{fromName} 还不知道。}}',
  'attacks-at-dawn': '黎明。{pidName} 进攻：到了 {came} 个信使，它需要 {needs} 个。',
  'stays-at-dawn': '黎明。{pidName} 按兵不动：到了 {came} 个信使，它需要 {needs} 个。',

  more: {
    started: '{count, plural, other {同时启动的还有 # 个。}}',
    lied: '{count, plural, other {这样的谎话还有 # 条。}}',
    relayed: '{count, plural, other {这样做的还有 # 个。}}',
    decided: '{count, plural, other {服从同一命令的还有 # 个。}}',
  },
};
