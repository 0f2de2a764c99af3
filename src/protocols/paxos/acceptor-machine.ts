/** An acceptor has one state: all that it knows is a promise and a vote. */
import { setup } from 'xstate';
import * as Acceptor from './acceptor.ts';
import type { PaxosEvent } from './events.ts';
import { update, when } from './machine-types.ts';
import type { Context } from './machine-types.ts';
import type { Member } from './member.ts';

export const acceptorMachine = setup({
  types: { context: {} as Context, events: {} as PaxosEvent },
  guards: {
    isGranted: when(Acceptor.isGranted),
    isAcceptable: when(Acceptor.isAcceptable),
  },
  actions: {
    promise: update(Acceptor.promise),
    accept: update(Acceptor.accept),
    refuse: update(Acceptor.refuse),
    sendPromise: update(Acceptor.sendPromise),
    sendVote: update(Acceptor.sendVote),
  },
}).createMachine({
  id: 'acceptor',
  context: { s: null as unknown as Member },
  initial: 'ready',
  states: {
    ready: {
      on: {
        PREPARE: [{ guard: 'isGranted', actions: 'promise' }, { actions: 'refuse' }],
        PROMISE_WRITTEN: { actions: 'sendPromise' },
        ACCEPT: [{ guard: 'isAcceptable', actions: 'accept' }, { actions: 'refuse' }],
        VOTE_WRITTEN: { actions: 'sendVote' },
      },
    },
  },
});
