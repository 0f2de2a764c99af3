/** QuorumCnxManager as a machine: it shares the server's state with the peer. */
import { setup } from 'xstate';
import type { Context } from '../../kernel/machine/rules.ts';
import * as Connections from './connections.ts';
import type { PeerEvent } from './events.ts';
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
      keepDialled: update(Connections.keepDialled),
      dropDialled: update(Connections.dropDialled),
      startSender: update(Connections.startSender),
      refuseSmaller: update(Connections.refuseSmaller),
      loseConnection: update(Connections.loseConnection),
      expireDials: update(Connections.expireDials),
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
            { guard: 'isMineToKeep', actions: 'keepDialled' },
            { guard: 'isDialled', actions: 'dropDialled' },
          ],
          HELLO: [{ guard: 'isFromLarger', actions: 'startSender' }, { actions: 'refuseSmaller' }],
          CLOSED: { actions: 'loseConnection' },
          ELECTION_CONNECT_TIMEOUT: { actions: 'expireDials' },
        },
      },
    },
  });
