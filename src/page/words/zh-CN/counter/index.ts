import type * as english from '../../en/counter/index.ts';
import type { Bundle, Words } from '../../words.ts';
import { byHand } from '../by-hand.ts';
import { opening } from './opening.ts';

export const facts: Words['facts']['counter'] = {
  ...byHand,
  'disk-lost': '{pidName} 丢了磁盘：计数器又从 0 开始。',
  input:
    '{name, select, CALL {有人让 {pidName} 发起调用。} RETRY {有人让 {pidName} 重试。} other {手动操作 {pidName}：{name}。}}',
  timer: {
    TIMEOUT: '不再等应答',
  },
  broken: {
    'C-Success': '已经答复的调用被撤销了（C-Success 被破坏）。',
    'C-Failure': '被拒绝的调用却执行了（C-Failure 被破坏）。',
    'C-Sum': '计数器与它的日志不一致（C-Sum 被破坏）。',
    'C-Once': '同一个调用执行了不止一次（C-Once 被破坏）。',
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

type Said = Readonly<Record<keyof typeof english.invariants, { name: string; says: string }>>;

export const invariants: Said = {
  'C-Success': {
    name: '已答复的必已执行',
    says: '调用方记为成功的调用，一定在服务器磁盘的日志里。',
  },
  'C-Failure': {
    name: '已拒绝的未曾执行',
    says: '调用带 ID 时，调用方记为失败的调用从未执行过。',
  },
  'C-Sum': { name: '计数器等于日志之和', says: '磁盘上的计数器等于日志中各次调用之和。' },
  'C-Once': {
    name: '至多一次',
    says: '调用带 ID 时，无论发送多少次，一个调用至多执行一次。',
  },
};

/** 计数器实验的文字。 */
export const counter = {
  name: '计数器与调用方',
  add: '{name}：加 1',
  read: '{name}：读取',
  retry: '{name}：重试',
  busy: '{name} 已停止，或正在等答复。',
  nothingUnknown: '没有结果未知的调用。',
  ids: '服务器凭调用 ID 认出重复的调用',
  stage: {
    group: '{callers} 个调用方和一个计数器',
    caller: '调用方',
    counter: '计数器',
    arrived: '到达顺序',
    read: '读',
    outcome: {
      waiting: '等待中',
      success: '成功',
      failure: '失败',
      unknown: '未知',
    },
    attempts: '共 {attempts} 次',
    refused: '拒绝',
    onDisk: '磁盘上：{value}',
    callerName: '{name}，{state}',
    serverName: '{name}，计数器 {value}',
  },
} as const;

/** What the counter’s lab offers to begin with, and what is to be seen there. */
export const presets: Words['presets']['counter'] = {
  'answer-under-way': {
    name: '应答在途',
    lead: opening,
  },
  'answer-lost': {
    name: '应答丢失',
    lead: 'C 已经计数，但通往 A 的回路已断，应答会丢失。A 还能再调用一次吗？',
  },
};

export const rules: Words['rules']['counter'] = {
  'answer-before-disk': '服务器先答复，后落盘',
  'forget-call-ids': '服务器忘记已执行过的调用 ID',
};

type Terms = Readonly<
  Record<keyof typeof english.terms, { readonly name: string; readonly text: string }>
>;

export const terms: Terms = {
  FREE: { name: 'FREE', text: '这个调用方没有在等答复。' },
  WAITING: { name: 'WAITING', text: '这个调用方已发出调用，正在等答复。' },
  COUNTING: { name: 'COUNTING', text: '服务器按到达的顺序执行每个调用。' },
  callsSuccess: { name: '成功', text: '答复说已完成的调用。' },
  callsFailure: { name: '失败', text: '答复说被拒绝的调用。' },
  callsUnknown: {
    name: '未知',
    text: '没有按时等到答复的调用：也许执行了，也许没有，也许还会执行。',
  },
  callsWaiting: { name: '等待中', text: '还在等答复的调用。' },
  counterValue: { name: '计数器', text: '所有加数之和。' },
  executions: { name: '调用', text: '服务器已作出决定的调用。' },
};

export const machine: Bundle<'counter'>['machine'] = {
  event: { CALL: '要求调用', TIMEOUT: '等得够久了' },
  guard: {
    hasUnknown: '有结果未知的调用',
    isAwaited: '正等着它',
    isRepeated: '先前执行过',
    isAllowed: '不会低于零',
    answersEarly: '先答复后写盘',
  },
};

export const words: Bundle<'counter'> = {
  counter,
  machine,
  facts: { counter: facts },
  presets: { counter: presets },
  rules: { counter: rules },
  terms,
  invariants,
};
