/** A replica follows until it is told to lead; a higher ballot makes it follow again. */
import { assign, setup } from 'xstate';
import type { KernelEvent } from '../../../kernel/model.ts';
import * as R from './replica.ts';
import type { Replica } from './replica.ts';

interface Context {
  readonly s: Replica;
}

interface Args {
  readonly context: Context;
  readonly event: KernelEvent;
}

const update = (rule: (s: Replica, e: KernelEvent) => Replica) =>
  assign<Context, KernelEvent, undefined, KernelEvent, never>(({ context, event }) => ({
    s: rule(context.s, event),
  }));

const perform =
  (effect: (s: Replica, e: KernelEvent) => void) =>
  ({ context, event }: Args): void =>
    effect(context.s, event);

const when =
  (guard: (s: Replica, e: KernelEvent) => boolean) =>
  ({ context, event }: Args): boolean =>
    guard(context.s, event);

export const replicaMachine = setup({
  types: { context: {} as Context, events: {} as KernelEvent },
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
    writePromise: perform(R.writePromise),
    writeVote: perform(R.writeVote),
    answer: perform(R.answer),
    refuse: perform(R.refuse),
    begin: update(R.begin),
    writeBallot: perform(R.writeBallot),
    prepareAll: perform(R.prepareAll),
    notePromise: update(R.notePromise),
    takeOver: update(R.takeOver),
    acceptOpen: perform(R.acceptOpen),
    noteSent: update(R.noteSent),
    proposeCommand: update(R.proposeCommand),
    queueCommand: update(R.queueCommand),
    noteVote: update(R.noteVote),
    choose: update(R.choose),
    announce: perform(R.announce),
    learn: update(R.learn),
    giveUp: update(R.giveUp),
  },
}).createMachine({
  id: 'replica',
  context: { s: null as unknown as Replica },
  initial: 'following',
  on: {
    PREPARE: [
      { guard: 'isGranted', actions: ['promise', 'writePromise'] },
      { actions: ['count', 'refuse'] },
    ],
    ACCEPT: [
      { guard: 'isAcceptable', actions: ['accept', 'writeVote'] },
      { actions: ['count', 'refuse'] },
    ],
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
      entry: ['begin', 'writeBallot'],
      on: {
        BALLOT_WRITTEN: { guard: 'isBallotWritten', actions: 'prepareAll' },
        PROMISE: [{ guard: 'isPromise', actions: 'notePromise' }, { actions: 'count' }],
        COMMAND: { actions: 'queueCommand' },
        NACK: [{ guard: 'isHigher', target: 'following', actions: 'giveUp' }, { actions: 'count' }],
      },
      always: { guard: 'hasQuorum', target: 'leading' },
    },
    leading: {
      entry: ['takeOver', 'acceptOpen', 'noteSent'],
      on: {
        COMMAND: { actions: ['proposeCommand', 'acceptOpen', 'noteSent'] },
        ACCEPTED: [
          { guard: 'completesSlot', actions: ['choose', 'announce', 'acceptOpen', 'noteSent'] },
          { guard: 'isVote', actions: 'noteVote' },
          { actions: 'count' },
        ],
        NACK: [{ guard: 'isHigher', target: 'following', actions: 'giveUp' }, { actions: 'count' }],
      },
    },
  },
});
