/** Two ways to one situation of a store: what was only shown on the way, and when it was, is not in it. */
import { describe, expect, it } from 'vitest';
import { situationHash } from '../../kernel/situation.ts';
import { World } from '../../kernel/world.ts';
import type { CapSetup } from '../../view/cap-setup.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { OwnStore } from './machines.ts';
import type { CapGhost, CapRequest, WithCap } from './ghost.ts';
import { edit } from './member.ts';
import type { Store, StoreDisk, StoreMember } from './member.ts';
import { storeModel } from './store-model.ts';

const STORES: readonly OwnStore[] = ['quorum', 'primary', 'last-writer-wins'];
const ALPHA = 101;
const BETA = 102;
const ALL = [1, 2, 3, ALPHA, BETA];

type StoreWorld = World<StoreMember, StoreDisk, WithCap>;

const fixed = (us: number) => ({ kind: 'fixed', us }) as const;

/** α is at S1, β at S2; S3 leads where anybody does. */
function lab(store: OwnStore, seed: number, setup: Partial<CapSetup> = {}): StoreWorld {
  const clients = [
    { id: ALPHA, server: 1 },
    { id: BETA, server: 2 },
  ];
  return new World(
    storeModel(
      { store, servers: 3, clients, workload: [], ...setup },
      { latency: fixed(500), diskLatency: fixed(2000) },
    ),
    seed,
  );
}

type Deed = readonly [atMs: number, what: Intervention];

const says = (pid: number, text: string): Intervention => ({
  kind: 'input',
  pid,
  name: 'LINE',
  data: { text },
});

/** @param startMs when all start; the other times count from then */
function way(world: StoreWorld, startMs: number, endMs: number, deeds: readonly Deed[]) {
  const all: readonly Deed[] = [[0, { kind: 'start', pids: ALL }], ...deeds];
  for (const [atMs, what] of all) {
    const at = Math.round((startMs + atMs) * 1000);
    while (world.advance(at));
    world.intervene(what, at);
  }
  const end = Math.round((startMs + endMs) * 1000);
  while (world.advance(end));
  return world;
}

const WRITTEN: readonly Deed[] = [
  [300, says(ALPHA, 'write 1')],
  [400, says(BETA, 'read')],
];

describe.each(STORES)('the situation of the store %s', (store) => {
  it('is the same whenever it began, with requests and syncs under way, too', () => {
    for (const endMs of [450, 600.7, 601.2, 602.3, 603.9]) {
      const deeds: readonly Deed[] = [...WRITTEN, [600, says(BETA, 'write 2')]];
      const early = way(lab(store, 1), 0, endMs, endMs < 600 ? WRITTEN : deeds);
      const late = way(lab(store, 2), 7000, endMs, endMs < 600 ? WRITTEN : deeds);
      expect(late.fingerprint()).not.toBe(early.fingerprint());
      expect(late.ghost.cap).not.toEqual(early.ghost.cap);
      expect([endMs, situationHash(late)]).toEqual([endMs, situationHash(early)]);
    }
  });

  it('is the same after a cut that nobody noticed, and whoever slept meanwhile', () => {
    const straight = way(lab(store, 1), 0, 1500, WRITTEN);
    const round = way(lab(store, 1), 0, 1500, [
      ...WRITTEN,
      [
        450,
        {
          kind: 'partition',
          groups: [
            [1, ALPHA],
            [2, 3, BETA],
          ],
          oneWay: false,
        },
      ],
      [460, { kind: 'pause', pid: BETA }],
      [470, { kind: 'resume', pid: BETA }],
      [480, { kind: 'heal' }],
    ]);
    expect(round.ghost.cap.cuts).not.toEqual(straight.ghost.cap.cuts);
    expect(situationHash(round)).toBe(situationHash(straight));
  });

  it('is another one with another value, another history, something under way or left to do', () => {
    const ways: readonly (readonly Deed[])[] = [
      [],
      WRITTEN,
      [...WRITTEN, [1000, says(ALPHA, 'read')]],
      [...WRITTEN, [1499.9, says(ALPHA, 'read')]],
      [...WRITTEN, [1499.9, says(ALPHA, 'write 2')]],
      [...WRITTEN, [1300, { kind: 'pause', pid: BETA }]],
      [...WRITTEN, [1300, { kind: 'kill', pid: 2 }]],
      [...WRITTEN, [1300, { kind: 'set-clock', pid: 2, byMs: 500 }]],
      [...WRITTEN, [1300, { kind: 'cut', from: ALPHA, to: 1, oneWay: false }]],
    ];
    const worlds = ways.map((deeds) => way(lab(store, 1), 0, 1500, deeds));
    const toDo = lab(store, 1, { workload: [{ client: ALPHA, kind: 'read' }] });
    const seen = [...worlds, way(toDo, 0, 1500, WRITTEN)].map((world) => situationHash(world));
    expect(new Set(seen).size).toBe(seen.length);
  });
});

