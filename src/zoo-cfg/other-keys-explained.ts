/** In plain English what each key does on which nothing here acts; the dots of a key are written `_`. */
export const OTHER_KEYS_EXPLAINED = {
  serverCnxnFactory: 'The class that takes clients’ connections; TLS needs NettyServerCnxnFactory.',
  maxResponseCacheSize:
    'How many of the nodes read last are kept in the form in which they are sent; 0 or less keeps none.',
  maxGetChildrenResponseCacheSize: 'The same for lists of children.',
  emulate353TTLNodes: 'Whether TTL nodes have the form that 3.5.3 gave them.',
  watchManagerName: 'The class that keeps watches; WatchManagerOptimized takes less memory.',
  watcherCleanThreadsNum: 'How many threads of WatchManagerOptimized remove dead watchers.',
  watcherCleanThreshold: 'From how many dead watchers on they are removed together.',
  watcherCleanIntervalInSeconds: 'After how many seconds they are removed at the latest.',
  maxInProcessingDeadWatchers:
    'From how many dead watchers on clients that add watches are held up; −1 never.',
  bitHashCacheSize: 'How many watchers of a path WatchManagerOptimized keeps at hand.',
  connection_throttle_tokens:
    'How many connections may come at once before more of them are refused at random; 0 lifts the limit.',
  connection_throttle_fill_time: 'Every how many ms connections are allowed again.',
  connection_throttle_fill_count: 'How many are allowed again each time.',
  connection_throttle_freeze_time:
    'Every how many ms the share of refused connections is computed anew; −1 never.',
  connection_throttle_drop_increase: 'By how much that share grows.',
  connection_throttle_drop_decrease: 'By how much that share shrinks.',
  connection_throttle_decrease_ratio: 'Below which use of the limit it shrinks.',
  connection_throttle_weight_enabled: 'Whether new, local and renewed sessions count differently.',
  connection_throttle_global_session_weight: 'What a new global session counts.',
  connection_throttle_local_session_weight: 'What a new local session counts.',
  connection_throttle_renew_session_weight: 'What a renewed session counts.',
  maxWriteQueuePollTime:
    'How long, in ms, the log waits for a further write when flushDelay is set; a third of flushDelay.',
  request_throttle_max_requests:
    'How many requests may be in the pipeline before further ones wait; 0 lifts the limit.',
  request_throttle_stall_time: 'How many ms such a request waits before it looks again.',
  request_throttle_drop_stale: 'Whether requests whose client is gone are dropped while they wait.',
  request_stale_latency_check:
    'Whether a request that is older than its session’s timeout counts as stale.',
  request_stale_connection_check: 'Whether a request whose connection is closed counts as stale.',
  request_throttler_shutdownTimeout: 'How many ms waiting requests get when the server stops.',
  throttled_op_wait_time:
    'After how many ms of waiting a request is answered with an error instead; 0 never.',
  netty_advancedFlowControl_enabled: 'Whether Netty stops reading while the pipeline is full.',
  netty_server_outstandingHandshake_limit:
    'How many TLS handshakes may be under way; −1 lifts the limit.',
  netty_server_earlyDropSecureConnectionHandshakes:
    'Whether TLS connections are dropped while the server is starting.',
  enableEagerACLCheck: 'Whether a follower checks permissions before it passes a write on.',
  leader_maxConcurrentSnapSyncs: 'To how many learners the leader sends a snapshot at once.',
  leader_maxConcurrentDiffSyncs: 'To how many learners it sends a DIFF at once.',
  leader_maxTimeToWaitForEpoch:
    'How many ms a new leader waits for a quorum’s epochs; −1: initLimit.',
  leader_closeSocketAsync: 'Whether the leader closes connections in a thread of their own.',
  leader_ackLoggingFrequency: 'Every how many proposals one is measured.',
  learner_closeSocketAsync: 'Whether a learner closes its connection in a thread of its own.',
  learner_asyncSending: 'Whether a learner sends from a thread of its own.',
  leaderConnectDelayDuringRetryMs:
    'How many ms a learner waits before it tries again to connect to its leader.',
  follower_skipLearnerRequestToNextProcessor:
    'Whether a follower leaves requests of its learners out of its own pipeline.',
  forward_learner_requests_to_commit_processor_disabled:
    'Whether the leader leaves requests of learners out of its own queue.',
  forceSnapshotSync: 'Whether the leader always sends a snapshot; for tests.',
  quorumCnxnTimeoutMs:
    'How many ms a read on an election connection may take; −1: syncLimit ticks.',
  electionPortBindRetry: 'How often a server tries to open its election port; 0 for ever.',
  tcpKeepAlive: 'Whether connections between servers are kept alive by TCP.',
  clientTcpKeepAlive: 'Whether clients’ connections are kept alive by TCP.',
  observer_syncEnabled: 'The same as syncEnabled.',
  observer_reconnectDelayMs:
    'How many ms an observer waits before it connects to its leader again.',
  observer_election_DelayMs:
    'How many ms at most an observer waits before it takes part in an election; the wait is random.',
  observerMaster_sizeLimit: 'How many bytes a follower keeps for the observers that follow it.',
  DigestAuthenticationProvider_enabled: 'Whether the scheme digest can be used at all.',
  DigestAuthenticationProvider_digestAlg: 'How passwords of the scheme digest are hashed.',
  X509AuthenticationProvider_superUser:
    'The name in a certificate that makes its holder the superuser.',
  superUser: 'The SASL name of the superuser.',
  authProvider_1: 'A further class that identifies clients; the number is free.',
  ssl_authProvider: 'Which scheme identifies clients by their certificates.',
  ensembleAuthName:
    'The ensemble’s name: clients with the scheme ensemble that give another one are turned away.',
  sessionRequireClientSASLAuth: 'Whether clients without SASL are turned away.',
  allowSaslFailedClients: 'Whether a client whose SASL login failed may go on.',
  enforce_auth_enabled:
    'Whether clients must authenticate with one of the schemes of enforce.auth.schemes.',
  enforce_auth_schemes: 'Those schemes, with commas.',
  sasl_serverconfig: 'The section of the JAAS file that a server uses for its clients.',
  SASLAuthenticationProvider_superPassword: 'The superuser’s password for DIGEST-MD5.',
  letAnySaslUserDoX: 'A SASL user whose permissions everybody gets.',
  kerberos_removeHostFromPrincipal: 'Whether the host is cut from a Kerberos name.',
  kerberos_removeRealmFromPrincipal: 'Whether the realm is cut from a Kerberos name.',
  kerberos_canonicalizeHostNames:
    'Whether servers’ names are looked up before they are compared; then each must be known to DNS.',
  requireKerberosConfig: 'Whether a server without a Kerberos set-up refuses to start.',
  security_auth_to_local: 'Rules that make short names of Kerberos names.',
  client_portUnification: 'Whether the secure port takes clients without TLS too.',
  jute_maxbuffer_extrasize: 'How many bytes longer than jute.maxbuffer a transaction may be.',
  largeRequestMaxBytes:
    'How many bytes of large requests may be under way; one more loses its connection.',
  largeRequestThreshold: 'From how many bytes on a request is large; −1: none is.',
  snapshot_compression_method: 'How snapshots are compressed: gz, snappy, or not at all.',
  snapshot_trust_empty:
    'Whether a log without a snapshot before it is believed; for upgrades from 3.4.',
  datadir_autocreate: 'Whether missing folders are made; otherwise the server ends.',
  db_autocreate:
    'Whether a server without data may vote; otherwise it waits until it has a leader’s.',
  audit_enable: 'Whether writes are logged with who asked for them.',
  audit_impl_class: 'The class that does so.',
  nio_numSelectorThreads: 'How many threads wait for clients’ requests; at least 1.',
  nio_numWorkerThreads: 'How many threads read and write them.',
  nio_sessionlessCnxnTimeout: 'After how many ms a connection without a session is closed.',
  nio_shutdownTimeout: 'How many ms these threads get to end.',
  nio_directBufferBytes: 'How many bytes a thread sends at once.',
  commitProcessor_numWorkerThreads: 'How many threads carry out committed requests.',
  commitProcessor_maxReadBatchSize:
    'How many reads are done before a commit; −1: as many as there are.',
  commitProcessor_maxCommitBatchSize: 'How many commits are done before a read; at least 1.',
  commitProcessor_shutdownTimeout: 'How many ms these threads get to end.',
  intBufferStartingSizeBytes: 'How many bytes a buffer for requests has at first.',
  messageTracker_Enabled:
    'Whether the last messages between learner and leader are kept for the log.',
  messageTracker_BufferSize: 'How many of them.',
  admin_forceHttps: 'Whether the admin server takes HTTPS only.',
  admin_portUnification: 'Whether its port takes both HTTP and HTTPS.',
  admin_serverAddress: 'The address that it listens on.',
  admin_idleTimeout: 'After how many ms without data it closes a connection.',
  admin_httpVersion: 'Its HTTP version, 10 or 11.',
  metricsProvider_httpHost: 'The address on which Prometheus asks for figures.',
  metricsProvider_httpPort: 'The port for it.',
  metricsProvider_exportJvmInfo: 'Whether figures of the JVM are given as well.',
  metricsProvider_numWorkerThreads: 'How many threads prepare the figures.',
  metricsProvider_maxQueueSize: 'How many figures may wait for them.',
  metricsProvider_workerShutdownTimeoutMs: 'How many ms these threads get to end.',
  pathStats_enabled: 'Whether requests are counted by path.',
  pathStats_sampleRate: 'Which share of the requests is counted.',
  pathStats_slotCapacity: 'How many spans of time are kept.',
  pathStats_slotDuration: 'How many seconds such a span lasts.',
  pathStats_maxDepth: 'To which depth paths are told apart.',
  pathStats_topPathMax: 'How many of the busiest paths are printed.',
  pathStats_initialDelay: 'After how many minutes they are printed first.',
  pathStats_delay: 'Every how many minutes they are printed.',
  jmx_log4j_disable: 'Whether logging is left out of JMX.',
  jmx_log4j_mbean: 'Its name in JMX.',
  testingonly_initialZxid: 'The first zxid of a leader; for tests.',
  ssl_keyStore_location: 'The file with the own certificate and key.',
  ssl_keyStore_password: 'The password of that file.',
  ssl_keyStore_passwordPath: 'The file that holds that password.',
  ssl_keyStore_type:
    'The form of that file: JKS, PEM, PKCS12 or BCFKS; without the line its name says it.',
  ssl_trustStore_location: 'The file with the certificates that are trusted.',
  ssl_trustStore_password: 'The password of that file.',
  ssl_trustStore_passwordPath: 'The file that holds that password.',
  ssl_trustStore_type:
    'The form of that file: JKS, PEM, PKCS12 or BCFKS; without the line its name says it.',
  ssl_protocol: 'The TLS version.',
  ssl_enabledProtocols: 'The TLS versions that are allowed.',
  ssl_ciphersuites: 'The ciphers that are allowed.',
  ssl_context_supplier_class: 'A class that makes the TLS set-up.',
  ssl_hostnameVerification: 'Whether the name in a certificate must be the host’s.',
  ssl_crl: 'Whether revoked certificates are looked up in a list.',
  ssl_ocsp: 'Whether revoked certificates are asked for by OCSP.',
  ssl_clientAuth: 'Whether the other side needs a certificate: none, want or need.',
  ssl_handshakeDetectionTimeoutMillis:
    'How many ms it may take to tell a TLS connection from a plain one.',
} as const;
