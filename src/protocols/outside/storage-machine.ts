/** A storage as a machine. */
import { setup } from 'xstate';
import { machineParts } from '../../kernel/machine/rules.ts';
import type { Context as ContextOf } from '../../kernel/machine/rules.ts';
import type { Storage } from './data.ts';
import * as Frame from './outside.ts';
import type { Outside, OutsideEvent } from './outside.ts';
import * as Rules from './storage.ts';

type Context = ContextOf<Outside<Storage>>;

const { update, perform, when } = machineParts<Outside<Storage>, OutsideEvent>();

export const storageMachine = setup({
  types: { context: {} as Context, events: {} as OutsideEvent },
  guards: {
    isRead: when(Rules.isRead),
    isStale: when(Rules.isStale),
    isWrite: when(Rules.isWrite),
  },
  actions: {
    open: perform(Frame.open),
    read: update(Rules.read),
    refuse: update(Rules.refuse),
    write: update(Rules.write),
    wonder: perform(Frame.wonder),
    answer: update((s, e) => Frame.answerKept(s, e)),
  },
}).createMachine({
  id: 'storage',
  context: { s: null as unknown as Outside<Storage> },
  initial: 'serving',
  states: {
    serving: {
      entry: 'open',
      on: {
        OUTSIDE_REQUEST: [
          { guard: 'isRead', actions: 'read' },
          { guard: 'isStale', actions: 'refuse' },
          { guard: 'isWrite', actions: 'write' },
          { actions: 'wonder' },
        ],
        KEPT: { actions: 'answer' },
      },
    },
  },
});
