/** Files of a real server: what they are, what is wrong with them. */
export const openedFiles = {
  open: 'Open real files',
  title: 'Files of a real server',
  text: 'Drop transaction logs (log.…) and snapshots (snapshot.…) of a ZooKeeper server here; they lie in version-2 of its dataDir and dataLogDir. They are read on this machine and sent nowhere.',
  more: 'Other files may be dropped here; a log and its snapshots together give the tree.',
  choose: 'Choose files',
  reading: 'Reading',
  stop: 'Stop reading',
  readingText: '{percent} % of {size}',
  large: 'These files have {size} together; at most {limit} are read. Choose fewer of them.',
  many: '{count} files are too many; at most {most} are read together. Choose fewer of them.',
  unreadable: 'The files cannot be read: {detail}. Choose them again.',
  views: 'What is in the files',
  transactions: 'Transactions',
  tree: 'Tree of the files',
  files: 'Files',
  file: 'File',
  kind: 'It is',
  holds: 'It holds',
  format: 'Format',
  formatText: 'version {version}, dbid {dbid}',
  digest: 'Digest',
  none: '–',
  kinds: {
    log: 'a transaction log',
    snapshot: 'a snapshot',
    nothing: 'neither a log nor a snapshot that can be read',
  },
  count: '{count, plural, =0 {no transaction} one {# transaction} other {# transactions}}',
  nodes:
    '{count, plural, one {# node} other {# nodes}}, {sessions, plural, =0 {no session} one {# session} other {# sessions}}',
  digests: {
    ok: '{compared, plural, one {holds} other {holds, # compared}}',
    differs: 'differs from {at} on: the tree is not the one that the server had',
    none: 'none in the file',
    unknown: 'cannot be checked alone',
  },
  end: {
    padding: 'From byte {offset} on zeros follow, which the server keeps for what it will write.',
    end: 'It ends behind its last transaction, at byte {offset}.',
    partial:
      'The record at byte {offset} was not written to its end: the server died, or the file was copied while it was written. A server that starts leaves it out.',
  },
  apart:
    'Its zxids overlap those of another file: it belongs to another server, or was opened twice. Its transactions are not shown; open it by itself.',
  nameSays: 'By its content a server would call it {name}.',
  atByte: 'Byte {offset}:',
  readUpTo:
    '{count, plural, =0 {Nothing stands before it.} one {The transaction before it is shown.} other {The # transactions before it are shown.}}',
  problem: {
    'bad-magic':
      'It begins neither with ZKLG, as a transaction log does, nor with ZKSN, as a snapshot does. Choose log.… or snapshot.… from version-2 of dataDir or dataLogDir, packed with gzip or Snappy or not.',
    'bad-version': 'This is not version 2 of the format. Choose a file of ZooKeeper 3.4 or later.',
    truncated:
      'It ends in the middle of a field. Copy it again; a server would leave a snapshot like this and take an older one.',
    'bad-length':
      'A length stands here that cannot be. The bytes before it are wrong, too; copy the file again, or take it from another server.',
    'bad-packing':
      'It is packed with gzip or Snappy, and broken here. Copy it again, or take it from another server.',
    'too-large':
      'There is more in it than can be read here; all files together may have {bytes}. Choose fewer or smaller ones.',
    'bad-checksum':
      'The checksum that stands here is not that of the bytes. The file was changed or its disk is failing; take it from another server of the ensemble.',
    'unknown-type':
      'A kind of transaction that no ZooKeeper writes. The file was changed, or written by another program.',
    'too-many':
      'There are more than {records, number} transactions, nodes and sessions; each part of a multi counts. What comes before is shown, what follows is not read. Choose fewer or smaller files.',
    'too-long': 'Bytes follow where nothing should. The file was changed, or two were joined.',
    'no-parent':
      'A node whose parent has not come before it. No server wrote this; take an older snapshot.',
    'bad-path': 'The path of this node cannot be. No server wrote this; take an older snapshot.',
    'unknown-acl':
      'A node names an ACL that the file does not have. No server would load this; take an older snapshot.',
    'zxid-order':
      'The zxid of this transaction is not greater than that of the one before. Two logs were joined; take them apart.',
  },
  treeOfLog:
    'Replayed from the beginning, {replayed, plural, one {# transaction gives} other {# transactions give}} a tree of {nodes, plural, one {# node} other {# nodes}} at {zxid}.',
  treeOfSnapshot:
    'A server that starts on these files loads {snapshot} and replays {replayed, plural, =0 {nothing} one {# transaction} other {# transactions}} behind it: a tree of {nodes, plural, one {# node} other {# nodes}} at {zxid}.',
  lack: {
    'snapshot-missing':
      'The log begins in the middle of the server’s life: for the tree, open the snapshot before it as well.',
    gap: 'Transactions are missing behind that: what comes later is shown, but not in the tree. Open the log in between as well.',
  },
  run: 'Open this tree as a run',
  runText:
    '{nodes, plural, one {# node begins} other {# nodes begin}} a run with two consoles. Sessions, versions and times begin anew.',
  left: {
    ephemeral:
      '{count, plural, one {# ephemeral node is} other {# ephemeral nodes are}} left out: their sessions are over.',
    ttl: '{count, plural, one {# node} other {# nodes}} with a time to live, or below one, left out.',
    acl: '{count, plural, one {# node has} other {# nodes have}} an ACL: in the run everybody may do everything.',
    path: '{count, plural, one {# node has} other {# nodes have}} a path, or one above, that no client can name or that is too long: left out.',
    binary:
      '{count, plural, one {# node has} other {# nodes have}} data that is no text: in the run they have none.',
    many: '{count, plural, one {# node} other {# nodes}} beyond the {most, number} of a run left out.',
    system: '{count, plural, one {# node} other {# nodes}} of quotas below /zookeeper left out.',
  },
} as const;
