import type { Words } from '../../words.ts';
import { byHand } from '../by-hand.ts';

export const facts: Words['facts']['counter'] = {
  ...byHand,
  'disk-lost': '{pidName} 丢了磁盘：计数器又从 0 开始。',
  input:
    '{name, select, CALL {有人让 {pidName} 发起调用。} RETRY {有人让 {pidName} 重试。} other {手动操作 {pidName}：{name}。}}',
  timer: {
    TIMEOUT: '不再等应答',
  },
  broken: {
    'C-Success': '已经答复的调用被撤销了（C-Success 被破坏）：{text}。',
    'C-Failure': '被拒绝的调用却执行了（C-Failure 被破坏）：{text}。',
    'C-Sum': '计数器与它的日志不一致（C-Sum 被破坏）：{text}。',
    'C-Once': '同一个调用执行了不止一次（C-Once 被破坏）：{text}。',
  },

  called:
    '{pidName} 发起调用：{op, select, read {读计数器} other {加 {amount}}}。从现在起，它只能等。',
  'called-again':
    '{pidName} 把同一个调用（{op, select, read {读} other {加 {amount}}}）再发一次，这是第 {attempts} 次：它不知道上一次结果如何。',
  succeeded:
    '{pidName} 收到答复：{op, select, read {计数器是 {value}} other {加 {amount} 已完成，计数器是 {value}}}。结果：成功。',
  failed:
    '{pidName} 收到答复：{op, select, read {读} other {加 {amount}}}被拒绝，计数器是 {value}。结果：失败。',
  'answered-late':
    '{pidName} 收到一个它已不再等待的答复：{op, select, read {读} other {加 {amount}}}{ok, select, true {已完成} other {被拒绝}}，计数器是 {value}。',
  'timed-out':
    '{pidName} 为{op, select, read {这次读} other {加 {amount}}}等了 {waitedMs} ms。丢在去程、丢在回程，还是只是慢：看上去都一样。结果：未知。',

  executed:
    '{pidName} 执行 {fromName} 的{op, select, read {读：计数器是 {value}} other {加 {amount}：计数器变为 {value}}}{times, plural, =1 {} other {。这是同一个调用，已执行 {times} 次}}。',
  recognised:
    '{pidName} 凭调用 ID 认出 {fromName} 的{op, select, read {读} other {加 {amount}}}：不再执行，只答复；计数器仍是 {value}。',
  refused: '{pidName} 拒绝 {fromName} 的加 {amount}：计数器是 {value}，不能低于 0。',
  written: '{pidName} 已写入磁盘：现在可以告诉 {toName}，它的调用之后计数器是 {value}。',

  /** How many others did the same right after it; only for rules that several share. */
  more: {
    started: '{count, plural, other {同时启动的还有 # 个。}}',
  },
};
