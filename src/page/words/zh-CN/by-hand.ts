import type { byHand as english } from '../en/by-hand.ts';

/** 人所做的事；进程用短名。 */
export const byHand: Record<keyof typeof english, string> = {
  started: '{pidName} 启动{keeps, select, nothing {} other {，从磁盘上的内容开始}}。',
  crashed:
    '{pidName} 宕机：内存丢失{keeps, select, nothing {} synced {，尚未同步完的写入也一并丢失} other {，已写出的内容仍会落盘}}；{told, select, true {与它相连的对端立即得知} other {没有任何对端得到通知}}。',
  'crashed-together':
    '{names} 同时宕机：内存全部丢失；{told, select, true {与它们相连的对端立即得知} other {没有任何对端得到通知}}。',
  'power-lost':
    '{pidName} 断电：{keeps, select, nothing {内存丢失} other {内存和尚未同步完的写入全部丢失}}，没有任何对端得到通知。',
  stopped:
    '{pidName} 正常停止：内存丢失{keeps, select, nothing {} synced {，尚未同步完的写入也一并丢失} other {，已写出的内容仍会落盘}}。',
  configured:
    '{running, select, true {{pidName} 的配置文件已写好；它仍按启动时读到的内容运行。} other {{pidName} 的配置文件已写好，启动时才会读取。}}',
  'start-failed':
    '{pidName} 读完配置文件就退出了{line, plural, =0 {} other {，问题在第 # 行}}：{servers, plural, =0 {{members, select, none {{said, select, none {按它就会单机运行，而这台服务器在这里是集群的成员。} other {{said}}}} other {它只能列出 {members} 当中的服务器。}}} other {其中的 # 台服务器会组成集群，而这次运行只有一台。}}',
  paused: '{pidName} 暂停：它停住不动，也不知道时间在流逝。',
  resumed: '{pidName} 恢复运行，停顿期间到达的一切都在等它。',
  cut: '{oneWay, select, true {{fromName} 发往 {toName} 的消息不再到达，反方向仍然通。} other {{fromName} 与 {toName} 之间的链路被切断，双方都不知情。}}',
  mended: '{aName} 与 {bName} 之间的链路恢复了。',
  'links-cut': '{count, plural, other {# 条链路}}被切断（{links}），没有人得到通知。',
  'links-mended': '{count, plural, other {# 条链路}}恢复了（{links}）。',
  partitioned:
    '网络被分成 {groups}{oneWay, select, true {，但只断一个方向} other {}}：没有人得到通知。',
  healed: '所有链路都恢复了。',
  reset: '{aName} 与 {bName} 之间在途的消息全部丢失。',
  'latency-set': '从现在起，消息的路上时间变了。',
  lossy: '从现在起，消息可能丢失（概率 {loss}）或重复（{duplication}）。',
  'disk-latency': '从现在起，{pidName} 的磁盘同步时间变了。',
  'write-torn':
    '{pidName} 正在写的内容只有一部分落盘：日志在那之后是残缺的，下次启动读到那里为止。',
  'clock-set':
    '{pidName} 的系统时钟{back, select, true {拨回} other {拨快}} {ms} ms：节点里的时间随之改变；超时和会话用的是另一个时钟。',
  'message-held': '{fromName} 发往 {toName} 的消息被扣住。',
  'message-released': '{fromName} 发往 {toName} 的消息被放行。',
  'message-delivered-now': '{fromName} 发往 {toName} 的消息立即送达。',
  'message-dropped': '{fromName} 发往 {toName} 的消息丢失。',
  'message-duplicated': '{fromName} 发往 {toName} 的消息会到达两次。',
  'timer-fired': '{pidName} 的定时器“{timerName}”改为立即到期。',
  'timer-held': '{pidName} 的定时器“{timerName}”被扣住，放行之前不会到期。',
  'timer-released': '{pidName} 的定时器“{timerName}”被放行：按原定时刻到期，若已过则立即到期。',
  'invariant-violated': '不变式 {invariant} 被破坏：{text}',
};
