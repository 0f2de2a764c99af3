import type { Words } from '../../words.ts';
import { facts as electionFacts } from '../election/facts.ts';
import { facts as zookeeperFacts } from '../zookeeper/facts.ts';
import { broken } from './invariants.ts';

/** ZooKeeper’s servers and clients are those of every ensemble. */
export const facts: Words['facts']['cap'] = {
  ...electionFacts,
  ...zookeeperFacts,
  'cap-called':
    '{pidName} 发出请求：{op, select, read {读 x} sync {先做 sync 再读 x} other {写入 {value}}}。',
  'cap-answered':
    '{pidName} 得到应答：{op, select, write {{value} 已写入} other {x = {value}}}{readOnly, select, true {（应答的服务器没有 Leader）} other {}}。',
  'cap-failed':
    '{pidName} 收到 {error}：{op, select, read {读请求} sync {sync 加读请求} other {写请求}}没有执行。',
  'cap-timed-out':
    '{pidName} 的{op, select, read {读请求} sync {sync 加读请求} other {写请求}}等了 {waitedMs, number} 毫秒，不再等待。{op, select, write {是否已执行，它不知道。} other {没有任何改动。}}',
  'cap-unknown':
    '{pidName} 的连接断开（{error}）：{op, select, read {读请求} sync {sync 加读请求} other {写请求}}可能执行了，也可能没有。',
  'cap-tried':
    '{pidName} 收到 {error}，稍后会重发{op, select, read {读请求} sync {sync 加读请求} other {写请求}}。',
  'quorum-read':
    '{pidName} 已问到 {servers} 台服务器，达到所需的 {needed} 台：其中最新的值是 {value}。',
  'quorum-stored':
    '{pidName} 确知 x = {value} 已存到 {servers} 台服务器，达到所需的 {needed} 台：现在可以应答。',
  'quorum-given-up':
    '{pidName} 放弃这次{op, select, write {写入} other {读取}}：所需的 {needed} 台服务器中只有 {servers} 台应答。',
  'primary-wrote': '{pidName} 是主库，写入 {value}，覆盖 {over}；随后再复制。',
  'copy-forwards':
    '{pidName} 是副本，把{op, select, write {写请求} other {读请求}}转交主库 {toName}。',
  copied: '{pidName} 从 {fromName} 取得 x = {value}，替换 {over}。',
  'copy-promoted': '{pidName} 成为第 {term} 任主库，手中 x = {value}。它还没有的数据就此丢失。',
  'primary-steps-down':
    '{pidName} 原是主库；现在第 {term} 任主库是 {fromName}。它放弃自己的 x = {value}。',
  'lww-wrote': '{pidName} 写入 {value}，覆盖 {over}，时间戳 {stampMs, number} 毫秒。',
  'lww-dropped': '{pidName} 确认了写入 {value}，随即丢弃：按它的时钟，这个值比现有的 {kept} 更旧。',
  'lww-replaced': '{pidName} 从 {fromName} 听到 x = {value}：时间戳更大，于是替换 {over}。',
  'lww-kept': '{pidName} 从 {fromName} 听到 x = {value}：时间戳更小，于是保留 {kept}。',
  input:
    '{name, select, LINE {{pidName} 收到指令：{text}} MAKE_PRIMARY {{pidName} 被指定为主库。} other {手动要求 {pidName}：{name}。}}',
  timer: {
    ...electionFacts.timer,
    ...zookeeperFacts.timer,
    DEADLINE: '不再等待，或者重发请求',
    RESEND: '再问一遍还没有应答的服务器',
    BEAT: '把自己的值再复制一遍',
    GOSSIP_AGAIN: '把自己的值告诉其他服务器',
  },
  broken: { ...zookeeperFacts.broken, ...broken },
  more: { ...electionFacts.more, ...zookeeperFacts.more },
};
