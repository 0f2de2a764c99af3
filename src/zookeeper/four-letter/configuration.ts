/** `conf`, `dirs` and `envi`: how a server is set up, and on what it runs. */
import type { Server as Peer } from '../../protocols/election/server.ts';
import { ELECTION_PORT, membershipLines, observes, QUORUM_PORT } from '../quorum/membership.ts';
import { readsOnly } from '../quorum/place.ts';
import type { Server } from '../server/server.ts';
import { FULL_VERSION } from '../../view/zookeeper-version.ts';
import { diskSizes } from '../server/sizes.ts';

/** Both folders are one unless the configuration says otherwise. */
function sizes({ settings, disk }: Server): { data: number; log: number } {
  const { dataDir, dataLogDir, preAllocSize } = settings.cfg;
  const { snapshots, logs } = diskSizes(disk, preAllocSize);
  const together = snapshots + logs;
  return dataDir === dataLogDir
    ? { data: together, log: together }
    : { data: logs, log: snapshots };
}

/** The last line of a member's answer has no end. */
export const confText = (s: Server): string =>
  s.peer === null
    ? confLines(s)
        .map((line) => `${line}\n`)
        .join('')
    : [...confLines(s), ...quorumLines(s.peer), ...membership(s, s.peer)].join('\n');

/** [QuorumPeer, ZooKeeperServerConf.toString] */
const quorumLines = (peer: Peer): readonly string[] => [
  `initLimit=${peer.config.initLimit}`,
  `syncLimit=${peer.config.syncLimit}`,
  'electionAlg=3',
  `electionPort=${ELECTION_PORT}`,
  `quorumPort=${QUORUM_PORT}`,
  `peerType=${observes(peer, peer.sid) ? 1 : 0}`,
];

/** Who reads only says nothing of it, and ends its last line [ReadOnlyZooKeeperServer.dumpConf]. */
const membership = (s: Server, peer: Peer): readonly string[] =>
  readsOnly(s) ? [''] : ['membership: ', ...membershipLines(peer)];

/** [ZooKeeperServer.dumpConf]; each size is that of the other folder, as in the real one. */
function confLines(s: Server): readonly string[] {
  const { cfg } = s.settings;
  const { data, log } = sizes(s);
  return [
    `clientPort=${cfg.clientPort}`,
    'secureClientPort=-1',
    `dataDir=${cfg.dataDir}/version-2`,
    `dataDirSize=${data}`,
    `dataLogDir=${cfg.dataLogDir}/version-2`,
    `dataLogSize=${log}`,
    `tickTime=${cfg.tickTime}`,
    `maxClientCnxns=${cfg.maxClientCnxns}`,
    `minSessionTimeout=${cfg.minSessionTimeout}`,
    `maxSessionTimeout=${cfg.maxSessionTimeout}`,
    'clientPortListenBacklog=-1',
    `serverId=${s.peer === null ? 0 : s.pid}`,
  ];
}

/** [DirsCommand] */
export function dirsLines(s: Server): readonly string[] {
  const { data, log } = sizes(s);
  return [`datadir_size: ${data}`, `logdir_size: ${log}`];
}

/** A simulated server has no virtual machine for Java; the labels are those of the real answer. */
const SIMULATED = '<simulated>';

/** [Environment.list] */
export const environment = ({ settings }: Server): readonly string[] => [
  'Environment:',
  `zookeeper.version=${FULL_VERSION}`,
  'host.name=localhost',
  ...[
    'java.version',
    'java.vendor',
    'java.home',
    'java.class.path',
    'java.library.path',
    'java.io.tmpdir',
    'java.compiler',
    'os.name',
    'os.arch',
    'os.version',
    'user.name',
    'user.home',
  ].map((label) => `${label}=${SIMULATED}`),
  `user.dir=${settings.cfg.dataDir}`,
  ...['os.memory.free', 'os.memory.max', 'os.memory.total'].map((label) => `${label}=${SIMULATED}`),
];
