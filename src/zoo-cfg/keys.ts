/** Every key of `zoo.cfg` in 3.8 that an operator meets [QuorumPeerConfig.parseProperties]. */

export interface CfgKey {
  readonly key: string;
  /**
   * `flag` is true or false; `yes-no` yes or no; `words` four-letter words with commas. Of what is
   * no value of its type `read` decides.
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
  /**
   * Who reads it. `parser`: QuorumPeerConfig, which refuses what it does not understand. `property`:
   * it becomes the JVM's property `zookeeper.KEY`, and whoever asks for it takes its default for what
   * is none. `jvm`: a property of another name, which no line of the file can set.
   */
  readonly read: 'parser' | 'property' | 'jvm';
  readonly unit: 'ms' | 'ticks' | 'hours' | 'bytes' | 'KiB' | 'transactions' | 'count' | '';
  /** As one would write it; '' when there is none. */
  readonly default: string;
  /** Least and greatest number that makes sense. */
  readonly least?: number;
  readonly most?: number;
  /** Of a flag that is a property: the one word that changes something; any other is the default. */
  readonly only?: string;
  /**
   * Who acts on it in the simulation: a standalone server, the servers of an ensemble, both, or
   * nobody.
   */
  readonly obeyed: 'standalone' | 'ensemble' | 'both' | 'nobody';
}

export const MAX_INT = 2_147_483_647;
/** Of a Java long, as near as a number here comes to it. */
const MAX_LONG = Number(2n ** 63n - 1n);

type Reader = CfgKey['read'];

const whole = (
  key: string,
  unit: CfgKey['unit'],
  preset: number | '',
  obeyed: CfgKey['obeyed'],
  least = 0,
  read: Reader = 'parser',
): CfgKey => ({
  key,
  type: 'whole',
  read,
  unit,
  default: String(preset),
  least,
  most: MAX_INT,
  obeyed,
});

/** [Long.parseLong] */
const long = (key: string, unit: CfgKey['unit'], preset: number): CfgKey => ({
  ...whole(key, unit, preset, 'nobody'),
  most: MAX_LONG,
});

/** A number that is a property. */
const number = (
  key: string,
  unit: CfgKey['unit'],
  preset: number | '',
  obeyed: CfgKey['obeyed'],
  least = 0,
): CfgKey => whole(key, unit, preset, obeyed, least, 'property');

const other = (
  key: string,
  type: CfgKey['type'],
  preset: string,
  obeyed: CfgKey['obeyed'],
  read: Reader = 'parser',
): CfgKey => ({ key, type, read, unit: '', default: preset, obeyed });

const flag = (key: string, preset: boolean, obeyed: CfgKey['obeyed']): CfgKey =>
  other(key, 'flag', String(preset), obeyed);

const onlyWord = (
  key: string,
  type: 'flag' | 'yes-no',
  preset: string,
  only: string,
  obeyed: CfgKey['obeyed'],
): CfgKey => ({ ...other(key, type, preset, obeyed, 'property'), only });

const port = (
  key: string,
  preset: string,
  obeyed: CfgKey['obeyed'],
  read: Reader = 'parser',
): CfgKey => ({
  ...other(key, 'port', preset, obeyed, read),
  least: 0,
  most: 65_535,
});

