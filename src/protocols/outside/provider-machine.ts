/** A provider of a service as a machine: it shares the state of its process with whatever else runs there. */
import { setup } from 'xstate';
import type { Context, MachineParts } from '../../kernel/machine/rules.ts';
import type { KernelEvent } from '../../kernel/model.ts';
import * as Rules from './provider.ts';
import type { Provider } from './provider.ts';

/**
 * @param parts how its rules become guards and actions
 * @param hasEnded whether its process is over
 */
export const providerMachineOf = <W>(
  { perform, update, when }: MachineParts<W, Provider, KernelEvent>,
  hasEnded: (whole: W) => boolean,
) =>
  setup({
    types: { context: {} as Context<W>, events: {} as KernelEvent },
    guards: {
      isCall: when(Rules.isCall),
      hasEnded: ({ context }) => hasEnded(context.s),
    },
    actions: {
      open: perform(Rules.open),
      close: perform(Rules.close),
      take: update(Rules.take),
      finish: update(Rules.finish),
      wonder: perform(Rules.wonder),
    },
  }).createMachine({
    id: 'provider',
    context: { s: null as unknown as W },
    initial: 'serving',
    states: {
      serving: {
        entry: 'open',
        on: {
          OUTSIDE_REQUEST: [{ guard: 'isCall', actions: 'take' }, { actions: 'wonder' }],
          WORKED: { actions: 'finish' },
        },
        always: { guard: 'hasEnded', target: 'ended' },
      },
      ended: { entry: 'close' },
    },
  });
