import type { Words } from '../../words.ts';
import { facts as electionFacts } from '../election/facts.ts';
import { facts as zookeeperFacts } from '../zookeeper/facts.ts';
import { broken } from './invariants.ts';
import { outsideFacts, outsideTimers } from './outside.ts';

/** Servers and clients are those of every ensemble. */
export const facts: Words['facts']['recipes'] = {
  ...electionFacts,
  ...zookeeperFacts,
  ...outsideFacts,
  'program-believes':
    '{pidName} 自认为持有 {what}{node, select, none {} other {，依据是 {node}}}。',
  'program-releases': '{pidName} 不再自认为持有 {what}。',
  'program-woken-in-vain': '{pidName} 被唤醒，但还得继续等。',
  'program-ends':
    '{why, select, none {{pidName} 的程序已结束。} Endless {{pidName} 的程序不停地循环，从不等待：它被停下了。} other {{pidName} 的程序停止：{why}。没有哪一步说明此时该怎么做。}}',
  timer: { ...electionFacts.timer, ...zookeeperFacts.timer, ...outsideTimers },
  broken: { ...zookeeperFacts.broken, ...broken },
  more: { ...electionFacts.more, ...zookeeperFacts.more },
};
