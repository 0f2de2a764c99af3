/** The list of servers as every member keeps it in `/zookeeper/config` [QuorumMaj.toString]. */
import type { Server as Peer } from '../../protocols/election/server.ts';
import type { Pid } from '../../view/time.ts';
import { ZERO } from '../../protocols/election/zxid.ts';
import type { WallMs } from '../records/values.ts';
import { CONFIG_NODE } from '../tree/data-tree.ts';
import type { DataTree } from '../tree/data-tree.ts';
import { setData } from '../tree/edit.ts';

/** As every sample file has them. */
export const QUORUM_PORT = 2888;
export const ELECTION_PORT = 3888;

export const observes = ({ config }: Pick<Peer, 'config'>, sid: Pid): boolean =>
  !config.voters.includes(sid);

export const membershipLines = (peer: Pick<Peer, 'config'>): readonly string[] => [
  ...peer.config.servers.map((sid) => {
    const role = observes(peer, sid) ? 'observer' : 'participant';
    return `server.${sid}=zk${sid}:${QUORUM_PORT}:${ELECTION_PORT}:${role}`;
  }),
  'version=0',
];

/**
 * Each member writes it by itself, at its start and when it is synchronised: no transaction, and no part
 * of the tree's digest [ZKDatabase.initConfigInZKDatabase].
 */
export function withMembership(tree: DataTree, peer: Pick<Peer, 'config'>, time: WallMs): DataTree {
  const data = membershipLines(peer).join('\n');
  const written = setData(tree, { path: CONFIG_NODE, data, version: -1, zxid: ZERO, time });
  return typeof written === 'string' ? tree : written.tree;
}
