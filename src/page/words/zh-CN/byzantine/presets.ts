import type { Words } from '../../words.ts';
import { opening } from './opening.ts';

export const presets: Words['presets']['byzantine'] = {
  'four-lieutenant': { name: '四人，L3 说谎', lead: opening },
  'three-lieutenant': {
    name: '三人，L2 说谎',
    lead: 'C 命令 L1 进攻（A），而 L2 正要说 C 说的是撤退（R）。L1 该信谁？',
  },
  'three-commander': {
    name: '三人，C 说谎',
    lead: 'C 对 L1 说 A，对 L2 说 R，L2 如实转述。L1 看到的，与 L2 说谎时一模一样。',
  },
  'four-commander': {
    name: '四人，C 说谎',
    lead: 'C 对三个副官爱怎么说就怎么说。接着每人把听到的告诉其他人：三人会对什么达成一致？',
  },
  'seven-lieutenants': {
    name: '七人，两人说谎',
    lead: '156 条消息的最后 120 条在路上：谁说谁说 C 说了什么。L5 和 L6 条条都是谎话。',
  },
  'seven-commander': {
    name: '七人，C 与 L6 说谎',
    lead: '司令就是两个叛徒之一，副官们听到的命令不同。全看最后一轮转述：他们能达成一致吗？',
  },
  'seven-short': {
    name: '七人，少一轮',
    lead: '还是那两个叛徒，转述少了一轮：36 条消息，而不是 156 条。没有人能核对 L6 的话。',
  },
  six: {
    name: '六人，两人说谎',
    lead: '六个将军，两个叛徒：少了一个将军。C 忠诚，命令是 A。L1 会服从什么？',
  },
  'signed-three': {
    name: '三人，签名',
    lead: 'C 给 L1 签了 A，给 L2 签了 R，两人各自转交手里的那份。签名没有人能伪造，C 也赖不掉。',
  },
  'signed-four': {
    name: '签名，少一轮',
    lead: 'C 和 L3 是叛徒。L3 把签了名的 R 压在手里，最后一轮才只转给 L1。L2 还能听到吗？',
  },
  ten: {
    name: '十人，三人说谎',
    lead: '十个将军，三个叛徒，四轮：为一个比特发 3609 条消息。其中 504 条正在发出。',
  },
  'two-generals': {
    name: '两将军',
    lead: 'G2 收到了计划，G1 也知道这一点。但 G2 不知道 G1 已经知道；第三个信使要去告诉它，途经的山谷里信使会被俘。',
  },
};
