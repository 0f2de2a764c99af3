/** The glossary: each field term with one sentence. Shown on hover and on focus by `<Term>`. */
export const terms = {
  sid: {
    name: 'sid',
    text: 'Server id: the number in the server’s myid file, different for every server; the last thing compared between two votes.',
  },
  zxid: {
    name: 'zxid',
    text: 'Transaction id: epoch and counter, written 2·7; the larger one is the newer transaction.',
  },
  epoch: {
    name: 'epoch',
    text: 'The number of a leader’s reign: each new leader takes a larger one, and it is the first half of every zxid.',
  },
  peerEpoch: {
    name: 'epoch',
    text: 'The epoch a vote carries: the current epoch of the server voted for; compared first.',
  },
  round: {
    name: 'round',
    text: 'The logical clock: it grows by one with each election that this server begins, and jumps when it hears of a higher one. Only votes of the same round are counted together.',
  },
  logicalClock: {
    name: 'logical clock',
    text: 'The number of this server’s present election round. It jumps to a higher one that the server hears of, and is not kept on disk.',
  },
  quorum: {
    name: 'quorum',
    text: 'More than half of the voting servers; any two quorums share at least one server.',
  },
  vote: {
    name: 'vote',
    text: 'The server proposed as leader, with its zxid and epoch, so that others can compare.',
  },
  tally: {
    name: 'tally',
    text: 'How many voters of this round stand behind a candidate, as one server has heard them.',
  },
  voter: { name: 'voter', text: 'A server whose vote counts towards the quorum.' },
  notification: {
    name: 'notification',
    text: 'The message of an election: it carries the sender’s vote, round and state.',
  },
  LOOKING: {
    name: 'LOOKING',
    text: 'The server looks for a leader: it sends votes and collects them.',
  },
  'READ-ONLY': {
    name: 'READ-ONLY',
    text: 'The server looks for a leader, and answers reads meanwhile, of clients that accept this, from the tree that it has.',
  },
  FOLLOWING: {
    name: 'FOLLOWING',
    text: 'The server has accepted another one as leader and follows it.',
  },
  LEADING: {
    name: 'LEADING',
    text: 'The server takes itself for the elected leader; it serves only when a quorum has followed and synchronised.',
  },
  OBSERVING: {
    name: 'OBSERVING',
    text: 'The server follows the leader without a vote of its own.',
  },
  CRASHED: { name: 'CRASHED', text: 'The process is down; only its disk is left.' },
  PAUSED: {
    name: 'PAUSED',
    text: 'The process stands still, as in a long garbage collection; it does not know that time goes by.',
  },
  observer: {
    name: 'observer',
    text: 'A server that receives every transaction but never votes, and never counts towards a quorum.',
  },
  acceptedEpoch: {
    name: 'acceptedEpoch',
    text: 'The newest epoch this server has promised to a leader; on disk before the promise is sent.',
  },
  currentEpoch: {
    name: 'currentEpoch',
    text: 'The epoch of the last leader whose history this server has taken over; on disk.',
  },
  lastZxid: {
    name: 'last zxid',
    text: 'The newest transaction in this server’s log; its vote for itself carries it.',
  },
  leader: { name: 'Leader', text: 'The server that orders all writes of its epoch.' },
  follower: {
    name: 'Follower',
    text: 'A voting server that takes its transactions from the leader.',
  },
  phase: {
    name: 'phase',
    text: 'Where a server stands: election, discovery of the new epoch, synchronisation, broadcast.',
  },
  ELECTION: { name: 'election', text: 'The servers exchange votes until a quorum agrees.' },
  DISCOVERY: {
    name: 'discovery',
    text: 'The leader learns its followers’ epochs and has a quorum accept a new one.',
  },
  SYNCHRONIZATION: {
    name: 'synchronisation',
    text: 'The leader brings its followers’ logs in line with its own, by DIFF, TRUNC or SNAP.',
  },
  BROADCAST: { name: 'broadcast', text: 'The leader is established and transactions flow.' },
  DIFF: { name: 'DIFF', text: 'The leader sends the transactions that the follower lacks.' },
  TRUNC: {
    name: 'TRUNC',
    text: 'The leader has the follower cut off transactions that the leader does not have.',
  },
  SNAP: {
    name: 'SNAP',
    text: 'The leader sends its whole data tree: to a server with an empty disk, to one that has missed more than the leader has kept, and to one whose log has branched off in an epoch of its own.',
  },
  FOLLOWERINFO: {
    name: 'FOLLOWERINFO',
    text: 'A follower greets its leader and names its accepted epoch.',
  },
  LEADERINFO: { name: 'LEADERINFO', text: 'The leader announces the new epoch to a follower.' },
  ACKEPOCH: {
    name: 'ACKEPOCH',
    text: 'The follower accepts the new epoch and names its current epoch and last zxid.',
  },
  NEWLEADER: {
    name: 'NEWLEADER',
    text: 'The leader has sent all of its history; when a quorum acknowledges this it is established.',
  },
  UPTODATE: { name: 'UPTODATE', text: 'The follower may serve clients from now on.' },
  ACK: { name: 'ACK', text: 'An acknowledgement: what it names is on the sender’s disk.' },
  PING: {
    name: 'PING',
    text: 'The leader’s heartbeat, two in a tick. A follower gives up its leader after syncLimit ticks of silence; a leader resigns once fewer than a quorum have been heard of within syncLimit ticks.',
  },
  initLimit: {
    name: 'initLimit',
    text: 'How many ticks a follower has to connect to its leader and to synchronise.',
  },
  syncLimit: {
    name: 'syncLimit',
    text: 'How many ticks a follower and its leader may be silent to each other before they part.',
  },
  tickTime: { name: 'tickTime', text: 'ZooKeeper’s unit of time, in milliseconds.' },
  finalizeWait: {
    name: 'finalizeWait',
    text: 'The 200 ms a server waits, once a quorum agrees with it, for a better vote that may still come.',
  },
  partition: {
    name: 'partition',
    text: 'The network is split into groups that cannot reach each other; nobody is told.',
  },
  ballotBox: {
    name: 'votes received',
    text: 'The last vote heard of each server in this round (recvset in the source).',
  },
  established: {
    name: 'established',
    text: 'A quorum has synchronised with the leader and acknowledged its epoch.',
  },
  serving: { name: 'serving', text: 'The server answers clients.' },
  txnLog: { name: 'log', text: 'The transactions on this server’s disk, oldest first.' },
  committedLog: {
    name: 'kept for DIFF',
    text: 'What a leader sends by DIFF: the newest transactions that are committed, which means that a quorum has them on disk; after a restart also what was only logged. In this lab a transaction is its zxid: no tree stands behind it.',
  },
  outstanding: {
    name: 'proposals without a quorum',
    text: 'Proposed by this leader and not committed: fewer than a quorum have it on disk so far.',
  },
  connection: {
    name: 'connection',
    text: 'A TCP connection between two servers: in order and without loss, until it breaks.',
  },
  timer: { name: 'timer', text: 'Something the server will do when this time has come.' },
  disk: {
    name: 'disk',
    text: 'What survives a crash, and a loss of power as far as it is synced.',
  },
  invariant: { name: 'invariant', text: 'A statement that must hold after every event.' },
} as const;
