/** What a server obeys: `zoo.cfg`, and the Java properties that can be written there too. */
import type { ZooCfg } from '../view/zookeeper-setup.ts';

/** All times ms, as in the file, unless a name says otherwise. */
export interface ServerConfig {
  readonly tickTime: number;
  readonly minSessionTimeout: number;
  readonly maxSessionTimeout: number;
  /** Of one address; 0: no limit. */
  readonly maxClientCnxns: number;
  /** Of all addresses; 0: no limit. */
  readonly maxCnxns: number;
  readonly snapCount: number;
  readonly globalOutstandingLimit: number;
  /** Longest frame, in bytes. */
  readonly maxBuffer: number;
  readonly skipACL: boolean;
  readonly enforceQuota: boolean;
  readonly extendedTypesEnabled: boolean;
  readonly forceSync: boolean;
  readonly flushDelay: number;
  readonly maxBatchSize: number;
  readonly containerCheckInterval: number;
  readonly containerMaxPerMinute: number;
  readonly containerMaxNeverUsed: number;
  readonly snapRetainCount: number;
  /** Hours; 0: off. */
  readonly purgeInterval: number;
  /** `user:hash`, or '' without a super user. */
  readonly superDigest: string;
  readonly clientPort: number;
  readonly dataDir: string;
  readonly dataLogDir: string;
  readonly whitelist: readonly string[];
  /** How many committed transactions are kept for learners, 500 or more; default 500. */
  readonly commitLogCount?: number;
  /** How large the log may be that is sent instead of a snapshot, as a part of it; below 0: none is; default 0.33. */
  readonly snapshotSizeFactor?: number;
  /** By how many KiB a log file grows; 0: by what is written; default 65536. */
  readonly preAllocSize?: number;
  /** A longer sync is complained about; default 1000. */
  readonly fsyncWarning?: number;
}

/** [QuorumPeerConfig.parseProperties] with the defaults of 3.8; tickTime as in the sample file. */
export function serverConfigOf(cfg: ZooCfg = {}): ServerConfig {
  const tickTime = cfg.tickTime ?? 2000;
  const dataDir = cfg.dataDir ?? '/var/lib/zookeeper';
  const bound = (value: number | undefined, ticks: number): number =>
    value === undefined || value === -1 ? ticks * tickTime : value;
  const retain = cfg['autopurge.snapRetainCount'] ?? 3;
  return {
    tickTime,
    minSessionTimeout: bound(cfg.minSessionTimeout, 2),
    maxSessionTimeout: bound(cfg.maxSessionTimeout, 20),
    maxClientCnxns: cfg.maxClientCnxns ?? 60,
    maxCnxns: cfg.maxCnxns ?? 0,
    snapCount: Math.max(2, cfg.snapCount ?? 100_000),
    globalOutstandingLimit: cfg.globalOutstandingLimit ?? 1000,
    maxBuffer: cfg['jute.maxbuffer'] ?? 0xfffff,
    skipACL: cfg.skipACL ?? false,
    enforceQuota: cfg.enforceQuota ?? false,
    extendedTypesEnabled: cfg.extendedTypesEnabled ?? false,
    forceSync: cfg.forceSync ?? true,
    flushDelay: cfg.flushDelay ?? 0,
    maxBatchSize: cfg.maxBatchSize ?? 1000,
    containerCheckInterval: cfg['znode.container.checkIntervalMs'] ?? 60_000,
    containerMaxPerMinute: cfg['znode.container.maxPerMinute'] ?? 10_000,
    containerMaxNeverUsed: cfg['znode.container.maxNeverUsedIntervalMs'] ?? 0,
    snapRetainCount: Math.max(3, retain),
    purgeInterval: cfg['autopurge.purgeInterval'] ?? 0,
    superDigest: cfg['DigestAuthenticationProvider.superDigest'] ?? '',
    clientPort: cfg.clientPort ?? 2181,
    dataDir,
    dataLogDir: cfg.dataLogDir ?? dataDir,
    whitelist: (cfg['4lw.commands.whitelist'] ?? 'srvr').split(',').map((word) => word.trim()),
    ...seldomSaid(cfg),
  };
}

/** Left out where the file does not say it, so that the states of a run are what they were without it. */
function seldomSaid(cfg: ZooCfg): Partial<ServerConfig> {
  const {
    commitLogCount,
    snapshotSizeFactor,
    preAllocSize,
    'fsync.warningthresholdms': fsyncWarning,
  } = cfg;
  return {
    ...(commitLogCount !== undefined && {
      commitLogCount: Math.max(LEAST_COMMIT_LOG, commitLogCount),
    }),
    // [ZKDatabase] More than the whole snapshot makes no sense, and is not taken.
    ...(snapshotSizeFactor !== undefined && snapshotSizeFactor <= 1 && { snapshotSizeFactor }),
    ...(preAllocSize !== undefined && { preAllocSize }),
    ...(fsyncWarning !== undefined && { fsyncWarning }),
  };
}

/** [ZKDatabase.DEFAULT_COMMIT_LOG_COUNT] */
export const LEAST_COMMIT_LOG = 500;

/** [ZooKeeperServer.processConnectRequest] */
export const negotiated = (
  { minSessionTimeout, maxSessionTimeout }: ServerConfig,
  wished: number,
): number => Math.min(Math.max(wished, minSessionTimeout), maxSessionTimeout);
