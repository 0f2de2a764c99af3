/** A table of a database as a machine. */
import { setup } from 'xstate';
import { machineParts } from '../../kernel/machine/rules.ts';
import type { Context as ContextOf } from '../../kernel/machine/rules.ts';
import type { Table } from './data.ts';
import * as Frame from './outside.ts';
import type { Outside, OutsideEvent } from './outside.ts';
import * as Rules from './table.ts';

type Context = ContextOf<Outside<Table>>;

const { update, perform, when } = machineParts<Outside<Table>, OutsideEvent>();

export const tableMachine = setup({
  types: { context: {} as Context, events: {} as OutsideEvent },
  guards: {
    isSelect: when(Rules.isSelect),
    isDuplicate: when(Rules.isDuplicate),
    isInsert: when(Rules.isInsert),
    isOwnersBeat: when(Rules.isOwnersBeat),
    isStaleOwners: when(Rules.isStaleOwners),
    isOwnersDelete: when(Rules.isOwnersDelete),
    isStatement: when(Rules.isStatement),
  },
  actions: {
    open: perform(Frame.open),
    select: update(Rules.select),
    refuseDuplicate: update(Rules.refuseDuplicate),
    insert: update(Rules.insert),
    beat: update(Rules.beat),
    takeOver: update(Rules.takeOver),
    remove: update(Rules.remove),
    matchNothing: update(Rules.matchNothing),
    wonder: perform(Frame.wonder),
    answer: update((s, e) => Frame.answerKept(s, e)),
  },
}).createMachine({
  id: 'table',
  context: { s: null as unknown as Outside<Table> },
  initial: 'serving',
  states: {
    serving: {
      entry: 'open',
      on: {
        OUTSIDE_REQUEST: [
          { guard: 'isSelect', actions: 'select' },
          { guard: 'isDuplicate', actions: 'refuseDuplicate' },
          { guard: 'isInsert', actions: 'insert' },
          { guard: 'isOwnersBeat', actions: 'beat' },
          { guard: 'isStaleOwners', actions: 'takeOver' },
          { guard: 'isOwnersDelete', actions: 'remove' },
          { guard: 'isStatement', actions: 'matchNothing' },
          { actions: 'wonder' },
        ],
        KEPT: { actions: 'answer' },
      },
    },
  },
});
