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
  // 每个客户端同时只有一个会话：说是谁的，比说编号更清楚。
  'connection-lost':
    '{pidName} 失去与 {clientName} 的连接（{why, select, silence {太久没有消息} closed {对方关闭} other {断开}}）。{watches, plural, =0 {} other {经它注册的 # 个监听没有了。}}{session, select, 0x0 {它还没有会话。} other {它的会话在过期之前仍然活着。}}',
  'client-disconnected':
    '{pidName} 与服务器失去联系：{reason, select, silence {已有三分之二个会话超时没有收到任何字节} closed {服务器关闭了连接} disorder {收到的应答不是该来的那一个} moved {改连另一台服务器} other {连接断开}}。{asked, plural, =0 {} other {还没得到应答的 # 个调用以 ConnectionLoss 告终。}}它的会话还没有结束：只有服务器才能结束它。',
  'session-resumed': '{clientName} 及时回来了：{pidName} 认得它的会话，重新给它 {timeoutMs} 毫秒。',
  'session-terminated':
    '运维人员通过 JMX（terminateSession）下令，不管 {clientName} 正在做什么，{pidName} 都用一个事务结束它的会话。',
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