it('who has answered a server of the quorum store counts, and not in which order', () => {
  const order = (first: number, second: number): StoreWorld => {
    const world = lab('quorum', 1, { quorum: { read: 4, write: 2 }, servers: 5 });
    way(world, 0, 300, [[1, { kind: 'start', pids: [4, 5] }]]);
    const ways = [2, 3, 4, 5].map((from): Intervention => {
      const us = from === first ? 700 : from === second ? 900 : 50_000;
      return { kind: 'latency', from, to: 1, latency: fixed(us) };
    });
    for (const what of ways) world.intervene(what, 300_000);
    world.intervene(says(ALPHA, 'read'), 301_000);
    while (world.advance(304_000));
    for (const from of [2, 3])
      world.intervene({ kind: 'latency', from, to: 1, latency: null }, 304_000);
    return world;
  };
  const [one, other] = [order(2, 3), order(3, 2)];
  const heardIn = (world: StoreWorld): unknown => (world.process(1).s as Store).rounds[0]?.heard;
  expect(heardIn(one)).toEqual([1, 2, 3]);
  expect(heardIn(other)).toEqual([1, 3, 2]);
  expect(situationHash(other)).toBe(situationHash(one));
});

it('when a copy last heard of its primary is for whoever looks on', () => {
  const heard = way(lab('primary', 1), 0, 1900, WRITTEN);
  const world = heard.clone();
  const { scope, s } = world.process(1);
  const next = edit(s as Store);
  next.heardAt = 1;
  if (scope !== null) scope.s = next;
  expect((world.process(1).s as Store).heardAt).not.toBe((heard.process(1).s as Store).heardAt);
  expect(situationHash(world)).toBe(situationHash(heard));
});

/** The situation, had the history been another one. */
function hashWith(change: (ghost: CapGhost) => CapGhost): string {
  const world = way(lab('primary', 1), 0, 1500, WRITTEN);
  world.ghost = { cap: change(world.ghost.cap) };
  return situationHash(world);
}

const withFirst = (ghost: CapGhost, change: Partial<CapRequest>): CapGhost => ({
  ...ghost,
  requests: ghost.requests.map((each, index) => (index === 0 ? { ...each, ...change } : each)),
});

describe('of what is remembered of the experiment', () => {
  const same = hashWith((ghost) => ghost);

  it.each<readonly [string, (ghost: CapGhost) => CapGhost]>([
    ['how stale a read was', (ghost) => withFirst(ghost, { staleness: 3 })],
    ['on which side', (ghost) => withFirst(ghost, { side: 'minority' })],
    ['what a first try came to', (ghost) => withFirst(ghost, { before: ['Timeout'] })],
    ['roles', (ghost) => ({ ...ghost, closed: [], open: new Map() })],
    ['cuts', (ghost) => ({ ...ghost, cuts: [], links: new Set(['1>2']) })],
    ['elections', (ghost) => ({ ...ghost, elections: [{ from: 1, to: 2 }] })],
  ])('for whoever looks on is not in the situation: %s', (_, change) => {
    expect(hashWith(change)).toBe(same);
  });

  it.each<readonly [string, (ghost: CapGhost) => CapGhost]>([
    ['what was answered', (ghost) => withFirst(ghost, { outcome: 'unknown' })],
    ['what was written', (ghost) => withFirst(ghost, { value: 7 })],
    ['who asked', (ghost) => withFirst(ghost, { client: BETA })],
    ['in which order', (ghost) => withFirst(ghost, { called: { at: 0, step: 9e6 } })],
    ['what took effect', (ghost) => ({ ...ghost, puts: new Map([[0, { over: -1, step: -1 }]]) })],
    ['who has what', (ghost) => ({ ...ghost, held: new Map(ghost.held).set(2, 9) })],
    ['what was lost', (ghost) => ({ ...ghost, lost: new Map([[1, { at: 0, by: null }]]) })],
    ['what no longer binds', (ghost) => ({ ...ghost, promoted: true })],
  ])('for the checkers is in it: %s', (_, change) => {
    expect(hashWith(change)).not.toBe(same);
  });
});
