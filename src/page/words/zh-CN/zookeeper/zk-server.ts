import type { Bundle } from '../../words.ts';

/** 服务器所在机器上的文字：zkServer.sh 与四字命令。 */
export const zkServer: Bundle<'zookeeperParts'>['zkServer'] = {
  name: '{name} 所在的机器',
  command: '服务器命令',
  output: '服务器输出',
  script: 'zkServer.sh',
  words: '四字命令',
  refused: '{word}：不在 zoo.cfg 的白名单里，服务器只会这样回答',
  verb: {
    start: '启动进程。STARTED 只说明一秒后进程还活着，不说明它已经在服务。',
    status: '发送 srvr，再从回答里找 Mode 那一行。',
    restart: '先 stop，等三秒，再 start。新的 zoo.cfg 此时才被读取。',
    stop: '结束进程。会话还在日志里，下次启动后重新计超时。',
    version: '这是哪个版本的 ZooKeeper。',
  },
  word: {
    conf: '服务器正在使用的配置。',
    cons: '每个连接：会话、最近一次操作、延迟。',
    crst: '把所有连接的统计清零。',
    dirs: '快照和日志各有多大。真实的服务器把两者弄反了，这里也一样。',
    dump: '按过期先后列出会话，以及它们的临时节点。',
    envi: '服务器运行在什么环境里。',
    gtmk: '跟踪掩码。',
    hash: '数据树的摘要，每 128 个事务一个。',
    isro: '只读（ro）还是可写（rw）。',
    mntr: '各项指标，每行一项，供监控程序读取。',
    ruok: 'Are you OK？imok 只说明进程活着，别的什么也不说明。',
    srst: '把服务器的统计清零。',
    srvr: '延迟、请求数、最新的 zxid、模式。总是允许。',
    stat: '同上，另外列出谁连着。',
    stmk: '设置跟踪掩码，掩码写在命令后面。',
    wchc: '按会话列出监听。',
    wchp: '按路径列出监听。',
    wchs: '一共有多少监听。',
  },
  unknown:
    '这里没有 {name}。请输入 zkServer.sh 加 start、status、restart、stop 或 version，或者一个四字命令。',
  noAnswer: '端口 {port} 上没有人监听：服务器没有运行。',
  standsStill: '没有回答：进程停住了（SIGSTOP）。请恢复它，否则等不到回答。',
  nothing: '服务器没有回答就关闭了连接。',
  hint: '就像在服务器那台机器上输入一样。',
};
