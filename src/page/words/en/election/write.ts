/** A write on its way through the servers of an ensemble that no client is connected to. */
export const write = {
  'server-loaded':
    '{fresh, select, true {Server {pid} finds nothing on its disk and begins with an empty tree} other {Server {pid} has loaded its newest snapshot and replayed the log behind it, up to {zxid}{sessions, plural, =0 {} other { (sessions: #)}}}}. It writes a snapshot before it serves.',
  'server-serves': 'Server {pid} stands alone and serves, with the tree of {zxid}.',
  'write-prepared':
    'Server {pid} makes {clientName, select, none {} other {{clientName}’s }}{op}{path, select, none {} other { {path}}} the transaction {zxid}.',
  'write-refused':
    'Server {pid} refuses {clientName, select, none {} other {{clientName}’s }}{op}{path, select, none {} other { {path}}}: {err}. It takes the zxid {zxid} all the same.',
  'txn-appended': 'Server {pid} appends {zxid} to its log; it is not on disk yet.',
  'log-flushed':
    'Server {pid} has {txns, plural, one {transaction {from}} other {# transactions, {from} to {to},}} on disk.',
  'txn-applied':
    'Server {pid} applies {zxid} to its tree: {op}{path, select, none {} other { {path}}}{err, select, OK {} other { changes nothing ({err})}}.{clientName, select, none {} other { {clientName} is answered.}}',
  'snapshot-begun':
    'Enough transactions have come since the last snapshot of server {pid}: it writes the tree as of {zxid}, and begins a new log file.',
  'snapshot-written': 'The snapshot of {zxid} is on the disk of server {pid}.',
  'request-forwarded':
    'Server {pid} passes {op}{path, select, none {} other { {path}}} on to its leader, server {leader}.',
  'proposal-sent':
    'Server {pid} proposes transaction {zxid} ({op}){to, select, none {, and nobody follows it yet} other { to {to}}}.',
  'ack-counted':
    'Server {by} has {zxid} on disk. That makes {acks}{needed, plural, =0 {; groups decide} other {, and # are a quorum}}.',
  'ack-late': 'Server {by} has {zxid} on disk, too: it is committed already.',
  'commit-sent':
    'Server {pid} commits {zxid}: {acks} have it on disk{needed, plural, =0 {, enough by their groups} other {, and # are a quorum}}.{to, select, none {} other { It tells {to}.}}{observers, select, none {} other { {observers} gets it now.}}',
  'commit-heard':
    '{how, select, INFORM {Server {pid} gets {zxid} from server {leader}, committed.} other {Server {pid} hears from server {leader} that {zxid} is committed.}}',
  'sync-passed':
    '{behind, select, none {Server {learner} may go on with its sync at once.} other {{behind} is committed: server {learner} may go on with its sync.}}',
} as const;

/** What its timers are for. */
export const timers = {
  PREP: 'prepares the next write',
  SYNC: 'appends the next transaction',
  FLUSH_DELAY: 'stops waiting for more to sync',
  FLUSHED: 'passes on what it has written',
  COMMIT_STAGE: 'passes on the next transaction in its order',
  FINAL: 'applies the next transaction',
} as const;
