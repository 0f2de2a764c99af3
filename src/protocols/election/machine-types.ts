/** Shapes of guards and actions, and how rules on a server's state become them. */
import { machineParts } from '../../kernel/machine/rules.ts';
import type { Context as ContextOf, MachineParts } from '../../kernel/machine/rules.ts';
import type { PeerEvent } from './events.ts';
import type { Server } from './server.ts';

export type Context = ContextOf<Server>;

/** How rules on a peer's state become the machines' parts, when that is a part of a process's `W`. */
export type PeerParts<W> = MachineParts<W, Server, PeerEvent>;

export const parts = machineParts<Server, PeerEvent>();

export const { update, perform, when } = parts;
