import { flatten } from '../../kernel/machine/flatten.ts';
import type { Table } from '../../kernel/machine/flatten.ts';
import type { Config } from './config.ts';
import { connectionsMachine } from './connections-machine.ts';
import { peerMachine } from './peer.ts';

let made: { readonly peer: Table; readonly connections: Table } | null = null;

/** The tables of a server's machines; in the golden profile votes need no connections. */
export function tablesOf(config: Config): readonly Table[] {
  // Flattening takes a millisecond: once for all worlds, and only when somebody wants one.
  made ??= { peer: flatten(peerMachine), connections: flatten(connectionsMachine) };
  return config.profile === 'golden' ? [made.peer] : [made.peer, made.connections];
}
