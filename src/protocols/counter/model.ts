/** Callers and one counter as a model: its two machines, who calls and who counts. */
import { setup } from 'xstate';
import { flatten } from '../../kernel/machine/flatten.ts';
import type { Table } from '../../kernel/machine/flatten.ts';
import { machineParts } from '../../kernel/machine/rules.ts';
import type { Context } from '../../kernel/machine/rules.ts';
import type { Machine, Model } from '../../kernel/model.ts';
import { linksOf } from '../../kernel/network-options.ts';
import type { NetworkOptions } from '../../kernel/network-options.ts';
import type { CounterSetup } from '../../view/counter.ts';
import type { Pid } from '../../view/time.ts';
import * as Client from './client.ts';
import { configOf, nameIn } from './config.ts';
import type { Config } from './config.ts';
import { invariantsOf } from './invariants.ts';
import { blankDisk, describe, essence, Member } from './member.ts';
import type { CounterEvent, Disk } from './member.ts';
import * as Server from './server.ts';

const { update, perform, when } = machineParts<Member, CounterEvent>();
const types = { context: {} as Context<Member>, events: {} as CounterEvent };

export const callerMachine = setup({
  types,
  guards: {
    hasUnknown: when(Client.hasUnknown),
    isAwaited: when(Client.isAwaited),
  },
  actions: {
    begin: update(Client.begin),
    again: update(Client.again),
    takeReply: update(Client.takeReply),
    takeLateReply: update(Client.takeLateReply),
    giveUp: update(Client.giveUp),
  },
}).createMachine({
  id: 'caller',
  context: { s: null as unknown as Member },
  initial: 'free',
  states: {
    free: {
      on: {
        CALL: { target: 'waiting', actions: 'begin' },
        RETRY: { guard: 'hasUnknown', target: 'waiting', actions: 'again' },
        REPLY: { actions: 'takeLateReply' },
      },
    },
    waiting: {
      on: {
        REPLY: [
          { guard: 'isAwaited', target: 'free', actions: 'takeReply' },
          { actions: 'takeLateReply' },
        ],
        TIMEOUT: { target: 'free', actions: 'giveUp' },
      },
    },
  },
});

export const serverMachine = setup({
  types,
  guards: {
    isRepeated: when(Server.isRepeated),
    isAllowed: when(Server.isAllowed),
    answersEarly: when(Server.answersEarly),
  },
  actions: {
    execute: update(Server.execute),
    refuse: update(Server.refuse),
    repeat: perform(Server.repeat),
    answer: perform(Server.answer),
    explainWritten: perform(Server.explainWritten),
  },
}).createMachine({
  id: 'counter',
  context: { s: null as unknown as Member },
  initial: 'counting',
  states: {
    counting: {
      on: {
        REQUEST: [
          { guard: 'isRepeated', actions: 'repeat' },
          { guard: 'isAllowed', actions: 'execute' },
          { actions: 'refuse' },
        ],
        WRITTEN: [{ guard: 'answersEarly', actions: 'explainWritten' }, { actions: 'answer' }],
      },
    },
  },
});

let made: { readonly caller: Table; readonly server: Table } | null = null;

function machinesOf(config: Config, pid: Pid): readonly Machine[] {
  made ??= { caller: flatten(callerMachine), server: flatten(serverMachine) };
  return [{ table: pid === config.server ? made.server : made.caller }];
}

export interface CounterModel extends Model<Member, Disk, null> {
  readonly config: Config;
}

/** Callers and one counter, over datagrams that may be lost, late, doubled or overtaken. */
export function counterModel(setup: CounterSetup, options: NetworkOptions = {}): CounterModel {
  const config = configOf(setup);
  return {
    name: 'counter',
    config,
    pids: config.pids,
    nameOf: (pid) => nameIn(config, pid),
    machines: (pid) => machinesOf(config, pid),
    nature: 'datagram',
    latency: options.latency ?? { kind: 'uniform', min: 10_000, max: 200_000 },
    links: linksOf(options),
    diskLatency: options.diskLatency ?? { kind: 'fixed', us: 2000 },
    initialDisk: () => blankDisk,
    blankDisk: () => blankDisk,
    diskless: new Set(config.pids.filter((pid) => pid !== config.server)),
    boot: (pid, disk) => new Member(config, pid, disk),
    initialGhost: null,
    remember: (ghost) => ghost,
    invariants: invariantsOf(config),
    essence,
    describe,
    routine: () => false,
  };
}
