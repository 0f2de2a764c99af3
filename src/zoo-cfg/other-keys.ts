/**
 * The keys of 3.8 on which nothing here acts: properties of the JVM that other parts of a server ask
 * for, all documented ones among them. Kept from the simulation, which does not need them.
 */
import { CFG_KEYS, cfgKey } from './keys.ts';
import type { CfgKey } from './keys.ts';

/** What holds without the line; '' when there is nothing, or when the machine decides. */
const OTHERS = {
  serverCnxnFactory: 'org.apache.zookeeper.server.NIOServerCnxnFactory',
  maxResponseCacheSize: '400',
  maxGetChildrenResponseCacheSize: '400',
  emulate353TTLNodes: 'false',
  watchManagerName: 'org.apache.zookeeper.server.watch.WatchManager',
  watcherCleanThreadsNum: '2',
  watcherCleanThreshold: '1000',
  watcherCleanIntervalInSeconds: '600',
  maxInProcessingDeadWatchers: '-1',
  bitHashCacheSize: '10',
  connection_throttle_tokens: '0',
  connection_throttle_fill_time: '1',
  connection_throttle_fill_count: '1',
  connection_throttle_freeze_time: '-1',
  connection_throttle_drop_increase: '0.02',
  connection_throttle_drop_decrease: '0.002',
  connection_throttle_decrease_ratio: '0',
  connection_throttle_weight_enabled: 'false',
  connection_throttle_global_session_weight: '3',
  connection_throttle_local_session_weight: '1',
  connection_throttle_renew_session_weight: '2',
  maxWriteQueuePollTime: '',
  request_throttle_max_requests: '0',
  request_throttle_stall_time: '100',
  request_throttle_drop_stale: 'true',
  request_stale_latency_check: 'false',
  request_stale_connection_check: 'true',
  'request_throttler.shutdownTimeout': '10000',
  throttled_op_wait_time: '0',
  'netty.advancedFlowControl.enabled': 'false',
  'netty.server.outstandingHandshake.limit': '-1',
  'netty.server.earlyDropSecureConnectionHandshakes': 'false',
  enableEagerACLCheck: 'false',
  'leader.maxConcurrentSnapSyncs': '10',
  'leader.maxConcurrentDiffSyncs': '100',
  'leader.maxTimeToWaitForEpoch': '-1',
  'leader.closeSocketAsync': 'false',
  'leader.ackLoggingFrequency': '1000',
  'learner.closeSocketAsync': 'false',
  'learner.asyncSending': 'false',
  leaderConnectDelayDuringRetryMs: '100',
  'follower.skipLearnerRequestToNextProcessor': 'false',
  forward_learner_requests_to_commit_processor_disabled: 'false',
  forceSnapshotSync: 'false',
  quorumCnxnTimeoutMs: '-1',
  electionPortBindRetry: '3',
  tcpKeepAlive: 'false',
  clientTcpKeepAlive: 'false',
  'observer.syncEnabled': 'true',
  'observer.reconnectDelayMs': '0',
  'observer.election.DelayMs': '200',
  'observerMaster.sizeLimit': '33554432',
  'DigestAuthenticationProvider.enabled': 'true',
  'DigestAuthenticationProvider.digestAlg': 'SHA1',
  'X509AuthenticationProvider.superUser': '',
  superUser: '',
  'authProvider.1': '',
  'ssl.authProvider': 'x509',
  ensembleAuthName: '',
  sessionRequireClientSASLAuth: 'false',
  allowSaslFailedClients: 'false',
  'enforce.auth.enabled': 'false',
  'enforce.auth.schemes': '',
  'sasl.serverconfig': 'Server',
  'SASLAuthenticationProvider.superPassword': '',
  letAnySaslUserDoX: '',
  'kerberos.removeHostFromPrincipal': 'false',
  'kerberos.removeRealmFromPrincipal': 'false',
  'kerberos.canonicalizeHostNames': 'false',
  requireKerberosConfig: 'false',
  'security.auth_to_local': 'DEFAULT',
  'client.portUnification': 'false',
  'jute.maxbuffer.extrasize': '',
  largeRequestMaxBytes: '104857600',
  largeRequestThreshold: '-1',
  'snapshot.compression.method': '',
  'snapshot.trust.empty': 'false',
  'datadir.autocreate': 'true',
  'db.autocreate': 'true',
  'audit.enable': 'false',
  'audit.impl.class': 'org.apache.zookeeper.audit.Slf4jAuditLogger',
  'nio.numSelectorThreads': '',
  'nio.numWorkerThreads': '',
  'nio.sessionlessCnxnTimeout': '10000',
  'nio.shutdownTimeout': '5000',
  'nio.directBufferBytes': '65536',
  'commitProcessor.numWorkerThreads': '',
  'commitProcessor.maxReadBatchSize': '-1',
  'commitProcessor.maxCommitBatchSize': '1',
  'commitProcessor.shutdownTimeout': '5000',
  intBufferStartingSizeBytes: '1024',
  'messageTracker.Enabled': 'false',
  'messageTracker.BufferSize': '10',
  'admin.forceHttps': 'false',
  'admin.portUnification': 'false',
  'admin.serverAddress': '0.0.0.0',
  'admin.idleTimeout': '30000',
  'admin.httpVersion': '11',
  'metricsProvider.httpHost': '0.0.0.0',
  'metricsProvider.httpPort': '7000',
  'metricsProvider.exportJvmInfo': 'true',
  'metricsProvider.numWorkerThreads': '1',
  'metricsProvider.maxQueueSize': '1000000',
  'metricsProvider.workerShutdownTimeoutMs': '1000',
  'pathStats.enabled': 'false',
  'pathStats.sampleRate': '0.1',
  'pathStats.slotCapacity': '60',
  'pathStats.slotDuration': '15',
  'pathStats.maxDepth': '6',
  'pathStats.topPathMax': '20',
  'pathStats.initialDelay': '5',
  'pathStats.delay': '5',
  'jmx.log4j.disable': 'false',
  'jmx.log4j.mbean': 'log4j:hierarchy=default',
  'testingonly.initialZxid': '',
} as const;

