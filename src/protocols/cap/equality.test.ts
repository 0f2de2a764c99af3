/** The tables run as XState itself does, on events made for where a machine stands, row by row. */
import { expect, it } from 'vitest';
import { missedInStories, pick } from '../../kernel/machine/testing/stories.ts';
import type { Make } from '../../kernel/machine/testing/stories.ts';
import type { CapOpKind, CapStore } from '../../view/cap-setup.ts';
import { capConfig } from './config.ts';
import type { CapConfig } from './config.ts';
import { clientMachine, gossipMachine, primaryMachine, quorumMachine } from './machines.ts';
import { firstDisk, Store, StoreClient } from './member.ts';
import type { Written } from './member.ts';

const OPS: readonly CapOpKind[] = ['read', 'write', 'sync-read'];

const configOf = (store: CapStore, broken: readonly string[] = []): CapConfig =>
  capConfig({
    store,
    servers: 3,
    clients: [{ id: 101, server: 1 }],
    workload: [{ client: 101, kind: 'read', patient: true }],
    broken,
  });

/** Servers 1 and 3, who leads where anybody does, with their rules and without. */
const boots = (store: CapStore, broken: readonly string[]): Store[] =>
  [[], broken].flatMap((off) => {
    const config = configOf(store, off);
    return [1, 3].map((pid) => new Store(config, pid, firstDisk(config)));
  });

/** Whatever a message of this store may say; a server's own disk tells it what it was given last. */
const make: Make<Store> = (random, type, s) => {
  const value = random.below(5);
  const register = {
    value,
    term: random.below(3),
    stamp: random.below(4),
    by: 1 + random.below(3),
  };
  const written: Written = {
    disk: s.disk,
    sends: [],
    round: pick(random, s.rounds.length === 0 ? [0] : s.rounds.map(({ round }) => round)),
  };
  const round = pick(random, s.rounds.length === 0 ? [1] : s.rounds.map((each) => each.round));
  const outcome = { error: '', unsure: false, value };
  const [forwarded = { client: 101, key: 1 }] = s.forwarded;
  return {
    from: type === 'ASK' ? 101 : 1 + random.below(3),
    message: {
      key: forwarded.key,
      client: forwarded.client,
      op: pick(random, OPS),
      value,
      round,
      register,
      term: 1 + random.below(3),
      beat: false,
      outcome,
    },
    ...(type === 'DISK_KEPT' && { data: written }),
  };
};

it('a server of the quorum store', () => {
  const all = { boots: boots('quorum', ['no-write-back']), count: 20, make };
  expect(missedInStories(quorumMachine, all)).toEqual([]);
});

it('a primary, and a copy', () => {
  const all = { boots: boots('primary', ['answer-before-copy']), count: 40, make };
  expect(missedInStories(primaryMachine, all)).toEqual([]);
});

it('a server whose last writer wins', () => {
  const all = { boots: boots('last-writer-wins', ['gossip-takes-anything']), count: 20, make };
  expect(missedInStories(gossipMachine, all)).toEqual([]);
});

it('a client', () => {
  const lines = ['read', 'write 7', 'write', 'sync-read', 'request 1', 'request 9', 'nothing'];
  const asking: Make<StoreClient> = (random, type, s) => {
    const [open = { key: 1 }] = s.open;
    const error = pick(random, ['', 'NotPrimary']);
    return {
      from: pick(random, [1, 2]),
      message: { key: open.key, outcome: { error, unsure: random.below(2) === 0, value: 3 } },
      ...(type === 'LINE' && { data: { text: pick(random, lines) } }),
    };
  };
  const clients = [new StoreClient(configOf('quorum'), 101, 1)];
  expect(missedInStories(clientMachine, { boots: clients, count: 20, make: asking })).toEqual([]);
});
