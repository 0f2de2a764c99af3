/**
 * The request pipeline: three stages, each with a queue before it, so that a crash can come between
 * any two of them [ZooKeeperServer.setupRequestProcessors].
 */
import { setup } from 'xstate';
import type { ServerEvent } from './events.ts';
import * as Final from './final-stage.ts';
import { perform, update, when } from './machine-types.ts';
import type { Context } from './machine-types.ts';
import * as Prep from './prep-stage.ts';
import type { Server } from './server.ts';
import * as Sync from './sync-stage.ts';

const types = { context: {} as Context, events: {} as ServerEvent };
const context: Context = { s: null as unknown as Server };

/** [PrepRequestProcessor] */
export const prepMachine = setup({
  types,
  guards: { hasPrep: when(Prep.hasPrep) },
  actions: {
    setPrep: perform(Prep.setPrep),
    prepareNext: update(Prep.prepareNext),
  },
}).createMachine({
  id: 'prep',
  context,
  initial: 'idle',
  states: {
    idle: { always: { guard: 'hasPrep', target: 'preparing' } },
    preparing: {
      entry: 'setPrep',
      on: { PREP: { target: 'idle', actions: 'prepareNext' } },
    },
  },
});

/** [SyncRequestProcessor] */
export const syncMachine = setup({
  types,
  guards: {
    hasSync: when(Sync.hasSync),
    mustFlush: when(Sync.mustFlush),
    mustLinger: when(Sync.mustLinger),
  },
  actions: {
    setSync: perform(Sync.setSync),
    appendNext: update(Sync.appendNext),
    flush: perform(Sync.flush),
    pass: update(Sync.pass),
    setFlushDelay: perform(Sync.setFlushDelay),
  },
}).createMachine({
  id: 'sync',
  context,
  initial: 'idle',
  states: {
    idle: {
      always: [
        { guard: 'mustFlush', target: 'flushing' },
        { guard: 'hasSync', target: 'appending' },
      ],
    },
    appending: {
      entry: 'setSync',
      on: { SYNC: { target: 'deciding', actions: 'appendNext' } },
    },
    deciding: {
      always: [
        { guard: 'mustFlush', target: 'flushing' },
        { guard: 'hasSync', target: 'appending' },
        { guard: 'mustLinger', target: 'lingering' },
        { target: 'idle' },
      ],
    },
    lingering: {
      entry: 'setFlushDelay',
      always: { guard: 'hasSync', target: 'appending' },
      on: { FLUSH_DELAY: 'flushing' },
    },
    flushing: {
      entry: 'flush',
      on: { FLUSHED: { target: 'deciding', actions: 'pass' } },
    },
  },
});

/** [FinalRequestProcessor] */
export const finalMachine = setup({
  types,
  guards: { hasFinal: when(Final.hasFinal) },
  actions: {
    setFinal: perform(Final.setFinal),
    finishNext: update(Final.finishNext),
  },
}).createMachine({
  id: 'final',
  context,
  initial: 'idle',
  states: {
    idle: { always: { guard: 'hasFinal', target: 'finishing' } },
    finishing: {
      entry: 'setFinal',
      on: { FINAL: { target: 'idle', actions: 'finishNext' } },
    },
  },
});
