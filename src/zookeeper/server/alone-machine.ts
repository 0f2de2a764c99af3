/** A server that stands alone and opens no client port: its data are loaded, and it serves whoever is in it. */
import { setup } from 'xstate';
import * as Boot from './boot.ts';
import type { ServerEvent } from './events.ts';
import { update } from './machine-types.ts';
import type { Context } from './machine-types.ts';
import type { Server } from './server.ts';
import * as Sync from './sync-stage.ts';

/** How a server that stands alone begins, with a client port or without. */
export const loading = {
  entry: 'load',
  on: { LOADED: { target: 'STANDALONE', actions: 'noteSnapshot' } },
} as const;

export const aloneMachine = setup({
  types: { context: {} as Context, events: {} as ServerEvent },
  actions: { load: update(Boot.load), noteSnapshot: update(Sync.noteSnapshot) },
}).createMachine({
  id: 'server',
  context: { s: null as unknown as Server },
  initial: 'LOADING',
  states: {
    LOADING: loading,
    STANDALONE: { on: { SNAPSHOT_WRITTEN: { actions: 'noteSnapshot' } } },
  },
});
