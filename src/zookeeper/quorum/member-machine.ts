/** A member's client port and what it keeps house of [QuorumPeer, NIOServerCnxnFactory, QuorumZooKeeperServer]. */
import { setup } from 'xstate';
import * as Connections from '../server/connections.ts';
import type { ServerEvent } from '../server/events.ts';
import * as Expiry from '../server/expiry.ts';
import * as Intake from '../server/intake.ts';
import type { Server } from '../server/server.ts';
import * as Sync from '../server/sync-stage.ts';
import { answerWord } from '../server/words.ts';
import { perform, update, when } from './machine-parts.ts';
import type { Context } from './machine-parts.ts';
import { isActive, serves, tracksSessions } from './place.ts';

export const memberMachine = setup({
  types: { context: {} as Context, events: {} as ServerEvent },
  guards: {
    isTooMany: when(Connections.isTooMany),
    isKnown: when(Connections.isKnown),
    isTooLarge: when(Intake.isTooLarge),
    isAuth: when(Intake.isAuth),
    mustWait: when(Intake.mustWait),
    isNotServing: when((s) => !serves(s)),
    keepsSessions: when((s) => isActive(s) && tracksSessions(s)),
  },
  actions: {
    noteSnapshot: update(Sync.noteSnapshot),
    listen: perform((s, e) => e.io.listen(String(s.settings.cfg.clientPort))),
    accept: update(Connections.accept),
    refuse: update(Connections.refuse),
    drop: update(Connections.drop),
    dismiss: update(Connections.dismiss),
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
        EXPIRY_TICK: {
          guard: 'keepsSessions',
          actions: ['expireBucket', 'setExpiryTick'],
        },
        CNXN_TICK: { actions: ['closeSilent', 'setCnxnTick'] },
        CONTAINER_TICK: {
          guard: 'keepsSessions',
          actions: ['reap', 'setContainerTick'],
        },
        SNAPSHOT_WRITTEN: { actions: ['noteSnapshot'] },
        PURGE: { actions: ['purge', 'setPurge'] },
      },
    },
  },
});
