import type { Words } from '../../words.ts';

/** 客户端控制台周围的文字；zkCli 自己打印的内容从不翻译。 */
export const console: Words['console'] = {
  name: 'zkCli',
  of: '{name} 的 {program}',
  command: 'zkCli 命令',
  output: 'zkCli 输出',
  tooMany:
    '一次最多执行 {most, number} 行，每行最多 {longest, number} 个字符；什么都没有执行。请少粘贴一些，或把文件交给：npm run -s sim -- zkcli FILE。',
  help: '回车执行这一行；上下键找回以前的命令；Tab 补全。行为空时，或按过 Esc 之后，Tab 移到下一个控件。',
  underWay: '…',
  earlier: '更早的输出',
  takeOver: '采用',
  open: '再开一个客户端',
  noMore: '这次运行的客户端都已打开。一共有几个，由场景决定。',
  close: '关闭 {console}',
  closeText: '先用 quit 结束 {name} 的会话，再结束它的进程。',
  down: '{name} 没有运行。',
  ended: '{console} 已经退出。',
  otherCommand: '给 {program} 的一行',
  otherOutput: '{program} 的输出',
  start: '启动 {name}',
  paused: '{name} 处于暂停状态：输入的命令要等它恢复后才执行。',
  clients: '客户端',
  sideBySide: '并排显示',
  narrow: '这里放不下两个控制台。请把窗口放宽。',
};
