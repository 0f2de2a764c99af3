/** In plain English what each key of a zoo.cfg does; the dots of a key are written `_`. */
export const EXPLAINED = {
  tickTime:
    'The unit of time: heartbeats, time-outs and limits are counted in ticks. The sample file has 2000; without the line it is 3000.',
  initLimit: 'How many ticks a follower may take to connect to its leader and catch up with it.',
  syncLimit: 'How many ticks a follower may lag, or stay silent, before its leader drops it.',
  connectToLearnerMasterLimit:
    'How many ticks the TCP connection to the leader may take; 0 means initLimit.',
  dataDir: 'Where snapshots lie, and the file myid.',
  dataLogDir:
    'Where the transaction log lies. A disk of its own makes writes faster; without the line it is dataDir.',
  clientPort: 'The port that clients connect to.',
  clientPortAddress: 'The address that the client port listens on; without the line, all of them.',
  clientPortListenBacklog:
    'How many connections may wait to be accepted; −1 leaves it to the system.',
  maxClientCnxns:
    'How many connections one client address may have. One more is closed at once; 0 lifts the limit.',
  maxCnxns: 'How many connections the server takes in all; 0 means no limit.',
  minSessionTimeout: 'The shortest session timeout that a client can get. −1 stands for 2 ticks.',
  maxSessionTimeout: 'The longest session timeout that a client can get. −1 stands for 20 ticks.',
  autopurge_snapRetainCount:
    'How many snapshots a purge leaves, with the logs that they need; at least 3.',
  autopurge_purgeInterval: 'Every how many hours old snapshots and logs are deleted; 0 never.',
  '4lw_commands_whitelist':
    'Which four-letter words are answered; * allows all. Without the line, srvr alone.',
  peerType: 'Whether this server votes (participant) or only follows along (observer).',
  standaloneEnabled: 'Whether a single server runs without the ensemble’s machinery.',
  reconfigEnabled: 'Whether clients may change the membership while it runs.',
  dynamicConfigFile: 'The file with the server lines, when they change at run time.',
  electionAlg: 'The election’s algorithm; only 3, fast leader election, is left.',
  syncEnabled: 'Whether observers keep a log and snapshots of their own.',
  localSessionsEnabled: 'Whether sessions may stay with one server, without a transaction.',
  localSessionsUpgradingEnabled:
    'Whether such a session becomes global when it wants an ephemeral node.',
  quorumListenOnAllIPs: 'Whether servers listen to each other on all addresses.',
  multiAddress_enabled: 'Whether a server line may hold several addresses.',
  observerMasterPort: 'A port where observers may follow a follower instead of the leader.',
  secureClientPort: 'The port for clients over TLS.',
  leaderServes: 'Whether the leader takes clients too; no leaves it time for its writes.',
  skipACL: 'yes turns every permission check off.',
  snapCount:
    'After between half of this and all of this many transactions, at random, a snapshot is taken and a new log begun.',
  snapSizeLimitInKb: 'The same by the size of the log.',
  commitLogCount: 'How many committed transactions stay in memory for followers that catch up.',
  snapshotSizeFactor:
    'How much log may be sent to a follower before a whole snapshot is cheaper, as a part of the snapshot’s size.',
  preAllocSize:
    'By how much a log file is extended at once, so that an append need not change its size.',
  txnLogSizeLimitInKb: 'From what size on a new log file is begun; −1 never.',
  forceSync: 'no answers writes before they are safely on disk: faster, and not durable.',
  fsync_warningthresholdms: 'A sync that takes longer is complained about in the log.',
  flushDelay: 'How long the log waits for more writes before it syncs them together.',
  maxBatchSize: 'How many transactions are synced together at most.',
  globalOutstandingLimit:
    'From how many unfinished requests on the server stops reading from clients.',
  jute_maxbuffer: 'The longest request, in bytes. A longer one loses its connection.',
  cnxTimeout: 'How long a server tries to connect to another for an election.',
  fastleader_minNotificationInterval:
    'How long an election waits for news at first; it doubles from there.',
  fastleader_maxNotificationInterval: 'The longest such wait.',
  readonlymode_enabled:
    'Whether a server without a quorum answers reads of clients that agree to it.',
  enforceQuota: 'Whether hard quotas are refused; otherwise they only warn.',
  extendedTypesEnabled: 'Whether nodes may have a time to live.',
  znode_container_checkIntervalMs:
    'How often empty containers and nodes past their time are looked for.',
  znode_container_maxPerMinute: 'How many of them are deleted in a minute at most.',
  znode_container_maxNeverUsedIntervalMs:
    'After how long a container that never had a child is deleted; 0 never.',
  DigestAuthenticationProvider_superDigest: 'user:hash of the superuser, whom no permission stops.',
  admin_enableServer: 'Whether the HTTP server for the same answers as four-letter words runs.',
  admin_serverPort: 'Its port.',
  admin_commandURL: 'Where its commands stand.',
  digest_enabled:
    'Whether transactions carry a digest of the tree, so that servers that differ are noticed.',
  closeSessionTxn_enabled:
    'Whether the end of a session names the ephemeral nodes that it deletes.',
  metricsProvider_className: 'Who takes the server’s figures, such as Prometheus.',
  multiAddress_reachabilityCheckEnabled:
    'Whether a server tries which of several addresses can be reached.',
  multiAddress_reachabilityCheckTimeoutMs: 'How long it tries.',
  secureClientPortAddress:
    'The address that the port for TLS listens on; without the line, all of them.',
  sslQuorum: 'Whether servers talk to each other over TLS.',
  sslQuorumReloadCertFiles: 'Whether certificates are read again when their files change.',
  portUnification: 'Whether servers take both TLS and plain connections from each other.',
  quorum_auth_enableSasl: 'Whether servers may identify each other by SASL.',
  quorum_auth_learnerRequireSasl: 'Whether a learner insists on it.',
  quorum_auth_serverRequireSasl: 'Whether a server insists on it.',
  quorum_auth_learner_loginContext: 'The section of the JAAS file that a learner uses.',
  quorum_auth_server_loginContext: 'The section of the JAAS file that a server uses.',
  quorum_auth_kerberos_servicePrincipal: 'The Kerberos name of the servers.',
  quorum_cnxn_threads_size: 'How many threads identify the servers that connect.',
  jvm_pause_monitor: 'Whether pauses of the JVM are noticed and logged.',
  jvm_pause_sleep_time_ms: 'How long the monitor sleeps between two looks.',
  'jvm_pause_info-threshold_ms': 'A longer pause is logged.',
  'jvm_pause_warn-threshold_ms': 'A longer pause is logged as a warning.',
  oraclePath: 'The file of an oracle that says which of two servers may lead alone.',
} as const;
