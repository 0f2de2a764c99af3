/** A machine for each part that a general plays. */
import { setup } from 'xstate';
import { flatten } from '../../kernel/machine/flatten.ts';
import type { Table } from '../../kernel/machine/flatten.ts';
import { machineParts } from '../../kernel/machine/rules.ts';
import type { Context } from '../../kernel/machine/rules.ts';
import type { Machine } from '../../kernel/model.ts';
import type { Pid } from '../../view/time.ts';
import type { Config } from './config.ts';
import type { General, GeneralEvent } from './general.ts';
import * as Messengers from './messengers.ts';
import * as Oral from './oral.ts';
import * as Rounds from './rounds.ts';
import * as SignedRules from './signed.ts';
import * as Speaking from './speaking.ts';

const { update, perform, when } = machineParts<General, GeneralEvent>();
const types = { context: {} as Context<General>, events: {} as GeneralEvent };
const context = { s: null as unknown as General };

/** What a person may set by hand, in whatever state. */
const lie = { actions: 'setLie' } as const;
const setLie = update(Speaking.setLie);

export const commanderMachine = setup({
  types,
  actions: {
    setLie,
    awaitOrders: update(Rounds.awaitOrders),
    giveOrders: update(Rounds.giveOrders),
  },
}).createMachine({
  id: 'commander',
  context,
  initial: 'mustering',
  states: {
    mustering: {
      entry: 'awaitOrders',
      on: { ROUND: { target: 'ordered', actions: 'giveOrders' }, LIE: lie },
    },
    ordered: { on: { LIE: lie } },
  },
});

/** A lieutenant under OM(m). */
export const oralMachine = setup({
  types,
  guards: {
    isInTime: when(Oral.isInTime),
    isLastRound: when(Rounds.isLastRound),
  },
  actions: {
    setLie,
    keepRounds: update(Rounds.keepRounds),
    hear: update(Oral.hear),
    explainUnheard: perform(Oral.explainUnheard),
    relay: update(Oral.relay),
    decide: update(Oral.decide),
  },
}).createMachine({
  id: 'lieutenant',
  context,
  initial: 'agreeing',
  states: {
    agreeing: {
      initial: 'hearing',
      entry: 'keepRounds',
      on: {
        SAID: [{ guard: 'isInTime', actions: 'hear' }, { actions: 'explainUnheard' }],
        ROUND: [
          { guard: 'isLastRound', target: 'decided', actions: 'decide' },
          { target: '.relaying', actions: 'relay' },
        ],
        LIE: lie,
      },
      states: { hearing: {}, relaying: {} },
    },
    decided: { on: { SAID: { actions: 'explainUnheard' }, LIE: lie } },
  },
});

/** A lieutenant under SM(m). */
export const signedMachine = setup({
  types,
  guards: {
    isHeardBefore: when(SignedRules.isRepeated),
    isLate: when(SignedRules.isLate),
    isValid: when(SignedRules.isValid),
    isLastRound: when(Rounds.isLastRound),
  },
  actions: {
    setLie,
    keepRounds: update(Rounds.keepRounds),
    believe: update(SignedRules.believe),
    refuseForged: update(SignedRules.refuseForged),
    refuseLate: update(SignedRules.refuseLate),
    explainRepeated: perform(SignedRules.explainRepeated),
    relay: update(SignedRules.relay),
    decide: update(SignedRules.decide),
  },
}).createMachine({
  id: 'signing-lieutenant',
  context,
  initial: 'agreeing',
  states: {
    agreeing: {
      initial: 'hearing',
      entry: 'keepRounds',
      on: {
        SAID: [
          { guard: 'isHeardBefore', actions: 'explainRepeated' },
          { guard: 'isLate', actions: 'refuseLate' },
          { guard: 'isValid', actions: 'believe' },
          { actions: 'refuseForged' },
        ],
        ROUND: [
          { guard: 'isLastRound', target: 'decided', actions: 'decide' },
          { target: '.relaying', actions: 'relay' },
        ],
        LIE: lie,
      },
      states: { hearing: {}, relaying: {} },
    },
    decided: {
      on: {
        SAID: [{ guard: 'isHeardBefore', actions: 'explainRepeated' }, { actions: 'refuseLate' }],
        LIE: lie,
      },
    },
  },
});

/** One of two generals. */
export const campMachine = setup({
  types,
  actions: {
    awaitDawn: perform(Messengers.awaitDawn),
    sendPlan: perform(Messengers.sendPlan),
    welcome: update(Messengers.welcome),
    dawn: update(Messengers.dawn),
  },
}).createMachine({
  id: 'camp',
  context,
  initial: 'encamped',
  states: {
    encamped: {
      entry: 'awaitDawn',
      on: {
        PLAN: { actions: 'sendPlan' },
        MESSENGER: { actions: 'welcome' },
        DAWN: { target: 'acted', actions: 'dawn' },
      },
    },
    acted: {},
  },
});

type Part = 'commander' | 'oral' | 'signed' | 'camp';

let made: Readonly<Record<Part, Table>> | null = null;

export function machinesOf({ two, commander, signed }: Config, pid: Pid): readonly Machine[] {
  // Flattening takes a millisecond: once for all worlds, and only when somebody wants one.
  made ??= {
    commander: flatten(commanderMachine),
    oral: flatten(oralMachine),
    signed: flatten(signedMachine),
    camp: flatten(campMachine),
  };
  if (two !== null) return [{ table: made.camp }];
  if (pid === commander) return [{ table: made.commander }];
  return [{ table: signed ? made.signed : made.oral }];
}
