/** QuorumCnxManager as a machine: it shares the server's state with the peer. */
import { setup } from 'xstate';
import type { Context } from '../../kernel/machine/rules.ts';
import * as Connections from './connections.ts';
import type { PeerEvent } from './events.ts';
import { parts } from './machine-types.ts';
import type { PeerParts } from './machine-types.ts';

/** @param parts how its rules become guards and actions */
export const connectionsMachineOf = <W>({ perform, update, when }: PeerParts<W>) =>
  setup({
    types: { context: {} as Context<W>, events: {} as PeerEvent },
    guards: {
      isMineToKeep: when((s, e) => e.dialled && Connections.isMineToKeep(s, e)),
      isDialled: when((_s, e) => e.dialled),
      isFromLarger: when((s, e) => e.from > s.sid),
    },
    actions: {
      listen: perform((_s, e) => e.io.listen(Connections.ELECTION_PORT)),
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
    context: { s: null as unknown as W },
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

export const connectionsMachine = connectionsMachineOf(parts);
