/** How rules on a peer's state become a machine's guards and actions: it is a part of a process's `W`. */
import type { MachineParts } from '../../kernel/machine/rules.ts';
import type { PeerEvent } from './events.ts';
import type { Server } from './server.ts';

export type PeerParts<W> = MachineParts<W, Server, PeerEvent>;
