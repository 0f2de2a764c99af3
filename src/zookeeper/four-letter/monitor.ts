import { takesProposals } from '../../protocols/election/server.ts';
import type { Micros } from '../../view/time.ts';
import type { Server } from '../server/server.ts';
import { elapsed, inProcess } from '../server/server.ts';
import { modeOf, readsOnly, tracksSessions } from '../quorum/place.ts';
import { ephemeralCount, nodeCount } from '../tree/data-tree.ts';
import { sizeOf } from '../tree/sorted-map.ts';
import { FULL_VERSION } from '../../view/zookeeper-version.ts';
import { watchCount } from '../watches/watches.ts';
import { javaDouble, meanOf } from './java-double.ts';

/**
 * `mntr` [MonitorCommand, ZooKeeperServer.rootMetricContext]. The real one goes on with some four
 * hundred figures about its threads and queues; those that nobody counts here are left out.
 */
export function monitorLines(s: Server, now: Micros): readonly string[] {
  const { stats, tree } = s;
  const values: readonly (readonly [string, string | number])[] = [
    ['version', FULL_VERSION],
    ['server_state', modeOf(s)],
    ...peerFigures(s),
    ['ephemerals_count', ephemeralCount(tree)],
    ['num_alive_connections', s.connections.length],
    ['avg_latency', javaDouble(meanOf(stats.totalLatency, stats.answers))],
    ['outstanding_requests', inProcess(s)],
    ['znode_count', nodeCount(tree)],
    ['global_sessions', sessionCount(s)],
    ['packets_sent', stats.sent],
    ['packets_received', stats.received],
    ['watch_count', watchCount(s.watches)],
    ['min_latency', stats.leastLatency],
    ['approximate_data_size', tree.dataSize],
    ['local_sessions', localCount(s)],
    ['uptime', elapsed(s, now) - stats.startedAt],
    ['max_latency', stats.mostLatency],
    ['stale_requests', stats.stale],
    ['large_requests_rejected', stats.large],
    ['connection_rejected', stats.rejected],
    ['sessionless_connections_expired', stats.sessionless],
    ...leaderFigures(s),
  ];
  return values.map(([key, value]) => `zk_${key}\t${value}`);
}

type Figures = readonly (readonly [string, string | number])[];

/** Only who decides which sessions there are tracks them; a learner knows those of its tree. */
const sessionCount = (s: Server): number =>
  tracksSessions(s) ? s.sessions.length - localCount(s) : sizeOf(s.tree.sessions);

const localCount = ({ sessions }: Server): number =>
  sessions.filter(({ local }) => local === true).length;

/** [QuorumPeer.getDetailedPeerState, Observer] */
function peerFigures({ peer, role }: Server): Figures {
  if (peer === null || readsOnly({ role })) return [];
  const figures: [string, string | number][] = [
    ['peer_state', `${peer.state.toLowerCase()} - ${peer.phase.toLowerCase()}`],
    ['quorum_size', peer.config.voters.length],
  ];
  if (peer.state === 'OBSERVING') figures.push(['observer_master_id', peer.following?.leader ?? 0]);
  return figures;
}

/** [LeaderZooKeeperServer.dumpMonitorValues] */
function leaderFigures({ peer, role }: Server): Figures {
  const leading = peer?.leading ?? null;
  if (role?.kind !== 'leader' || peer === null || leading === null) return [];
  const { learners } = leading;
  const synced = learners.filter(({ stage }) => stage === 'serving');
  const unlisted = synced.filter(({ type }) => type === 'follower').length;
  const followers = synced.filter((learner) => takesProposals(peer.config, learner)).length;
  return [
    ['learners', learners.length],
    ['synced_followers', followers],
    ['synced_non_voting_followers', unlisted],
    ['synced_observers', synced.length - followers],
    ['pending_syncs', role.pendingSyncs.length],
    ['last_proposal_size', role.sizes.last],
    ['max_proposal_size', role.sizes.most],
    ['min_proposal_size', role.sizes.least],
  ];
}
