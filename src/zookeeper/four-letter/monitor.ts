import type { Micros } from '../../view/time.ts';
import type { Server } from '../server/server.ts';
import { elapsed, inProcess } from '../server/server.ts';
import { ephemeralCount, nodeCount } from '../tree/data-tree.ts';
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
    ['server_state', 'standalone'],
    ['ephemerals_count', ephemeralCount(tree)],
    ['num_alive_connections', s.connections.length],
    ['avg_latency', javaDouble(meanOf(stats.totalLatency, stats.answers))],
    ['outstanding_requests', inProcess(s)],
    ['znode_count', nodeCount(tree)],
    ['global_sessions', s.sessions.length],
    ['packets_sent', stats.sent],
    ['packets_received', stats.received],
    ['watch_count', watchCount(s.watches)],
    ['min_latency', stats.leastLatency],
    ['approximate_data_size', tree.dataSize],
    ['local_sessions', 0],
    ['uptime', elapsed(s, now) - stats.startedAt],
    ['max_latency', stats.mostLatency],
    ['stale_requests', stats.stale],
    ['large_requests_rejected', stats.large],
    ['connection_rejected', stats.rejected],
    ['sessionless_connections_expired', stats.sessionless],
  ];
  return values.map(([key, value]) => `zk_${key}\t${value}`);
}
