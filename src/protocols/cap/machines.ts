/** The servers of the three stores, and their clients, as machines. */
import { setup } from 'xstate';
import { flatten } from '../../kernel/machine/flatten.ts';
import { machineParts } from '../../kernel/machine/rules.ts';
import type { Context } from '../../kernel/machine/rules.ts';
import type { Machine } from '../../kernel/model.ts';
import type { CapStore } from '../../view/cap-setup.ts';
import * as Client from './client.ts';
import * as Disk from './disk.ts';
import * as Gossip from './gossip.ts';
import type { Store, StoreClient, StoreEvent } from './member.ts';
import * as Primary from './primary.ts';
import * as Quorum from './quorum.ts';

const { update, perform, when } = machineParts<Store, StoreEvent>();
const types = { context: {} as Context<Store>, events: {} as StoreEvent };
const context = { s: null as unknown as Store };

export const quorumMachine = setup({
  types,
  actions: {
    ask: update(Quorum.ask),
    tellState: update(Quorum.tellState),
    heardState: update(Quorum.heardState),
    takeStore: update(Quorum.takeStore),
    heardStored: update(Quorum.heardStored),
    stored: update(Quorum.stored),
    resend: update(Quorum.resend),
  },
}).createMachine({
  id: 'quorumStore',
  context,
  initial: 'peer',
  states: {
    peer: {
      on: {
        ASK: { actions: 'ask' },
        QUERY: { actions: 'tellState' },
        STATE: { actions: 'heardState' },
        STORE: { actions: 'takeStore' },
        STORED: { actions: 'heardStored' },
        DISK_KEPT: { actions: 'stored' },
        RESEND: { actions: 'resend' },
      },
    },
  },
});

export const primaryMachine = setup({
  types,
  guards: { onlyReads: when(Primary.onlyReads), leads: when(Primary.leads) },
  actions: {
    beat: update(Primary.beat),
    read: update(Primary.read),
    execute: update(Primary.execute),
    executeForwarded: update(Primary.executeForwarded),
    forward: update(Primary.forward),
    turnAway: perform(Primary.turnAway),
    passOn: update(Primary.passOn),
    loseForwarded: update(Primary.loseForwarded),
    takeCopy: update(Primary.takeCopy),
    promote: update(Primary.promote),
    kept: update(Disk.kept),
  },
}).createMachine({
  id: 'primaryStore',
  context,
  initial: 'serving',
  states: {
    serving: {
      entry: 'beat',
      on: {
        ASK: [
          { guard: 'onlyReads', actions: 'read' },
          { guard: 'leads', actions: 'execute' },
          { actions: 'forward' },
        ],
        HAND_ON: [{ guard: 'leads', actions: 'executeForwarded' }, { actions: 'turnAway' }],
        DONE: { actions: 'passOn' },
        REPLICATE: { actions: 'takeCopy' },
        LINK_DOWN: { actions: 'loseForwarded' },
        MAKE_PRIMARY: { actions: 'promote' },
        DISK_KEPT: { actions: 'kept' },
        BEAT: { actions: 'beat' },
      },
    },
  },
});

export const gossipMachine = setup({
  types,
  guards: { isWriting: when(Gossip.isWriting) },
  actions: {
    gossip: perform(Gossip.gossip),
    read: update(Gossip.read),
    write: update(Gossip.write),
    hear: update(Gossip.hear),
    kept: update(Disk.kept),
  },
}).createMachine({
  id: 'gossipStore',
  context,
  initial: 'peer',
  states: {
    peer: {
      entry: 'gossip',
      on: {
        ASK: [{ guard: 'isWriting', actions: 'write' }, { actions: 'read' }],
        GOSSIP: { actions: 'hear' },
        DISK_KEPT: { actions: 'kept' },
        GOSSIP_AGAIN: { actions: 'gossip' },
      },
    },
  },
});

const ofClient = machineParts<StoreClient, StoreEvent>();

export const clientMachine = setup({
  types: { context: {} as Context<StoreClient>, events: {} as StoreEvent },
  actions: {
    begin: ofClient.update(Client.begin),
    hear: ofClient.update(Client.hear),
    wake: ofClient.update(Client.wake),
    lose: ofClient.update(Client.lose),
  },
}).createMachine({
  id: 'capClient',
  context: { s: null as unknown as StoreClient },
  initial: 'connected',
  states: {
    connected: {
      on: {
        LINE: { actions: 'begin' },
        ANSWER: { actions: 'hear' },
        DEADLINE: { actions: 'wake' },
        LINK_DOWN: { actions: 'lose' },
      },
    },
  },
});

export type OwnStore = Exclude<CapStore, 'zookeeper' | 'zookeeper-read-only'>;

export interface StoreMachines {
  readonly servers: Readonly<Record<OwnStore, readonly Machine[]>>;
  readonly client: readonly Machine[];
}

let made: StoreMachines | null = null;

/** Flattening takes a millisecond: once for all worlds, and only when somebody wants one. */
export function storeMachines(): StoreMachines {
  made ??= {
    servers: {
      quorum: [{ table: flatten(quorumMachine) }],
      primary: [{ table: flatten(primaryMachine) }],
      'last-writer-wins': [{ table: flatten(gossipMachine) }],
    },
    client: [{ table: flatten(clientMachine) }],
  };
  return made;
}
