/** QuorumCnxManager as a machine: it shares the server's state with the peer. */
import { setup } from 'xstate';
import * as Connections from './connections.ts';
import type { PeerEvent } from './events.ts';
import { perform, update } from './machine-types.ts';
import type { Context } from './machine-types.ts';
import type { Server } from './server.ts';

export const connectionsMachine = setup({
  types: { context: {} as Context, events: {} as PeerEvent },
  guards: {
    isMineToKeep: ({ context, event }) =>
      event.dialled && Connections.isMineToKeep(context.s, event),
    isDialled: ({ event }) => event.dialled,
    isFromLarger: ({ context, event }) => event.from > context.s.sid,
  },
  actions: {
    listen: ({ event }) => event.io.listen(Connections.ELECTION_PORT),
    sayHello: perform(Connections.sayHello),
    dropDialled: perform(Connections.dropDialled),
    startSender: perform(Connections.startSender),
    useConnection: update(Connections.useConnection),
    endDial: update((s, e) => Connections.endDial(s, e.from)),
    refuseSmaller: perform(Connections.refuseSmaller),
    noteDialBack: update(Connections.noteDialBack),
    loseConnection: update(Connections.loseConnection),
    expireDials: update(Connections.expireDials),
    awaitNextDial: perform(Connections.awaitNextDial),
  },
}).createMachine({
  id: 'connections',
  context: { s: null as unknown as Server },
  initial: 'listening',
  states: {
    listening: {
      entry: 'listen',
      on: {
        CONNECTED: [
          {
            guard: 'isMineToKeep',
            actions: ['sayHello', 'startSender', 'useConnection'],
          },
          { guard: 'isDialled', actions: ['sayHello', 'dropDialled', 'endDial'] },
        ],
        HELLO: [
          { guard: 'isFromLarger', actions: ['startSender', 'useConnection'] },
          { actions: ['refuseSmaller', 'noteDialBack'] },
        ],
        CLOSED: { actions: 'loseConnection' },
        ELECTION_CONNECT_TIMEOUT: { actions: ['expireDials', 'awaitNextDial'] },
      },
    },
  },
});
