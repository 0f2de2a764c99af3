import { flatten } from '../../kernel/machine/flatten.ts';
import type { Table } from '../../kernel/machine/flatten.ts';
import type { Config } from './config.ts';
import { connectionsMachine } from './connections-machine.ts';
import { peerMachine } from './peer.ts';

/** The tables of a server's machines; in the golden profile votes need no connections. */
export function tablesOf(config: Config): readonly Table[] {
  const peer = flatten(peerMachine);
  return config.profile === 'golden' ? [peer] : [peer, flatten(connectionsMachine)];
}
