/** A standalone server: it loads its data, then serves clients and keeps house [ZooKeeperServerMain]. */
import { setup } from 'xstate';
import { loading } from './alone-machine.ts';
import * as Boot from './boot.ts';
import { portActions, portGuards } from './client-port.ts';
import type { ServerEvent } from './events.ts';
import { update } from './machine-types.ts';
import type { Context } from './machine-types.ts';
import type { Server } from './server.ts';

export const serverMachine = setup({
  types: { context: {} as Context, events: {} as ServerEvent },
  guards: portGuards,
  actions: {
    load: update(Boot.load),
    ...portActions,
  },
}).createMachine({
  id: 'server',
  context: { s: null as unknown as Server },
  initial: 'LOADING',
  states: {
    LOADING: loading,
    STANDALONE: {
      entry: ['listen', 'setExpiryTick', 'setCnxnTick', 'setContainerTick', 'purge', 'setPurge'],
      on: {
        CONNECTED: [{ guard: 'isTooMany', actions: 'refuse' }, { actions: 'accept' }],
        CLOSED: { guard: 'isKnown', actions: 'drop' },
        CONNECT_REQUEST: { guard: 'isKnown', actions: 'connect' },
        REQUEST: [
          { guard: 'isTooLarge', actions: 'refuseLarge' },
          { guard: 'isAuth', actions: 'addAuth' },
          { guard: 'mustWait', actions: 'leaveUnread' },
          { guard: 'isKnown', actions: 'enqueue' },
        ],
        FOUR_LETTER: { actions: 'answerWord' },
        TERMINATE_SESSION: { actions: 'terminateSession' },
        EXPIRY_TICK: { actions: ['expireBucket', 'setExpiryTick'] },
        CNXN_TICK: { actions: ['closeSilent', 'setCnxnTick'] },
        CONTAINER_TICK: { actions: ['reap', 'setContainerTick'] },
        SNAPSHOT_WRITTEN: { actions: 'noteSnapshot' },
        PURGE: { actions: ['purge', 'setPurge'] },
      },
    },
  },
});
