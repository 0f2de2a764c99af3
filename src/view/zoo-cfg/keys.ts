/** Every key of `zoo.cfg` in 3.8 that an operator meets [QuorumPeerConfig.parseProperties]. */

export interface CfgKey {
  readonly key: string;
  /**
   * `flag` is true or false, `yes-no` yes or no (in either case as the server itself reads it);
   * `words` four-letter words with commas.
   */
  readonly type:
    | 'whole'
    | 'port'
    | 'flag'
    | 'yes-no'
    | 'path'
    | 'words'
    | 'peer-type'
    | 'text'
    | 'decimal';
  readonly unit: 'ms' | 'ticks' | 'hours' | 'bytes' | 'KiB' | 'transactions' | 'count' | '';
  /** As one would write it; '' when there is none. */
  readonly default: string;
  /** Least and greatest number that makes sense. */
  readonly least?: number;
  readonly most?: number;
  /**
   * Who acts on it in the simulation: a standalone server, the servers of an ensemble, both, or
   * nobody.
   */
  readonly obeyed: 'standalone' | 'ensemble' | 'both' | 'nobody';
  /** The server reads it as a property of its JVM only: in the real file it does nothing. */
  readonly jvm?: true;
}

const MAX_INT = 2_147_483_647;

const whole = (
  key: string,
  unit: CfgKey['unit'],
  preset: number | '',
  obeyed: CfgKey['obeyed'],
  least = 0,
  jvm = false,
): CfgKey => ({
  key,
  type: 'whole',
  unit,
  default: String(preset),
  least,
  most: MAX_INT,
  obeyed,
  ...(jvm && { jvm: true }),
});

const other = (
  key: string,
  type: CfgKey['type'],
  preset: string,
  obeyed: CfgKey['obeyed'],
): CfgKey => ({ key, type, unit: '', default: preset, obeyed });

const flag = (key: string, preset: boolean, obeyed: CfgKey['obeyed']): CfgKey =>
  other(key, 'flag', String(preset), obeyed);

const port = (key: string, preset: string, obeyed: CfgKey['obeyed']): CfgKey => ({
  ...other(key, 'port', preset, obeyed),
  least: 0,
  most: 65_535,
});

/** In the order in which the administrator's guide would explain them. */
export const CFG_KEYS: readonly CfgKey[] = [
  whole('tickTime', 'ms', 3000, 'both', 1),
  whole('initLimit', 'ticks', '', 'ensemble', 1),
  whole('syncLimit', 'ticks', '', 'ensemble', 1),
  whole('connectToLearnerMasterLimit', 'ticks', 0, 'nobody'),
  other('dataDir', 'path', '', 'standalone'),
  other('dataLogDir', 'path', '', 'standalone'),
  port('clientPort', '', 'standalone'),
  other('clientPortAddress', 'text', '', 'nobody'),
  whole('clientPortListenBacklog', 'count', -1, 'nobody', -1),
  whole('maxClientCnxns', 'count', 60, 'standalone'),
  whole('maxCnxns', 'count', 0, 'standalone'),
  whole('minSessionTimeout', 'ms', -1, 'standalone', -1),
  whole('maxSessionTimeout', 'ms', -1, 'standalone', -1),
  whole('autopurge.snapRetainCount', 'count', 3, 'standalone'),
  whole('autopurge.purgeInterval', 'hours', 0, 'standalone'),
  other('4lw.commands.whitelist', 'words', 'srvr', 'standalone'),
  other('peerType', 'peer-type', 'participant', 'ensemble'),
  flag('standaloneEnabled', true, 'nobody'),
  flag('reconfigEnabled', false, 'nobody'),
  other('dynamicConfigFile', 'path', '', 'nobody'),
  whole('electionAlg', 'count', 3, 'ensemble'),
  flag('syncEnabled', true, 'nobody'),
  flag('localSessionsEnabled', false, 'nobody'),
  flag('localSessionsUpgradingEnabled', false, 'nobody'),
  flag('quorumListenOnAllIPs', false, 'nobody'),
  flag('multiAddress.enabled', false, 'nobody'),
  port('observerMasterPort', '', 'nobody'),
  port('secureClientPort', '', 'nobody'),
  other('leaderServes', 'yes-no', 'yes', 'nobody'),
  other('skipACL', 'yes-no', 'no', 'standalone'),
  whole('snapCount', 'transactions', 100_000, 'standalone', 2),
  whole('snapSizeLimitInKb', 'KiB', 4_194_304, 'nobody'),
  whole('commitLogCount', 'transactions', 500, 'nobody', 500),
  other('snapshotSizeFactor', 'decimal', '0.33', 'nobody'),
  whole('preAllocSize', 'KiB', 65_536, 'nobody', 1),
  whole('txnLogSizeLimitInKb', 'KiB', -1, 'nobody', -1),
  other('forceSync', 'yes-no', 'yes', 'standalone'),
  whole('fsync.warningthresholdms', 'ms', 1000, 'nobody'),
  whole('flushDelay', 'ms', 0, 'standalone'),
  whole('maxBatchSize', 'transactions', 1000, 'standalone', 1),
  whole('globalOutstandingLimit', 'count', 1000, 'standalone', 1),
  whole('jute.maxbuffer', 'bytes', 1_048_575, 'standalone', 1, true),
  whole('cnxTimeout', 'ms', 5000, 'nobody', 1),
  whole('fastleader.minNotificationInterval', 'ms', 200, 'nobody', 1),
  whole('fastleader.maxNotificationInterval', 'ms', 60_000, 'nobody', 1),
  { ...flag('readonlymode.enabled', false, 'nobody'), jvm: true },
  flag('enforceQuota', false, 'standalone'),
  flag('extendedTypesEnabled', false, 'standalone'),
  whole('znode.container.checkIntervalMs', 'ms', 60_000, 'standalone', 1, true),
  whole('znode.container.maxPerMinute', 'count', 10_000, 'standalone', 1, true),
  whole('znode.container.maxNeverUsedIntervalMs', 'ms', 0, 'standalone', 0, true),
  other('DigestAuthenticationProvider.superDigest', 'text', '', 'standalone'),
  flag('admin.enableServer', true, 'nobody'),
  port('admin.serverPort', '8080', 'nobody'),
  other('admin.commandURL', 'text', '/commands', 'nobody'),
  flag('digest.enabled', true, 'nobody'),
  flag('closeSessionTxn.enabled', true, 'nobody'),
  other('metricsProvider.className', 'text', '', 'nobody'),
];

const byKey = new Map(CFG_KEYS.map((each) => [each.key, each]));
export const cfgKey = (key: string): CfgKey | undefined => byKey.get(key);

/** The key that differs from this one by case alone. */
export const cfgKeyLike = (key: string): CfgKey | undefined =>
  CFG_KEYS.find((each) => each.key.toLowerCase() === key.toLowerCase());

/** What `4lw.commands.whitelist` may name. */
export const FOUR_LETTER_WORDS: readonly string[] =
  'conf cons crst dirs dump envi gtmk hash isro mntr ruok srst srvr stat stmk wchc wchp wchs'.split(
    ' ',
  );
