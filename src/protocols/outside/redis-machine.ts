/** A store of keys as a machine: a master, or a replica until it is made one. */
import { setup } from 'xstate';
import { machineParts } from '../../kernel/machine/rules.ts';
import type { Context as ContextOf } from '../../kernel/machine/rules.ts';
import type { Redis } from './data.ts';
import * as Frame from './outside.ts';
import type { Outside, OutsideEvent } from './outside.ts';
import * as Rules from './redis-rules.ts';

type Context = ContextOf<Outside<Redis>>;

const { update, perform, when } = machineParts<Outside<Redis>, OutsideEvent>();

export const redisMachine = setup({
  types: { context: {} as Context, events: {} as OutsideEvent },
  guards: {
    isReplica: when(Rules.isReplica),
    isCommand: when(Rules.isCommand),
    isRead: when(Rules.isRead),
    isReplicas: when(Rules.isReplicas),
    isMasters: when(Rules.isMasters),
  },
  actions: {
    open: perform(Frame.open),
    setCron: perform(Rules.setCron),
    command: update(Rules.command),
    expire: update(Rules.expire),
    adopt: update(Rules.adopt),
    drop: update(Rules.drop),
    dial: update(Rules.dial),
    follow: update(Rules.follow),
    takeCopy: update(Rules.takeCopy),
    takeChange: update(Rules.takeChange),
    lose: update(Rules.lose),
    promote: update(Rules.promote),
    look: update(Rules.look),
    refuseWrite: perform(Rules.refuseWrite),
    wonder: perform(Frame.wonder),
  },
}).createMachine({
  id: 'redis',
  context: { s: null as unknown as Outside<Redis> },
  initial: 'starting',
  states: {
    starting: {
      entry: 'open',
      always: [{ guard: 'isReplica', target: 'replica' }, { target: 'master' }],
    },
    master: {
      entry: 'setCron',
      on: {
        OUTSIDE_REQUEST: [{ guard: 'isCommand', actions: 'command' }, { actions: 'wonder' }],
        REDIS_CRON: { actions: 'expire' },
        FOLLOW: { actions: 'adopt' },
        CLOSED: { guard: 'isReplicas', actions: 'drop' },
      },
    },
    replica: {
      initial: 'dialling',
      on: {
        OUTSIDE_REQUEST: [
          { guard: 'isRead', actions: 'look' },
          { guard: 'isCommand', actions: 'refuseWrite' },
          { actions: 'wonder' },
        ],
        PROMOTE: { target: 'master', actions: 'promote' },
      },
      states: {
        dialling: {
          entry: 'dial',
          on: {
            CONNECTED: { guard: 'isMasters', target: 'following', actions: 'follow' },
            CLOSED: { guard: 'isMasters', target: 'alone', actions: 'lose' },
          },
        },
        following: {
          on: {
            COPY: { guard: 'isMasters', actions: 'takeCopy' },
            CHANGED: { guard: 'isMasters', actions: 'takeChange' },
            CLOSED: { guard: 'isMasters', target: 'alone', actions: 'lose' },
          },
        },
        alone: { on: { DIAL_MASTER: 'dialling' } },
      },
    },
  },
});
