/** Shapes of guards and actions, and how rules on a server's state become them. */
import { machineParts } from '../../kernel/machine/rules.ts';
import type { Context as ContextOf } from '../../kernel/machine/rules.ts';
import type { ServerEvent } from './events.ts';
import type { Server } from './server.ts';

export type Context = ContextOf<Server>;

export const { update, perform, when } = machineParts<Server, ServerEvent>();
