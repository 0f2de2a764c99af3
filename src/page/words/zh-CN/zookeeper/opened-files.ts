import type { Words } from '../../words.ts';

export const openedFiles: Words['openedFiles'] = {
  open: '打开真实文件',
  title: '真实服务器的文件',
  text: '把 ZooKeeper 服务器的事务日志（log.…）和快照（snapshot.…）拖到这里；它们在 dataDir 和 dataLogDir 的 version-2 目录下。文件只在本机读取，不会上传。',
  more: '可以把其他文件拖到这里；日志与它的快照一起打开，就能得到数据树。',
  choose: '选择文件',
  reading: '正在读取',
  stop: '停止读取',
  readingText: '{size} 中的 {percent}%',
  large: '这些文件共 {size}，最多读取 {limit}。请少选几个。',
  many: '{count} 个文件太多，一次最多读取 {most} 个。请少选几个。',
  unreadable: '无法读取文件：{detail}。请重新选择。',
  views: '文件内容',
  transactions: '事务',
  tree: '文件中的数据树',
  files: '文件',
  file: '文件',
  kind: '类型',
  holds: '内容',
  format: '格式',
  formatText: '版本 {version}，dbid {dbid}',
  digest: '摘要',
  none: '–',
  kinds: {
    log: '事务日志',
    snapshot: '快照',
    nothing: '不是可读的日志或快照',
  },
  count: '{count, plural, =0 {没有事务} other {# 个事务}}',
  nodes: '{count} 个节点，{sessions, plural, =0 {没有会话} other {# 个会话}}',
  digests: {
    ok: '一致（比对 {compared} 次）',
    differs: '从 {at} 起不一致：这棵树与服务器当时的树不同',
    none: '文件中没有',
    unknown: '单凭此文件无法核对',
  },
  end: {
    padding: '从第 {offset} 字节起都是零，是服务器为后续写入预留的空间。',
    end: '在最后一个事务之后结束，位于第 {offset} 字节。',
    partial:
      '第 {offset} 字节处的记录没有写完：服务器当时宕机，或者文件是在写入过程中复制的。服务器启动时会忽略它。',
  },
  apart:
    '它的 zxid 与另一个文件重叠：要么来自另一台服务器，要么重复打开。其中的事务没有显示；请单独打开它。',
  nameSays: '按内容，服务器会把它命名为 {name}。',
  atByte: '第 {offset} 字节：',
  readUpTo: '{count, plural, =0 {此前没有内容。} other {显示此前的 # 个事务。}}',
  problem: {
    'bad-magic':
      '开头既不是事务日志的 ZKLG，也不是快照的 ZKSN。请从 dataDir 或 dataLogDir 的 version-2 目录中选择 log.… 或 snapshot.…，是否用 gzip 或 Snappy 压缩均可。',
    'bad-version': '格式版本不是 2。请选择 ZooKeeper 3.4 或更高版本的文件。',
    truncated: '文件在一个字段中间结束。请重新复制；服务器遇到这样的快照会跳过它，改用更早的快照。',
    'bad-length':
      '这里的长度不可能成立，它之前的字节也有错。请重新复制，或从另一台服务器取得该文件。',
    'bad-packing':
      '文件用 gzip 或 Snappy 压缩，在这里损坏。请重新复制，或从另一台服务器取得该文件。',
    'too-large': '内容超出可读取的范围：所有文件合计最多 {bytes}。请少选几个，或选小一些的文件。',
    'bad-checksum':
      '这里的校验和与字节不符。文件被改动过，或者磁盘有故障；请从集群的另一台服务器取得该文件。',
    'unknown-type': '没有哪个 ZooKeeper 会写这种类型的事务。文件被改动过，或由别的程序写成。',
    'too-many':
      '事务、节点和会话合计超过 {records, number} 个（multi 的每一部分单独计数）。前面的已显示，后面的不再读取。请少选几个，或选小一些的文件。',
    'too-long': '本应结束的地方还有字节。文件被改动过，或者由两个文件拼接而成。',
    'no-parent': '这个节点的父节点没有出现在它之前。服务器不会这样写；请改用更早的快照。',
    'bad-path': '这个节点的路径不合法。服务器不会这样写；请改用更早的快照。',
    'unknown-acl': '有节点引用了文件中不存在的 ACL。服务器无法载入；请改用更早的快照。',
    'zxid-order': '这个事务的 zxid 不大于前一个。文件由两个日志拼接而成；请拆开后再打开。',
  },
  treeOfLog: '从头重放 {replayed} 个事务，得到 {zxid} 时的数据树，共 {nodes} 个节点。',
  treeOfSnapshot:
    '服务器用这些文件启动时，会载入 {snapshot}，{replayed, plural, =0 {其后没有事务需要重放} other {再重放其后的 # 个事务}}，得到 {zxid} 时的数据树，共 {nodes} 个节点。',
  lack: {
    'snapshot-missing': '日志从中途开始：要看到数据树，请把它之前的快照也一起打开。',
    gap: '此后缺少一段事务：之后的事务会显示，但不会进入数据树。请把中间的日志也一起打开。',
  },
  run: '用这棵树开始运行',
  runText: '以 {nodes} 个节点和两个控制台开始运行。会话、版本号和时间都重新开始。',
  left: {
    ephemeral: '略去 {count} 个临时节点：它们的会话已经结束。',
    ttl: '略去 {count} 个 TTL 节点及其下的节点。',
    acl: '{count} 个节点有 ACL：在运行中对所有人开放。',
    path: '{count} 个节点的路径没有客户端能写出，或者太长：连同其下的节点都不在运行中。',
    binary: '{count} 个节点的数据不是文本：在运行中没有数据。',
    many: '超出一次运行 {most, number} 个节点的上限，略去 {count} 个。',
    system: '略去 /zookeeper 之下的 {count} 个配额节点。',
  },
};