/** Of TLS, for clients as `ssl.NAME` and between servers as `ssl.quorum.NAME`. */
const TLS = {
  'keyStore.location': '',
  'keyStore.password': '',
  'keyStore.passwordPath': '',
  'keyStore.type': '',
  'trustStore.location': '',
  'trustStore.password': '',
  'trustStore.passwordPath': '',
  'trustStore.type': '',
  protocol: 'TLSv1.2',
  enabledProtocols: 'TLSv1.2',
  ciphersuites: '',
  'context.supplier.class': '',
  hostnameVerification: 'true',
  crl: 'false',
  ocsp: 'false',
  clientAuth: 'need',
  handshakeDetectionTimeoutMillis: '5000',
} as const;

/** Names in the documentation that no server reads, and those that it does read. */
const ALIASES: Readonly<Record<string, string>> = {
  connectionMaxTokens: 'connection_throttle_tokens',
  connectionTokenFillTime: 'connection_throttle_fill_time',
  connectionTokenFillCount: 'connection_throttle_fill_count',
  connectionFreezeTime: 'connection_throttle_freeze_time',
  connectionDropIncrease: 'connection_throttle_drop_increase',
  connectionDropDecrease: 'connection_throttle_drop_decrease',
  connectionDecreaseRatio: 'connection_throttle_decrease_ratio',
  requestThrottleLimit: 'request_throttle_max_requests',
  requestThrottleStallTime: 'request_throttle_stall_time',
  requestThrottleDropStale: 'request_throttle_drop_stale',
  requestStaleLatencyCheck: 'request_stale_latency_check',
  requestStaleConnectionCheck: 'request_stale_connection_check',
  throttledOpWaitTime: 'throttled_op_wait_time',
  advancedFlowControlEnabled: 'netty.advancedFlowControl.enabled',
  'outstandingHandshake.limit': 'netty.server.outstandingHandshake.limit',
  maxConcurrentSnapSyncs: 'leader.maxConcurrentSnapSyncs',
  maxConcurrentDiffSyncs: 'leader.maxConcurrentDiffSyncs',
  maxTimeToWaitForEpoch: 'leader.maxTimeToWaitForEpoch',
  authProvider: 'authProvider.1',
};

const known = (key: string, preset: string): CfgKey => ({
  key,
  type: 'text',
  read: 'property',
  unit: '',
  default: preset,
  obeyed: 'nobody',
});

const OTHER_KEYS: readonly CfgKey[] = [
  ...Object.entries(OTHERS).map(([key, preset]) => known(key, preset)),
  ...['ssl.', 'ssl.quorum.'].flatMap((prefix) =>
    Object.entries(TLS).map(([name, preset]) => known(prefix + name, preset)),
  ),
];

/** Every key that a server of 3.8 reads, besides those of servers, groups and weights. */
export const ALL_KEYS: readonly CfgKey[] = [...CFG_KEYS, ...OTHER_KEYS];

const others = new Map(OTHER_KEYS.map((each) => [each.key, each]));

/** A key of any kind; of providers each number is one. */
export function knownKey(key: string): CfgKey | undefined {
  const found = cfgKey(key) ?? others.get(key);
  if (found !== undefined) return found;
  if (key.startsWith('authProvider.')) return { ...known(key, ''), key };
  return key.startsWith('metricsProvider.') ? { ...known(key, ''), key } : undefined;
}

/** The name under which words explain it. */
export function wordsOf({ key }: CfgKey): string {
  if (key.startsWith('authProvider.')) return 'authProvider_1';
  const more = key.startsWith('metricsProvider.') && !others.has(key) && cfgKey(key) === undefined;
  if (more) return 'metricsProvider_className';
  return key.replace(/^ssl\.quorum\./u, 'ssl.').replaceAll('.', '_');
}

/** Whether it is about TLS between servers, and explained as the one for clients is. */
export const isBetweenServers = ({ key }: CfgKey): boolean => key.startsWith('ssl.quorum.');

/** The key that differs from this one by case alone. */
export const keyLike = (key: string): CfgKey | undefined =>
  ALL_KEYS.find((each) => each.key.toLowerCase() === key.toLowerCase());

/** What a server reads instead of this name. */
export function readInstead(key: string): string | undefined {
  const plain = key.replace(/^zookeeper\./u, '');
  if (Object.hasOwn(ALIASES, plain)) return ALIASES[plain];
  return plain === key ? undefined : knownKey(plain)?.key;
}
