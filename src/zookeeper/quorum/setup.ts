import { setup } from 'xstate';
import type { ServerEvent } from '../server/events.ts';
import { actions, guards } from './implementations.ts';
import type { Context } from './machine-parts.ts';

/** The names that a member's states are written with. */
export const memberSetup = setup({
  types: { context: {} as Context, events: {} as ServerEvent },
  guards,
  actions,
});
