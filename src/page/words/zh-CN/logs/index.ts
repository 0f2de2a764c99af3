import type { Bundle } from '../../words.ts';
import type { Words } from '../../words.ts';
import { facts } from './facts.ts';

const logs: Words['logs'] = {
  name: '服务器日志',
  ask: {
    title: '真实服务器的日志',
    text: '把 ZooKeeper 服务器写下的日志（3.4 到 3.9，可以用 gzip 压缩）拖到这里，每台服务器一个或多个文件。其中的选举会逐行显示在舞台上。',
    own: '文件只在本机读取，不会上传。',
    unknown: '日志没有记录的，不作猜测，显示为 ?。',
    choose: '选择日志',
    back: '去选举实验',
  },
  reading: '正在读取',
  stop: '停止读取',
  readingText: '{size} 中的 {percent}%',
  large: '这些文件共 {size}，最多读取 {limit}。请少选几个。',
  many: '{count} 个文件太多，一次最多读取 {most} 个。请少选几个。',
  files: '日志',
  file: '文件',
  whose: '服务器',
  told: '讲述的行',
  toldOf: '讲述了 {lines, number} 行中的 {told, number} 行',
  version: '版本',
  nobody: '?',
  by: {
    myid: '由日志行得知',
    name: '由文件名得知',
    said: '由你指定',
  },
  say: '写下 {file} 的服务器 ID',
  sayIt: '确定',
  add: '添加日志',
  other: '关闭这些日志',
  begins: '按那台服务器的时钟，第一行写于 {time}。',
  problem: {
    'too-large': '内容超出可读取的大小；所有文件合计最多 {limit}。请选少一些或小一些的文件。',
    'bad-packing': '它用 gzip 或 Snappy 压缩，但已损坏。请重新复制。',
    unreadable: '无法读取。',
    'no-log':
      '其中没有一行带有时间和级别：它不是服务器的日志。请选择服务器写到控制台或 logs/ 的内容。',
    overlaps: '它与 {with} 属于同一台服务器的同一段时间，没有采用。',
    whose: '其中没有写明是哪台服务器的日志：请在这里指定。',
    'many-lines': '从第 {line, number} 行起没有读取：行数太多。',
  },
  warning: {
    title: '需要知道',
    'heard-too-early':
      '{server} 收到 {other} 的选票，比 {other} 开始那次选举早 {ms, number} ms（第 {line} 行与第 {otherLine} 行）：两者的时钟至少相差这么多。没有移动任何内容。',
    'joined-too-early':
      '{other} 连到 {server}，比它自己的日志写明成为 Follower 早 {ms, number} ms（第 {otherLine} 行与第 {line} 行）：两者的时钟至少相差这么多。没有移动任何内容。',
    'clock-back': '{server} 的时钟往回拨了 {ms, number} ms。它的各行仍按原来的顺序。',
    'no-log-of': '没有 {server} 的日志：按其他服务器最后一次听到它的自述显示。',
    'many-events': '事件超过 {most, number} 个：后面的没有采用。',
    'many-servers': '有 {left, number} 台服务器没有采用：最多讲述 {most, number} 台。',
  },
  view: {
    title: '日志行',
    present: '讲述这个事件的那一行',
    none: '开头还没有讲述任何事。',
    skipped: '跳过的行',
    skippedText: '跳过了 {count, number} 行：没有这里能读懂的内容。',
    kinds: '跳过的行的种类',
    lines: '这一种的各行',
    why: {
      ensemble: '{logger}：与选举有关，但措辞未知',
      other: '{logger}：与其他事情有关',
      trace: '接着上一行，例如堆栈',
      foreign: '不是日志行',
    },
    unnamed: '没有类名',
    more: '更多行',
    place: '{file}:{line}',
  },
  values: {
    state: '状态',
    leader: 'Leader',
    follows: '由其他服务器得知',
    noVote: '无',
    unknown: '没有日志记录它。',
  },
};

export const words: Bundle<'logs'> = { logs, facts: { logs: facts } };
