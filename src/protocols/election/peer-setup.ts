import { setup } from 'xstate';
import type { PeerEvent } from './events.ts';
import { actions, guards } from './implementations.ts';
import type { Context } from './machine-types.ts';

/** The names that the peer's states are written with. */
export const peerSetup = setup({
  types: { context: {} as Context, events: {} as PeerEvent },
  guards,
  actions,
});
