import { byHand } from '../by-hand.ts';
import { broken } from './ensemble.ts';

/**
 * One plain sentence for each rule of a fact of a ZooKeeper server or client, with its why. Processes
 * go by their names (`{pidName}`); `op` is the name of a request as the wire protocol has it.
 */
export const facts = {
  ...byHand,
  'disk-lost': '{pidName} has lost its disk: the log and the snapshots are gone.',
  input:
    '{name, select, LINE {{pidName} is told: {text}} FOUR_LETTER {{pidName} is asked {word}.} MOVE {{pidName} is sent to S{server}.} TERMINATE_SESSION {A session is to be ended at {pidName}.} other {{pidName} is asked by hand: {name}.}}',
  /** What each timer is for: what comes when it runs out. */
  timer: {
    PREP: 'prepares the next request',
    SYNC: 'appends the next request',
    FLUSH_DELAY: 'stops waiting for more to flush',
    FLUSHED: 'passes on what it has written',
    FINAL: 'finishes the next request',
    COMMIT_STAGE: 'passes on the next request in its order',
    EXPIRY_TICK: 'looks for sessions to expire',
    CNXN_TICK: 'looks for connections without a session',
    CONTAINER_TICK: 'looks for containers and TTL nodes to delete',
    PURGE: 'purges old files',
    WAKE: 'goes on with its program',
    RECONNECT: 'tries the next server',
    CONNECT_TIMEOUT: 'gives up this server',
    READ_TIMEOUT: 'gives up this connection',
    CLIENT_PING: 'pings the server',
    READ_ONLY_WAIT: 'serves reads without a leader',
    RW_SEARCH: 'asks the next server whether it has a leader',
    RW_ANSWER_TIMEOUT: 'waits no longer for that answer',
  },
  /** The same for each invariant, by its name. */
  broken: {
    ...broken,
    'Zxids-Increase': 'Two transactions have one zxid, or stand in the wrong order: {text}.',
    'Ephemerals-Owned': 'An ephemeral node has outlived its session: {text}.',
    'Tree-Is-Log': 'The tree is not what its log says: {text}.',
    'Restart-Keeps': 'The server came back with another tree: {text}.',
    'Acknowledged-Kept': 'An acknowledged write is gone: {text}.',
    'Replies-In-Order': 'Replies came in another order than the requests: {text}.',
    'Watch-Before-Read': 'A client has read a change before it was told of it: {text}.',
    'Watch-Once': 'A one-shot watch has fired and is still set: {text}.',
    'Parents-Count': 'A parent has not counted its child: {text}.',
    'Expiry-Not-Before': 'A session expired too early: {text}.',
    'Sequence-Grows': 'A sequence number came twice, or went back: {text}.',
  },

  // A client’s handle.
  'client-connecting':
    '{pidName} makes a new handle: it looks for a server and wishes for a session of {timeoutMs} ms.',
  'client-connected':
    '{pidName} is connected and has session {session}, with {timeoutMs} ms.{watches, plural, =0 {} one { Its watch is set again.} other { Its # watches are set again.}}',
  'client-reads-only':
    '{pidName} is connected to a server without a leader: it may read, and no more, in session {session} with {timeoutMs} ms. Meanwhile it asks the other servers whether one of them has a leader.{watches, plural, =0 {} one { Its watch is set again.} other { Its # watches are set again.}}',
  'connect-failed':
    '{pidName} reaches no server ({reason, select, refused {nobody listens there} unreadable {what came back was no answer to a wish for a session} timeout {no answer in time} silence {no answer in time} closed {it was turned away} moved {it goes to another server} other {the connection broke}}). It tries again after a random pause below one second.',
  'client-disconnected':
    '{pidName} has lost its server: {reason, select, silence {it heard nothing for two thirds of its session’s timeout} closed {the server closed the connection} disorder {a reply was not the next one} moved {it goes to another server} other {the connection broke}}. {asked, plural, =0 {} one {What it had asked ends with ConnectionLoss. } other {The # calls that it had made end with ConnectionLoss. }}Session {session} is not over: only a server can end it.',
  'client-expired':
    '{pidName} learns from the server that its session is over: this handle is dead, and a new one would have another session.',
  'client-closed': '{pidName} has closed its session.',
  'client-auth-failed':
    '{pidName} is refused: the server does not know this authentication scheme. The handle is dead.',
  'client-asks': '{pidName} sends {op}{path, select, none {} other { {path}}}.',
  'client-answer':
    '{pidName} has its answer to {op}{path, select, none {} other { {path}}}: {err}{err, select, OK {} ConnectionLoss {, so it cannot know whether it was done} other {}}.',
  'watcher-called': '{pidName}’s watcher {watcher} is called: {type} {path}.',

  // Connections and sessions.
  'server-loaded':
    '{fresh, select, true {{pidName} finds nothing on its disk and begins with an empty tree} other {{pidName} has loaded its newest snapshot and replayed the log behind it, up to {zxid}; {sessions, plural, =0 {it knows no session} one {# session gets its full timeout again} other {# sessions get their full timeout again}}}}. It writes a snapshot before it serves.',
  'server-serves': '{pidName} opens its client port, with the tree of {zxid}.',
  'connection-accepted': '{pidName} accepts a connection from {address} ({clientName}).',
  'connection-refused':
    '{pidName} closes a new connection of {clientName} from {address}: {why} allows no more.',
  'connection-lost':
    '{pidName} has lost the connection of {clientName} ({why, select, silence {nothing came through it} closed {the other end closed it} other {it broke}}). {watches, plural, =0 {} one {Its watch is gone. } other {Its # watches are gone. }}{session, select, 0x0 {It had no session yet.} other {Session {session} lives on until it expires.}}',
  'session-asked':
    '{clientName} wishes for a session of {wishedMs} ms: {pidName} gives it {session} with {timeoutMs} ms{local, select, true {, which no other server knows of} other {, and makes it known by a transaction}}.',
  'session-resumed':
    '{clientName} is back in time: {pidName} knows its session {session} and gives it {timeoutMs} ms again.',
  'session-unknown':
    '{clientName} wants to go on with session {session}, but {pidName} knows no such session any more: it has expired.',
  'client-ahead':
    '{clientName} has seen {seen}, but {pidName} is only at {own}: it hangs up, so that the client never sees time go back.',
  'client-wants-leader':
    '{pidName} has no leader, and {clientName} does not accept to read only: it hangs up without a word.',
  'session-needs-leader':
    '{pidName} has no leader, and session {session} of {clientName} is known to all: only a leader can go on with it, so it hangs up without a word.',
  'write-needs-leader':
    '{pidName} has no leader: {op}{path, select, none {} other { {path}}} of {clientName} is refused with NotReadOnly.',
  'session-terminated':
    '{pidName} ends session {session} of {clientName} by a transaction, since an operator says so through JMX (terminateSession), whatever the client is at.',
  'session-not-here':
    '{pidName} is to end a session through JMX, and has no connection of that client: only the server that it is connected to has one.',
  'session-expires':
    'Nobody has heard of session {session} for its {timeoutMs} ms, and its tick is over: {local, select, true {{pidName} forgets it; no other server knew of it} other {{pidName} closes it by a transaction. Nothing is deleted before that is applied}}.',
  'session-opened':
    'Session {session} is there since {zxid}, with {timeoutMs} ms{clientName, select, none {} other {: {pidName} tells {clientName}}}.',
  'session-closed':
    'Session {session} is over with {zxid}{ephemerals, plural, =0 {} one {, and so is its ephemeral node} other {, and so are its # ephemeral nodes}}.',
  'local-session-opened':
    'Session {session}{clientName, select, none {} other { of {clientName}}} is there, with {timeoutMs} ms, and no other server knows of it: no transaction was needed.',
  'local-session-upgraded':
    'Session {session} is to own an ephemeral node, and {pidName} alone knows of it: a transaction makes it known to all first.',
  'local-session-closed': 'Session {session} is over; no other server knew of it.',
  'auth-added':
    '{clientName} has shown who it is, by {scheme}: from now on this connection counts as that too.',
  'auth-refused':
    '{clientName} used the scheme {scheme}, which {pidName} does not know: it is refused and cut off.',
  'frame-too-large':
    'A request {op} of session {session} has {size} bytes, more than jute.maxbuffer ({limit}): {pidName} closes the connection without an answer.',
  'request-late': 'A {op} of session {session} comes too late: the session has ended.',

  // The pipeline.
  'request-read':
    '{pidName} reads {op}{path, select, none {} other { {path}}} of {clientName} and puts it {learner, select, true {before Commit, where it waits for its turn} other {before Prep}}.',
  'write-prepared':
    'Prep makes {op}{path, select, none {} other { {path}}} the transaction {zxid}: checked against the tree and all that is under way before it.',
  'write-refused':
    'Prep refuses {op}{path, select, none {} other { {path}}}: {err}. It takes the zxid {zxid} all the same.',
  'read-passed':
    'Prep lets {op}{path, select, none {} other { {path}}} pass: a read needs only a living session.',
  'txn-appended': '{zxid} is appended to the log, but not on disk yet.',
  'log-flushed':
    'One sync has put {txns, plural, one {the transaction {from}} other {# transactions, {from} to {to},}} on disk: only now {txns, plural, one {does it count} other {do they count}}.',
  'fsync-slow':
    'The disk of {pidName} took {ms} ms to sync: nothing behind was answered meanwhile. Its log says: {said}',
  'txn-applied':
    '{zxid} is applied: {op, select, error {a refused write} other {{op}}}{path, select, none {} other { {path}}}{err, select, OK {} other { changes nothing ({err})}}.{clientName, select, none {} other { {clientName} is answered.}}',
  'read-answered':
    '{pidName} answers {clientName}’s {op}{path, select, none {} other { {path}}} from its tree as of {zxid}: {err}.',
  'watch-fired':
    'A watch of {clientName} fires: {type} {path} (by {zxid}). The event leaves before any reply that could show the change.',
  'containers-reaped':
    '{count, plural, one {{first} is empty or past its time} other {# nodes are empty or past their time, {first} first}}: {pidName} deletes by transaction.',
  'snapshot-begun':
    'Enough transactions have come since the last snapshot: the tree as of {zxid} is written out while work goes on, and a new log file begins.',
  'snapshot-written': 'The snapshot of {zxid} is on disk: a restart begins there.',
  'word-answered':
    '{pidName} is asked {word} at its client port, and answers: {first}{more, select, true { …} other {}}',
  'files-purged':
    '{pidName} removes what no restart needs: {snapshots, plural, one {# snapshot} other {# snapshots}} and {files, plural, one {# log file} other {# log files}}.',

  // A write on its way through an ensemble.
  'request-forwarded':
    '{pidName} sends {op}{path, select, none {} other { {path}}} on to its leader, S{leader}: only a leader gives zxids.',
  'proposal-sent':
    '{pidName} proposes {zxid} ({op}){to, select, none {} other {: it stands in the queues of {to}}}.',
  'ack-counted':
    'S{by} has {zxid} on disk. That makes {acks}; {needed, plural, =0 {their groups decide} other {# servers are a majority}}.',
  'ack-late': 'S{by} has {zxid} on disk, too. It is committed already: the ACK changes nothing.',
  'commit-sent':
    '{acks} have {zxid} on disk, {needed, plural, =0 {enough by their groups} other {# servers are a majority}}: {pidName} commits it{to, select, none {} other {, and tells {to}}}{observers, select, none {} other {; {observers} gets it now}}.',
  'commit-heard':
    '{how, select, INFORM {{pidName} hears of {zxid} only now that it is committed.} other {{pidName} hears that {zxid} is committed, and applies it.}}',
  'read-only-begins':
    '{pidName} has looked for a leader for long enough: it serves reads from its tree as of {zxid}, to clients that accept this.',
  'read-only-ends': '{pidName} serves reads no longer: its election is over.',
  'sync-passed':
    '{behind, select, none {Nothing is under way at {pidName}: S{learner} may go on with its sync.} other {{behind} is committed: {pidName} lets S{learner} go on with the sync that waited for it.}}',
  /** How many others did the same right after it; only for rules that several share. */
  more: {
    started: '{count, plural, one {One more starts} other {# more start}} with it.',
    'watch-fired': '{count, plural, one {One more watch fires} other {# more watches fire}}.',
    'watcher-called':
      '{count, plural, one {One more watcher is} other {# more watchers are}} called.',
  },
} as const;
