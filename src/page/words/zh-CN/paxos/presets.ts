import type { Words } from '../../words.ts';
import { opening } from './opening.ts';

/** What the Paxos lab offers to begin with, and what is to be seen there. */
export const presets: Words['presets']['paxos'] = {
  'deciding-vote': {
    name: '决定性的一票',
    lead: opening,
  },
  livelock: {
    name: '活锁',
    lead: 'A1 和 A5 你追我赶：每个新的 Prepare 都让对方的 Accept 来得太晚。这可以永远继续下去。',
  },
  leader: {
    name: '一个 Leader',
    lead: 'A1 是 Leader，A5 等待。没有竞争，A1 的 Accept 已经上路。',
  },
  separate: {
    name: '角色分开',
    lead: '三个接受者中有两个接受了 20%，它已被选定。提出它的 P2 和学习者 L1 都还不知道。',
  },
  'four-duel': {
    name: '四个提案者',
    lead: '四个提案者同时提案，一被拒绝就立刻重来：到处是拒绝，什么也选不定。',
  },
  halves: {
    name: '半数就算',
    lead: '一条规则被关掉：四个中有两个就算过半。A4 正提出 20%，A1 还会再提出 10%。',
  },
  'lying-acceptor': {
    name: '说谎的接受者',
    lead: '一条规则被关掉，A2 食言：它承诺了提案编号 2，刚才却接受了提案编号 1 的 X。三个中有两个接受了 Y，又有两个接受了 X：两个值都被选定。',
  },
};