/** In the order in which the administrator's guide would explain them. */
export const CFG_KEYS: readonly CfgKey[] = [
  whole('tickTime', 'ms', 3000, 'both', 1),
  whole('initLimit', 'ticks', '', 'ensemble', 1),
  whole('syncLimit', 'ticks', '', 'ensemble', 1),
  whole('connectToLearnerMasterLimit', 'ticks', 0, 'ensemble'),
  other('dataDir', 'path', '', 'standalone'),
  other('dataLogDir', 'path', '', 'standalone'),
  port('clientPort', '', 'standalone'),
  other('clientPortAddress', 'text', '', 'nobody'),
  whole('clientPortListenBacklog', 'count', -1, 'nobody', -1),
  whole('maxClientCnxns', 'count', 60, 'standalone'),
  number('maxCnxns', 'count', 0, 'standalone'),
  whole('minSessionTimeout', 'ms', -1, 'standalone', -1),
  whole('maxSessionTimeout', 'ms', -1, 'standalone', -1),
  whole('autopurge.snapRetainCount', 'count', 3, 'standalone'),
  whole('autopurge.purgeInterval', 'hours', 0, 'standalone'),
  other('4lw.commands.whitelist', 'words', 'srvr', 'standalone', 'property'),
  other('peerType', 'peer-type', 'participant', 'ensemble'),
  flag('standaloneEnabled', true, 'ensemble'),
  flag('reconfigEnabled', false, 'nobody'),
  other('dynamicConfigFile', 'path', '', 'nobody'),
  whole('electionAlg', 'count', 3, 'ensemble'),
  flag('syncEnabled', true, 'nobody'),
  flag('localSessionsEnabled', false, 'ensemble'),
  flag('localSessionsUpgradingEnabled', false, 'ensemble'),
  flag('quorumListenOnAllIPs', false, 'nobody'),
  flag('multiAddress.enabled', false, 'nobody'),
  flag('multiAddress.reachabilityCheckEnabled', true, 'nobody'),
  whole('multiAddress.reachabilityCheckTimeoutMs', 'ms', 1000, 'nobody'),
  port('observerMasterPort', '', 'nobody'),
  port('secureClientPort', '', 'nobody'),
  other('secureClientPortAddress', 'text', '', 'nobody'),
  flag('sslQuorum', false, 'nobody'),
  flag('sslQuorumReloadCertFiles', false, 'nobody'),
  flag('portUnification', false, 'nobody'),
  flag('quorum.auth.enableSasl', false, 'nobody'),
  flag('quorum.auth.learnerRequireSasl', false, 'nobody'),
  flag('quorum.auth.serverRequireSasl', false, 'nobody'),
  other('quorum.auth.learner.loginContext', 'text', 'QuorumLearner', 'nobody'),
  other('quorum.auth.server.loginContext', 'text', 'QuorumServer', 'nobody'),
  other('quorum.auth.kerberos.servicePrincipal', 'text', 'zkquorum/localhost', 'nobody'),
  whole('quorum.cnxn.threads.size', 'count', 20, 'nobody', 1),
  flag('jvm.pause.monitor', false, 'nobody'),
  long('jvm.pause.sleep.time.ms', 'ms', 500),
  long('jvm.pause.info-threshold.ms', 'ms', 1000),
  long('jvm.pause.warn-threshold.ms', 'ms', 10_000),
  other('oraclePath', 'text', '', 'nobody'),
  onlyWord('leaderServes', 'yes-no', 'yes', 'no', 'ensemble'),
  onlyWord('skipACL', 'yes-no', 'no', 'yes', 'standalone'),
  number('snapCount', 'transactions', 100_000, 'standalone', 2),
  number('snapSizeLimitInKb', 'KiB', 4_194_304, 'nobody', -1),
  number('commitLogCount', 'transactions', 500, 'ensemble', 500),
  other('snapshotSizeFactor', 'decimal', '0.33', 'ensemble', 'property'),
  number('preAllocSize', 'KiB', 65_536, 'standalone'),
  number('txnLogSizeLimitInKb', 'KiB', -1, 'nobody', -1),
  onlyWord('forceSync', 'yes-no', 'yes', 'no', 'standalone'),
  number('fsync.warningthresholdms', 'ms', 1000, 'standalone'),
  number('flushDelay', 'ms', 0, 'standalone'),
  number('maxBatchSize', 'transactions', 1000, 'standalone', 1),
  number('globalOutstandingLimit', 'count', 1000, 'standalone', 1),
  whole('jute.maxbuffer', 'bytes', 1_048_575, 'standalone', 1, 'jvm'),
  number('cnxTimeout', 'ms', 5000, 'ensemble', 1),
  number('fastleader.minNotificationInterval', 'ms', 200, 'ensemble', 1),
  number('fastleader.maxNotificationInterval', 'ms', 60_000, 'ensemble', 1),
  other('readonlymode.enabled', 'flag', 'false', 'ensemble', 'jvm'),
  onlyWord('enforceQuota', 'flag', 'false', 'true', 'standalone'),
  onlyWord('extendedTypesEnabled', 'flag', 'false', 'true', 'standalone'),
  whole('znode.container.checkIntervalMs', 'ms', 60_000, 'standalone', 1, 'jvm'),
  whole('znode.container.maxPerMinute', 'count', 10_000, 'standalone', 1, 'jvm'),
  whole('znode.container.maxNeverUsedIntervalMs', 'ms', 0, 'standalone', 0, 'jvm'),
  other('DigestAuthenticationProvider.superDigest', 'text', '', 'standalone', 'property'),
  onlyWord('admin.enableServer', 'flag', 'true', 'false', 'nobody'),
  port('admin.serverPort', '8080', 'nobody', 'property'),
  other('admin.commandURL', 'text', '/commands', 'nobody', 'property'),
  onlyWord('digest.enabled', 'flag', 'true', 'true', 'nobody'),
  onlyWord('closeSessionTxn.enabled', 'flag', 'true', 'true', 'nobody'),
  other('metricsProvider.className', 'text', '', 'nobody'),
];

const byKey = new Map(CFG_KEYS.map((each) => [each.key, each]));
export const cfgKey = (key: string): CfgKey | undefined => byKey.get(key);

/** What `4lw.commands.whitelist` may name. */
export const FOUR_LETTER_WORDS: readonly string[] =
  'conf cons crst dirs dump envi gtmk hash isro mntr ruok srst srvr stat stmk wchc wchp wchs'.split(
    ' ',
  );
