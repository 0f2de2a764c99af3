/** Takes writes where no client is connected; see `writer.ts`. */
import { setup } from 'xstate';
import type { ServerEvent } from '../server/events.ts';
import type { Server } from '../server/server.ts';
import { perform, rule, when } from './machine-parts.ts';
import type { Context } from './machine-parts.ts';
import { isActive } from './place.ts';
import { refuseWrite, write } from './writer.ts';

export const writerMachine = setup({
  types: { context: {} as Context, events: {} as ServerEvent },
  guards: { isActive: when(isActive) },
  actions: { write: rule(write), refuseWrite: perform(refuseWrite) },
}).createMachine({
  id: 'writer',
  context: { s: null as unknown as Server },
  initial: 'ready',
  states: {
    ready: {
      on: { CLIENT_WRITE: [{ guard: 'isActive', actions: 'write' }, { actions: 'refuseWrite' }] },
    },
  },
});
