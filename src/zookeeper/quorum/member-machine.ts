/** A member's client port and what it keeps house of [QuorumPeer, NIOServerCnxnFactory, QuorumZooKeeperServer]. */
import { setup } from 'xstate';
import { portActions, portGuards } from '../server/client-port.ts';
import * as Connections from '../server/connections.ts';
import type { ServerEvent } from '../server/events.ts';
import type { Server } from '../server/server.ts';
import { update, when } from './machine-parts.ts';
import type { Context } from './machine-parts.ts';
import { isActive, keepsSessions, serves, tracksSessions } from './place.ts';

export const memberMachine = setup({
  types: { context: {} as Context, events: {} as ServerEvent },
  guards: {
    ...portGuards,
    isNotServing: when((s) => !serves(s)),
    keepsSessions: when(keepsSessions),
    reapsContainers: when((s) => isActive(s) && tracksSessions(s)),
  },
  actions: {
    ...portActions,
    dismiss: update(Connections.dismiss),
  },
}).createMachine({
  id: 'member',
  context: { s: null as unknown as Server },
  initial: 'OPEN',
  states: {
    OPEN: {
      entry: ['listen', 'setCnxnTick', 'purge', 'setPurge'],
      on: {
        CONNECTED: [{ guard: 'isTooMany', actions: ['refuse'] }, { actions: ['accept'] }],
        CLOSED: { guard: 'isKnown', actions: ['drop'] },
        CONNECT_REQUEST: [
          { guard: 'isNotServing', actions: ['dismiss'] },
          { guard: 'isKnown', actions: ['connect'] },
        ],
        REQUEST: [
          { guard: 'isTooLarge', actions: ['refuseLarge'] },
          { guard: 'isAuth', actions: ['addAuth'] },
          { guard: 'mustWait', actions: 'leaveUnread' },
          { guard: 'isKnown', actions: ['enqueue'] },
        ],
        FOUR_LETTER: { actions: ['answerWord'] },
        TERMINATE_SESSION: { actions: ['terminateSession'] },
        EXPIRY_TICK: {
          guard: 'keepsSessions',
          actions: ['expireBucket', 'setExpiryTick'],
        },
        CNXN_TICK: { actions: ['closeSilent', 'setCnxnTick'] },
        CONTAINER_TICK: {
          guard: 'reapsContainers',
          actions: ['reap', 'setContainerTick'],
        },
        SNAPSHOT_WRITTEN: { actions: ['noteSnapshot'] },
        PURGE: { actions: ['purge', 'setPurge'] },
      },
    },
  },
});
