/** An acceptor has one state: all that it knows is a promise and a vote. */
import { setup } from 'xstate';
import * as Acceptor from './acceptor.ts';
import type { PaxosEvent } from './events.ts';
import { perform, update, when } from './machine-types.ts';
import type { Context } from './machine-types.ts';
import type { Member } from './member.ts';

export const acceptorMachine = setup({
  types: { context: {} as Context, events: {} as PaxosEvent },
  guards: {
    isGranted: when(Acceptor.isGranted),
    isAcceptable: when(Acceptor.isAcceptable),
    nacks: when((s) => s.config.nacks),
  },
  actions: {
    promise: update(Acceptor.promise),
    accept: update(Acceptor.accept),
    refuse: update(Acceptor.refuse),
    keep: update(Acceptor.keep),
    writePromise: perform(Acceptor.writePromise),
    writeVote: perform(Acceptor.writeVote),
    sendPromise: perform(Acceptor.sendPromise),
    sendVote: perform(Acceptor.sendVote),
    sendNack: perform(Acceptor.sendNack),
    explainPromise: perform(Acceptor.explainPromise),
    explainVote: perform(Acceptor.explainVote),
    explainWritten: perform(Acceptor.explainWritten),
    explainRefusal: perform(Acceptor.explainRefusal),
  },
}).createMachine({
  id: 'acceptor',
  context: { s: null as unknown as Member },
  initial: 'ready',
  states: {
    ready: {
      on: {
        PREPARE: [
          { guard: 'isGranted', actions: ['promise', 'writePromise', 'explainPromise'] },
          { guard: 'nacks', actions: ['refuse', 'explainRefusal', 'sendNack'] },
          { actions: ['refuse', 'explainRefusal'] },
        ],
        PROMISE_WRITTEN: { actions: ['keep', 'explainWritten', 'sendPromise'] },
        ACCEPT: [
          { guard: 'isAcceptable', actions: ['accept', 'writeVote', 'explainVote'] },
          { guard: 'nacks', actions: ['refuse', 'explainRefusal', 'sendNack'] },
          { actions: ['refuse', 'explainRefusal'] },
        ],
        VOTE_WRITTEN: { actions: ['keep', 'explainWritten', 'sendVote'] },
      },
    },
  },
});
