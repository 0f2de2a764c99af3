/** A client's lines to processes outside ZooKeeper: it shares the client's state with its handle. */
import { setup } from 'xstate';
import { machineParts } from '../kernel/machine/rules.ts';
import type { Context as ContextOf } from '../kernel/machine/rules.ts';
import * as Asking from './asking.ts';
import type { Client } from './client.ts';
import { wantsExit } from './connecting.ts';
import type { ClientEvent } from './events.ts';

type Context = ContextOf<Client>;

const { update, perform, when } = machineParts<Client, ClientEvent>();

export const askingMachine = setup({
  types: { context: {} as Context, events: {} as ClientEvent },
  guards: {
    wantsExit: when(wantsExit),
    wantsLine: when(Asking.wantsLine),
    canAsk: when(Asking.canAsk),
    isLine: when(Asking.isLine),
  },
  actions: {
    dialLines: update(Asking.dialLines),
    openLine: update(Asking.openLine),
    send: update(Asking.send),
    takeAnswer: update(Asking.takeAnswer),
    loseLine: update(Asking.loseLine),
    giveUp: update(Asking.giveUp),
    hangUp: perform(Asking.hangUp),
  },
}).createMachine({
  id: 'asking',
  context: { s: null as unknown as Client },
  initial: 'running',
  states: {
    running: {
      on: {
        CONNECTED: { guard: 'isLine', actions: 'openLine' },
        OUTSIDE_REPLY: { guard: 'isLine', actions: 'takeAnswer' },
        CLOSED: { guard: 'isLine', actions: 'loseLine' },
        ASK_TIMEOUT: { actions: 'giveUp' },
      },
      always: [
        { guard: 'wantsExit', target: 'ended' },
        { guard: 'wantsLine', actions: 'dialLines' },
        { guard: 'canAsk', actions: 'send' },
      ],
    },
    ended: { entry: 'hangUp' },
  },
});
