/** A standalone server: it loads its data, then serves clients and keeps house [ZooKeeperServerMain]. */
import { setup } from 'xstate';
import * as Boot from './boot.ts';
import * as Connections from './connections.ts';
import type { ServerEvent } from './events.ts';
import * as Expiry from './expiry.ts';
import * as Intake from './intake.ts';
import { perform, update, when } from './machine-types.ts';
import type { Context } from './machine-types.ts';
import type { Server } from './server.ts';
import * as Sync from './sync-stage.ts';
import { answerWord } from './words.ts';

export const serverMachine = setup({
  types: { context: {} as Context, events: {} as ServerEvent },
  guards: {
    isTooMany: when(Connections.isTooMany),
    isKnown: when(Connections.isKnown),
    isTooLarge: when(Intake.isTooLarge),
    isAuth: when(Intake.isAuth),
    mustWait: when(Intake.mustWait),
  },
  actions: {
    load: update(Boot.load),
    noteSnapshot: update(Sync.noteSnapshot),
    listen: perform((s, e) => e.io.listen(String(s.settings.cfg.clientPort))),
    accept: update(Connections.accept),
    refuse: update(Connections.refuse),
    drop: update(Connections.drop),
    connect: update(Intake.connect),
    refuseLarge: update(Intake.refuseLarge),
    addAuth: update(Intake.addAuth),
    leaveUnread: update(Intake.leaveUnread),
    enqueue: update(Intake.enqueue),
    expireBucket: update(Expiry.expireBucket),
    setExpiryTick: perform(Expiry.setExpiryTick),
    closeSilent: update(Connections.closeSilent),
    setCnxnTick: perform(Expiry.setCnxnTick),
    reap: update(Expiry.reap),
    setContainerTick: perform(Expiry.setContainerTick),
    purge: update(Sync.purge),
    setPurge: perform(Sync.setPurge),
    answerWord: update(answerWord),
  },
}).createMachine({
  id: 'server',
  context: { s: null as unknown as Server },
  initial: 'LOADING',
  states: {
    LOADING: {
      entry: 'load',
      on: { LOADED: { target: 'STANDALONE', actions: 'noteSnapshot' } },
    },
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
        EXPIRY_TICK: { actions: ['expireBucket', 'setExpiryTick'] },
        CNXN_TICK: { actions: ['closeSilent', 'setCnxnTick'] },
        CONTAINER_TICK: { actions: ['reap', 'setContainerTick'] },
        SNAPSHOT_WRITTEN: { actions: 'noteSnapshot' },
        PURGE: { actions: ['purge', 'setPurge'] },
      },
    },
  },
});
