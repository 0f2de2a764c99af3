import type { Words } from '../../words.ts';
import type { timers as english, write as written } from '../../en/election/write.ts';

type Facts = Words['facts']['election'];

export const write: Pick<Facts, keyof typeof written> = {
  'server-loaded':
    '{fresh, select, true {服务器 {pid} 的磁盘上什么也没有，从空的数据树开始} other {服务器 {pid} 读入最新的快照，再重放其后的日志，直到 {zxid}{sessions, plural, =0 {} other {（会话 # 个）}}}}。开始服务之前先写一份快照。',
  'server-serves': '服务器 {pid} 单机运行，开始服务，数据树停在 {zxid}。',
  'write-prepared':
    '服务器 {pid} 把{clientName, select, none {} other { {clientName} 的}} {op}{path, select, none {} other { {path}}} 变成事务 {zxid}。',
  'write-refused':
    '服务器 {pid} 拒绝{clientName, select, none {} other { {clientName} 的}} {op}{path, select, none {} other { {path}}}：{err}。它照样占用一个 zxid：{zxid}。',
  'txn-appended': '服务器 {pid} 把 {zxid} 追加到日志，还没有落盘。',
  'log-flushed':
    '服务器 {pid} 让{txns, plural, =1 {事务 {from} } other { # 个事务（{from} 到 {to}）}}落盘。',
  'txn-applied':
    '服务器 {pid} 把 {zxid} 应用到数据树：{op}{path, select, none {} other { {path}}}{err, select, OK {} other { 什么也没有改变（{err}）}}。{clientName, select, none {} other {现在应答 {clientName}。}}',
  'snapshot-begun':
    '服务器 {pid} 距上次快照的事务已经够多：它写出停在 {zxid} 的数据树，日志换新文件。',
  'snapshot-written': '{zxid} 的快照已在服务器 {pid} 上落盘。',
  'request-forwarded':
    '服务器 {pid} 把 {op}{path, select, none {} other { {path}}} 转交给 Leader（服务器 {leader}）。',
  'proposal-sent':
    '服务器 {pid} {to, select, none {提议事务 {zxid}（{op}），还没有服务器跟随它} other {向 {to} 提议事务 {zxid}（{op}）}}。',
  'ack-counted':
    '服务器 {by} 已让 {zxid} 落盘。至此有 {acks}，{needed, plural, =0 {够不够由分组决定} other {# 台即过半}}。',
  'ack-late': '服务器 {by} 也已让 {zxid} 落盘：它早已提交。',
  'commit-sent':
    '服务器 {pid} 提交 {zxid}：{acks} 已写入磁盘，{needed, plural, =0 {按分组已经足够} other {# 台即过半}}。{to, select, none {} other {它通知 {to}。}}{observers, select, none {} other {这时才发给 {observers}。}}',
  'commit-heard':
    '{how, select, INFORM {服务器 {pid} 从服务器 {leader} 收到已提交的 {zxid}。} other {服务器 {pid} 从服务器 {leader} 得知 {zxid} 已提交。}}',
  'sync-passed':
    '{behind, select, none {服务器 {learner} 的 sync 可以立即继续。} other {{behind} 已提交：服务器 {learner} 的 sync 可以继续。}}',
};

export const timers: Pick<Facts['timer'], keyof typeof english> = {
  PREP: '准备下一个写请求',
  SYNC: '追加下一个事务',
  FLUSH_DELAY: '不再等更多事务一起落盘',
  FLUSHED: '把已落盘的事务传给下一级',
  COMMIT_STAGE: '按顺序放行下一个事务',
  FINAL: '应用下一个事务',
};
