import { flatten } from '../../kernel/machine/flatten.ts';
import type { Machine } from '../../kernel/model.ts';
import type { Config } from './config.ts';
import { ELECTION_PORT } from './connections.ts';
import { connectionsMachine } from './connections-machine.ts';
import { peerMachine } from './peer.ts';
import { QUORUM_PORT } from './roles.ts';

let made: { readonly peer: Machine; readonly connections: Machine } | null = null;

/** The machines of a server; in the golden profile votes need no connections. */
export function machinesOf(config: Config): readonly Machine[] {
  // Flattening takes a millisecond: once for all worlds, and only when somebody wants one.
  made ??= {
    // Votes come through the other machine's connections [FastLeaderElection.Messenger].
    peer: { table: flatten(peerMachine), ports: [QUORUM_PORT], types: ['NOTIFICATION'] },
    connections: { table: flatten(connectionsMachine), ports: [ELECTION_PORT] },
  };
  return config.profile === 'golden' ? [made.peer] : [made.peer, made.connections];
}
