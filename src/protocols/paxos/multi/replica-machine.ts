/** A replica follows until it is told to lead; a higher ballot makes it follow again. */
import { setup } from 'xstate';
import { machineParts } from '../../../kernel/machine/rules.ts';
import type { Context } from '../../../kernel/machine/rules.ts';
import type { KernelEvent } from '../../../kernel/model.ts';
import * as R from './replica.ts';
import type { Replica } from './replica.ts';

const { update, perform, when } = machineParts<Replica, KernelEvent>();

export const replicaMachine = setup({
  types: { context: {} as Context<Replica>, events: {} as KernelEvent },
  guards: {
    isGranted: when(R.isGranted),
    isAcceptable: when(R.isAcceptable),
    isPromise: when(R.isPromise),
    isHigher: when(R.isHigher),
    hasQuorum: when(R.hasQuorum),
    completesSlot: when(R.completesSlot),
    isVote: when(R.isVote),
    isBallotWritten: when(R.isBallotWritten),
  },
  actions: {
    count: update(R.count),
    promise: update(R.promise),
    accept: update(R.accept),
    answer: perform(R.answer),
    refuse: update(R.refuse),
    begin: update(R.begin),
    prepareAll: perform(R.prepareAll),
    notePromise: update(R.notePromise),
    takeOver: update(R.takeOver),
    proposeCommand: update(R.proposeCommand),
    queueCommand: update(R.queueCommand),
    noteVote: update(R.noteVote),
    choose: update(R.choose),
    learn: update(R.learn),
    giveUp: update(R.giveUp),
  },
}).createMachine({
  id: 'replica',
  context: { s: null as unknown as Replica },
  initial: 'following',
  on: {
    PREPARE: [{ guard: 'isGranted', actions: 'promise' }, { actions: 'refuse' }],
    ACCEPT: [{ guard: 'isAcceptable', actions: 'accept' }, { actions: 'refuse' }],
    WRITTEN: { actions: 'answer' },
    PROMISE: { actions: 'count' },
    ACCEPTED: { actions: 'count' },
    LEARN: { actions: 'learn' },
    NACK: { actions: 'count' },
    LEAD: '.preparing',
  },
  states: {
    following: {},
    preparing: {
      entry: 'begin',
      on: {
        BALLOT_WRITTEN: { guard: 'isBallotWritten', actions: 'prepareAll' },
        PROMISE: [{ guard: 'isPromise', actions: 'notePromise' }, { actions: 'count' }],
        COMMAND: { actions: 'queueCommand' },
        NACK: [{ guard: 'isHigher', target: 'following', actions: 'giveUp' }, { actions: 'count' }],
      },
      always: { guard: 'hasQuorum', target: 'leading' },
    },
    leading: {
      entry: 'takeOver',
      on: {
        COMMAND: { actions: 'proposeCommand' },
        ACCEPTED: [
          { guard: 'completesSlot', actions: 'choose' },
          { guard: 'isVote', actions: 'noteVote' },
          { actions: 'count' },
        ],
        NACK: [{ guard: 'isHigher', target: 'following', actions: 'giveUp' }, { actions: 'count' }],
      },
    },
  },
});
