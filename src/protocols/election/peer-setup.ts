import { setup } from 'xstate';
import type { PeerEvent } from './events.ts';
import { actionsOf, guardsOf } from './implementations.ts';
import { parts } from './machine-types.ts';
import type { Context } from './machine-types.ts';

/** The names that the peer's states are written with. */
export const peerSetup = setup({
  types: { context: {} as Context, events: {} as PeerEvent },
  guards: guardsOf(parts),
  actions: actionsOf(parts),
});
